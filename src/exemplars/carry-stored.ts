import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { CopyMade } from './carry.ts';
import type { Moved } from './carry-rows.ts';
import type { FactKey } from './carry-rules.ts';

/** What a kept file took over from one that is still merged into it. */
export interface StoredCarry {
  id: number;
  goneId: number;
  keptId: number;
  facts: FactKey[];
  sources: string[];
  moved: Moved;
  copies: CopyMade[];
  lastStepId: number;
}

/** The record of the last merge of a file, while it is not undone; null where nothing was taken over. */
export async function openCarry(db: Reader, goneId: number): Promise<StoredCarry | null> {
  const row = await db
    .selectFrom('exemplar_carry')
    .selectAll()
    .where('gone_id', '=', goneId)
    .where('undone_on', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  // written by `carryOver` alone
  return {
    id: row.id,
    goneId,
    keptId: row.kept_id,
    facts: row.facts as FactKey[],
    sources: row.sources,
    moved: row.moved as Moved,
    copies: row.copies as unknown as CopyMade[],
    lastStepId: row.last_step_id,
  };
}

/**
 * The file that stands for another one now: itself, or the one it was merged into, and so on. In SQL, so that who looks
 * something up by a code needs no second question.
 *
 * @param sameSubject only as far as the files are of one subject: what is told of somebody is theirs to read, and two
 * files may be merged before their subjects are
 */
export const keptFileOf = (id: RawBuilder<unknown>, sameSubject: boolean) => sql<number>`(
  WITH RECURSIVE way AS (
    SELECT e.id, e.merged_into_id, e.subject_id, 1 AS steps FROM exemplar e WHERE e.id = ${id}
    UNION ALL
    SELECT k.id, k.merged_into_id, k.subject_id, w.steps + 1
    FROM way w JOIN exemplar k ON k.id = w.merged_into_id
    WHERE w.steps < 50 ${sameSubject ? sql`AND k.subject_id = w.subject_id` : sql``}
  )
  SELECT id FROM way ORDER BY steps DESC LIMIT 1)`;

/** The file itself and those that were merged into it, at whatever remove. */
export const filesMergedInto = (id: number) => sql<number>`(
  WITH RECURSIVE mine AS (
    SELECT ${id}::bigint AS id
    UNION
    SELECT e.id FROM mine m JOIN exemplar e ON e.merged_into_id = m.id
  )
  SELECT id FROM mine)`;
