import { sql } from 'kysely';
import { recordMany } from '../audit/record-many.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { type Belongings, OWN_BELONGINGS } from '../subjects/merge-belongings.ts';
import type { Against } from '../subjects/merge-rules.ts';
import { lockExemplars } from './changing.ts';

/** The registrations of a subject follow it when it is merged, and go back when that is undone. */
export const exemplarBelongings: Belongings = {
  key: 'exemplar',
  name: 'hồ sơ điển hình',
  count: (db, subjectId) => countOf(db, subjectId),
  stillThere: (db, ids, subjectId) => countOf(db, subjectId, ids),
  whyNot: livingInOneField,
  lock: async (tx, subjectIds) => {
    const rows = await tx
      .selectFrom('exemplar')
      .select('id')
      .where(sql<boolean>`subject_id = ANY (${[...subjectIds]}::bigint[])`)
      .execute();
    await lockExemplars(
      tx,
      rows.map(({ id }) => id),
    );
  },
  move: async (tx, fromId, toId) => {
    await nextVersions(tx, toId);
    const rows = await tx
      .updateTable('exemplar')
      .set({ subject_id: toId, version: sql`version + 1` })
      .where('subject_id', '=', fromId)
      .returning('id')
      .execute();
    return rows.map(({ id }) => id).sort((a, b) => a - b);
  },
  mark: lastStep,
  whyNotBack: mergedSince,
  moveBack: async (tx, ids, { fromId, toId }) => {
    await nextVersions(tx, fromId);
    await tx
      .updateTable('exemplar')
      .set({ subject_id: toId })
      .where('subject_id', '=', fromId)
      .where(sql<boolean>`id = ANY (${[...ids]}::bigint[])`)
      .execute();
  },
  recordMoved: async (tx, acting, ids, { way, keptId, from, to, reason }) => {
    const rows = await tx
      .selectFrom('exemplar')
      .select(['id', 'version', 'office_id'])
      .where(sql<boolean>`(id = ANY (${[...ids]}::bigint[]) OR subject_id = ${keptId})`)
      .orderBy('id')
      .execute();
    const moved = new Set(ids);
    await recordMany(
      tx,
      acting,
      rows.map((row) => ({
        ...{ thingId: row.id, thingVersion: row.version, officeId: row.office_id, reason },
        ...(moved.has(row.id)
          ? { kind: MOVED_KINDS[way], before: { 'chủ thể': from }, after: { 'chủ thể': to } }
          : { kind: 'exemplar.subject_rewritten' as const }),
      })),
    );
  },
};

async function countOf(
  db: Reader,
  subjectId: number,
  among: readonly number[] | null = null,
): Promise<number> {
  const { count } = await db
    .selectFrom('exemplar')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subject_id', '=', subjectId)
    .$if(among !== null, (query) => query.where(sql<boolean>`id = ANY (${[...(among ?? [])]}::bigint[])`))
    .executeTakeFirstOrThrow();
  return count;
}

const MOVED_KINDS = { merged: 'exemplar.subject_changed', undone: 'exemplar.subject_restored' } as const;

/** A form that was opened before would write the facts of before over those that were chosen. */
async function nextVersions(tx: Tx, subjectId: number): Promise<void> {
  await tx
    .updateTable('exemplar')
    .set({ version: sql`version + 1` })
    .where('subject_id', '=', subjectId)
    .execute();
}

/** A subject has one living file in a field: two must become one, or one be withdrawn, before their subjects are one. */
async function livingInOneField(db: Reader, keptId: number, goneId: number): Promise<Against[]> {
  const rows = await db
    .selectFrom('exemplar as mine')
    .innerJoin('exemplar as theirs', 'theirs.field_id', 'mine.field_id')
    .innerJoin('pilot_field as f', 'f.id', 'mine.field_id')
    .innerJoin('plan as p', 'p.id', 'f.plan_id')
    .select(['mine.id as keptFile', 'theirs.id as goneFile', 'f.name as field', 'p.number as plan'])
    .where('mine.subject_id', '=', keptId)
    .where('theirs.subject_id', '=', goneId)
    .where('mine.state', 'not in', CLOSED)
    .where('theirs.state', 'not in', CLOSED)
    .orderBy('theirs.id')
    .execute();
  return rows.map((row) => ({
    rule: 'living_in_one_field',
    sentence: `Cả hai đang có hồ sơ trong lĩnh vực “${row.field}” của kế hoạch ${row.plan ?? 'chưa có số'} (hồ sơ số ${row.keptFile} và số ${row.goneFile}): hãy gộp hai hồ sơ, hoặc rút một hồ sơ, rồi mới gộp chủ thể.`,
    href: `/dien-hinh/${row.goneFile}`,
    linkText: `Mở hồ sơ số ${row.goneFile}`,
  }));
}

const CLOSED = ['declined', 'withdrawn', 'lapsed'] as const;

/** The last step of any file of the subject. */
async function lastStep(tx: Tx, subjectId: number): Promise<number> {
  const { last } = await tx
    .selectFrom('exemplar_step as s')
    .innerJoin('exemplar as e', 'e.id', 's.exemplar_id')
    .select((eb) => eb.fn.max('s.id').as('last'))
    .where('e.subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** A file that was merged since into a file of the other subject would point across when they part. */
async function mergedSince(
  db: Reader,
  ids: readonly number[],
  { fromId, mark }: { fromId: number; mark: number },
): Promise<Against[]> {
  const moved = [...ids];
  const rows = await db
    .selectFrom('exemplar as e')
    .innerJoin('exemplar as kept', 'kept.id', 'e.merged_into_id')
    .select(['e.id', 'kept.id as intoId'])
    .where('e.subject_id', '=', fromId)
    .where('kept.subject_id', '=', fromId)
    .where(sql<boolean>`(e.id = ANY (${moved}::bigint[])) <> (kept.id = ANY (${moved}::bigint[]))`)
    .where(
      sql<boolean>`EXISTS (SELECT FROM exemplar_step s WHERE s.exemplar_id = e.id AND s.action = 'merge' AND s.id > ${mark})`,
    )
    .execute();
  return rows.map(({ id, intoId }) => ({
    rule: 'file_merged_since',
    sentence: `Sau khi gộp chủ thể, hồ sơ số ${id} đã được gộp vào hồ sơ số ${intoId}: hãy mở lại hồ sơ số ${id} trước.`,
    href: `/dien-hinh/${id}`,
    linkText: `Mở hồ sơ số ${id}`,
  }));
}

/** All that follows a subject when it is merged, in the order in which it moves. */
export const SUBJECT_BELONGINGS: readonly Belongings[] = [exemplarBelongings, ...OWN_BELONGINGS];
