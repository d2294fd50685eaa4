import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { moveBatch, type StepInput, stepping } from './changing-batch.ts';
import { countRows, isDoubtful, isSure } from './rows.ts';

export interface Decisions extends StepInput {
  /** Row → id of the known subject that is meant; 0: somebody else. */
  rows: ReadonlyMap<number, number>;
  /** Row → the earlier row of the list that means the same subject. */
  joins?: ReadonlyMap<number, number>;
  /** Also all rows that are all but sure: those known are meant. */
  allSure: boolean;
  /** Also all rows of which nobody is all but sure: somebody else is meant. */
  allDoubtful: boolean;
}

/** A person says of rows whether somebody known is meant. Never decided by the program. */
export function decideRows(acting: Acting, input: Decisions): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'match', async (tx, { batch }) => {
    const rows = [
      ...[...input.rows].map(([no, subjectId]) => ({ no, subjectId, joins: null })),
      ...[...(input.joins ?? [])].map(([no, joins]) => ({ no, subjectId: 0, joins })),
    ];
    await tx
      .updateTable('import_row')
      .from(
        sql<{
          no: number;
          subjectId: number;
          joins: number | null;
        }>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<'d'>(
          sql`d ("no" int, "subjectId" bigint, "joins" int)`,
        ),
      )
      .set({
        decided: sql`d."subjectId"`,
        joins: sql`d.joins`,
        outcome: sql`CASE WHEN d.joins IS NOT NULL AND twin ->> 'already' IS NOT NULL THEN 'registered'
          ELSE ${outcomeOf(sql`d."subjectId"`)} END`,
      })
      .where('batch_id', '=', batch.id)
      .where(sql<boolean>`import_row.no = d.no AND outcome IN ('ask', 'known', 'registered', 'new')
        AND (d.joins IS NULL OR (twin ->> 'no')::int = d.joins)
        AND (d."subjectId" <> 0 OR d.joins IS NOT NULL OR value ->> 'onlyKnown' IS NULL)
        AND (d."subjectId" = 0 AND (found <> '[]' OR twin IS NOT NULL) OR found @> jsonb_build_array(
          jsonb_build_object('subjectId', d."subjectId", 'within', true)))`)
      .execute();
    if (input.allSure) await decideAll(tx, batch.id, isSure, sql`(found -> 0 ->> 'subjectId')::bigint`);
    if (input.allDoubtful) await decideAll(tx, batch.id, isDoubtful, sql`0`);
    const counts = await countRows(tx, batch.id, batch.counts.left);
    await moveBatch(tx, acting, batch, { state: 'matched', counts });
    return done({ id: batch.id });
  });
}

const decideAll = (tx: Tx, batchId: number, which: typeof isSure, decided: ReturnType<typeof sql>) =>
  tx
    .updateTable('import_row')
    .set({
      decided: sql`${decided}`,
      // nobody known is meant: an earlier row of the list still may be, where it is all but sure
      joins: sql`CASE WHEN ${decided} = 0 AND twin ->> 'strength' = 'strong' THEN (twin ->> 'no')::int END`,
      outcome: outcomeOf(decided),
    })
    .where('batch_id', '=', batchId)
    .where(which)
    .where(sql<boolean>`(${decided} <> 0 OR value ->> 'onlyKnown' IS NULL)`)
    .execute();

/** What a row will do once it is decided; one whose subject has already what it would write is passed over. */
const outcomeOf = (decided: ReturnType<typeof sql>) => sql<string>`CASE WHEN ${decided} = 0 THEN 'new'
  WHEN EXISTS (SELECT FROM jsonb_array_elements(found) AS one WHERE (one ->> 'subjectId')::bigint = ${decided}
    AND one ->> 'already' IS NOT NULL) THEN 'registered' ELSE 'known' END`;
