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
  const known = new Set(rows.filter(({ subjectId }) => subjectId !== null).map(({ no }) => no));
  const kept = written.map((row) => ({ ...row, isNew: !known.has(row.no) }));
  await tx
    .updateTable('import_row')
    .from(
      sql<WrittenRow>`jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)`.as<'w'>(
        sql`w ("no" int, "subjectId" bigint, "thingId" bigint, "isNew" boolean)`,
      ),
    )
    .set({
      subject_id: sql`w."subjectId"`,
      thing_id: sql`w."thingId"`,
      // a row that joined one of which a person said that somebody known is meant
      outcome: sql`CASE WHEN w."isNew" THEN 'new' ELSE 'known' END`,
    })
    .where('batch_id', '=', batchId)
    .where(sql<SqlBool>`import_row.no = w.no`)
    .execute();
}

/** What a list wrote, to be taken back. */
export async function writtenRows(db: Reader, batchId: number): Promise<UndoneRow[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['no', 'outcome', 'subject_id', 'thing_id'])
    .where('batch_id', '=', batchId)
    .where('thing_id', 'is not', null)
    .execute();
  return rows.map((row) => ({
    no: row.no,
    subjectId: row.subject_id ?? 0,
    thingId: row.thing_id ?? 0,
    isNew: row.outcome === 'new',
  }));
}
