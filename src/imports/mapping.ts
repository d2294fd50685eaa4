import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { keyOf } from './words.ts';

/** Heads of the same words in the same order are of one shape, however they are spelled. */
export const shapeOf = (labels: readonly string[]): string =>
  createHash('sha256').update(labels.map(keyOf).join('\n')).digest('hex').slice(0, 32);

const keptShape = z.object({
  columns: z.array(z.string().nullable()),
  sectionField: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
});
export type KeptMapping = z.infer<typeof keptShape>;

/** How the office matched a list of this shape the last time; null: never. */
export async function keptMapping(
  db: Reader,
  officeId: number,
  target: string,
  labels: readonly string[],
): Promise<KeptMapping | null> {
  const row = await db
    .selectFrom('import_mapping')
    .select('columns')
    .where('office_id', '=', officeId)
    .where('target', '=', target)
    .where('shape', '=', shapeOf(labels))
    .executeTakeFirst();
  const parsed = keptShape.safeParse(row?.columns);
  return parsed.success && parsed.data.columns.length === labels.length ? parsed.data : null;
}

export async function keepMapping(
  tx: Tx,
  where: { officeId: number; target: string; labels: readonly string[]; today: Day },
  mapping: KeptMapping,
): Promise<void> {
  const columns = JSON.stringify(mapping);
  await tx
    .insertInto('import_mapping')
    .values({
      office_id: where.officeId,
      target: where.target,
      shape: shapeOf(where.labels),
      columns,
      used_on: where.today,
    })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'target', 'shape']).doUpdateSet({ columns, used_on: where.today }),
    )
    .execute();
}
