import { actingAs } from './factories.ts';
import { applied, previewed, xlsxOf } from './imports-desk.ts';
import type { ExemplarWorld } from './oracles/exemplar-world.ts';

/** People whom the officer of the commune brings in with a list: the number of the list and of the subjects that it made. */
export async function importedPeople(
  { db, unit, place }: ExemplarWorld,
  names: readonly string[],
): Promise<{ batchId: number; subjects: number[] }> {
  const head = ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ', 'Thành tích'];
  const rows = names.map((name, n) => [n + 1, name, 1961, 'Khu 3', 'Làm kinh tế giỏi']);
  const acting = actingAs(db, unit);
  const batchId = await previewed(acting, place.commune.id, await xlsxOf([head, ...rows]));
  await applied(acting, batchId);
  const made = await db
    .selectFrom('import_written')
    .select('subject_id')
    .where('batch_id', '=', batchId)
    .orderBy('no')
    .execute();
  return { batchId, subjects: made.map(({ subject_id }) => subject_id) };
}
