import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../platform/db.ts';
import type { RowToWrite, UndoneRow, Value, WrittenRow } from './target.ts';

/** Rows that will write something. */
export async function rowsToWrite(db: Reader, batchId: number): Promise<RowToWrite[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['no', 'value', 'decided', 'joins', 'outcome'])
    .where('batch_id', '=', batchId)
    .where('outcome', 'in', ['new', 'known', 'registered'])
    .orderBy('no')
    .execute();
  const byNo = new Map(rows.map((row) => [row.no, row]));
  return rows.flatMap((row) => {
    if (row.outcome === 'registered') return [];
    const first = firstOfJoined(row, byNo);
    const subjectId = first.decided || null;
    const own = first.no === row.no || subjectId !== null || first.outcome !== 'new';
    return [{ no: row.no, value: row.value as Value, subjectId, joins: own ? null : first.no }];
  });
}

interface Joining {
  no: number;
  joins: number | null;
}

/** Follows what a row joins to the row that stands for itself; one that is left out stands for nobody. */
function firstOfJoined<T extends Joining>(row: T, byNo: ReadonlyMap<number, T>): T {
  let first = row;
  // a row joins only earlier ones, so this ends
  for (let next = byNo.get(row.joins ?? -1); next; next = byNo.get(next.joins ?? -1)) first = next;
  return first;
}

/** Remembers what each row became. */
export async function writeWritten(
  tx: Tx,
  batchId: number,
  rows: readonly RowToWrite[],
  written: readonly WrittenRow[],
): Promise<void> {
  await tx
    .insertInto('import_written')
    .columns(['batch_id', 'no', 'subject_id', 'thing_id'])
    .expression(
      sql`SELECT ${batchId}::bigint, w.* FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
        AS w ("no" int, "subjectId" bigint, "thingId" bigint)`,
    )
    .execute();
  const known = rows.filter(({ subjectId }) => subjectId !== null).map(({ no }) => no);
  // a row that joined one of which a person said that somebody known is meant
  await tx
    .updateTable('import_row')
    .set({ outcome: 'known' })
    .where('batch_id', '=', batchId)
    .where('outcome', '=', 'new')
    .where(sql<SqlBool>`no = ANY (${known}::int[])`)
    .execute();
}

/** What a list wrote, to be taken back. */
export async function writtenRows(db: Reader, batchId: number): Promise<UndoneRow[]> {
  const rows = await db
    .selectFrom('import_written as w')
    .innerJoin('import_row as r', (join) =>
      join.onRef('r.batch_id', '=', 'w.batch_id').onRef('r.no', '=', 'w.no'),
    )
    .select(['w.no', 'w.subject_id as subjectId', 'w.thing_id as thingId', 'r.outcome'])
    .where('w.batch_id', '=', batchId)
    .execute();
  return rows.map(({ outcome, ...row }) => ({ ...row, isNew: outcome === 'new' }));
}
