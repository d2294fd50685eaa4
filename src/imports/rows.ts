import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../platform/db.ts';
import { writeInParts } from '../platform/in-parts.ts';
import { type Counts, countsShape, type RowOutcome } from './choices.ts';
import type { PlannedRow, RowFound } from './plan-rows.ts';
import type { Value } from './target.ts';
import type { Twin } from './twins.ts';

const AT_ONCE = 2_000;

/** Keeps what the rows of a list will do, in the place of an earlier plan. */
export async function writeRows(tx: Tx, batchId: number, rows: readonly PlannedRow[]): Promise<void> {
  await tx.deleteFrom('import_row').where('batch_id', '=', batchId).execute();
  await writeInParts(
    rows,
    AT_ONCE,
    (some) => JSON.stringify(some),
    (some) =>
      tx
        .insertInto('import_row')
        .columns([
          'batch_id',
          'no',
          'cells',
          'outcome',
          'strength',
          'value',
          'reasons',
          'notes',
          'found',
          'twin',
          'joins',
        ])
        .expression(
          sql`SELECT ${batchId}::bigint, r.* FROM jsonb_to_recordset(${some}::jsonb) AS r (no int,
            cells text[], outcome text, strength text, value jsonb, reasons text[], notes text[], found jsonb, twin jsonb, joins int)`,
        )
        .execute(),
  );
}

/** How many rows will do what. A row counts as all but sure when just one known subject within reach is. */
export async function countRows(db: Reader, batchId: number, left: Counts['left']): Promise<Counts> {
  const rows = await db
    .selectFrom('import_row')
    .select(['outcome', (eb) => eb.fn.countAll<number>().as('count')])
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute();
  const strong = await db
    .selectFrom('import_row')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch_id', '=', batchId)
    .where(isSure)
    .executeTakeFirstOrThrow();
  const { joined, doubtful } = await db
    .selectFrom('import_row')
    .select(sql<number>`count(*) FILTER (WHERE outcome = 'new' AND joins IS NOT NULL)::int`.as('joined'))
    .select(
      sql<number>`count(*) FILTER (WHERE outcome IN ('new', 'known', 'ask') AND value ->> 'asks' IS NOT NULL)::int`.as(
        'doubtful',
      ),
    )
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  const counted = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)]));
  return countsShape.parse({
    ...counted,
    strong: Number(strong.count),
    joined,
    doubtful,
    left,
  });
}

/** Waits for a decision, and just one known subject is all but surely meant, which the actor may see. */
export const isSure = sql<SqlBool>`(outcome = 'ask' AND strength = 'strong' AND found -> 0 ->> 'within' = 'true'
  AND found -> 1 ->> 'strength' IS DISTINCT FROM 'strong')`;

/** Waits for a decision, and nobody known is all but surely meant. */
export const isDoubtful = sql<SqlBool>`(outcome = 'ask' AND strength = 'possible')`;

export interface KeptRow extends PlannedRow {
  /** Later rows that take the subject of this one, five at most. */
  joinedBy: number[];
  decided: number | null;
  subjectId: number | null;
  thingId: number | null;
}

export const PER_PAGE = 50;

/** A page of rows, those of one outcome or all, in the order of the file. */
export async function pageOfRows(
  db: Reader,
  batchId: number,
  outcome: RowOutcome | null,
  page: number,
): Promise<KeptRow[]> {
  let query = db
    .selectFrom('import_row as r')
    .leftJoin('import_written as w', (join) =>
      join.onRef('w.batch_id', '=', 'r.batch_id').onRef('w.no', '=', 'r.no'),
    )
    .select(['r.no', 'r.cells', 'r.outcome', 'r.strength', 'r.value', 'r.reasons', 'r.notes', 'r.found'])
    .select(['r.decided', 'r.twin', 'r.joins', 'w.subject_id as subjectId', 'w.thing_id as thingId'])
    .select(
      sql<number[]>`ARRAY(SELECT j.no FROM import_row j WHERE j.batch_id = ${batchId} AND j.joins = r.no
        AND j.outcome <> 'refused' ORDER BY j.no LIMIT 5)`.as('joinedBy'),
    )
    .where('r.batch_id', '=', batchId);
  if (outcome) query = query.where('r.outcome', '=', outcome);
  const rows = await query
    .orderBy('r.no')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as RowOutcome,
    strength: row.strength as PlannedRow['strength'],
    // written by `writeRows` alone
    value: row.value as Value | null,
    found: (row.found ?? []) as unknown as RowFound[],
    twin: row.twin as unknown as Twin | null,
  }));
}
