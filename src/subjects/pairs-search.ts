import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock, Day } from '../platform/clock.ts';
import type { Db, Reader, Tx } from '../platform/db.ts';
import { sameSubjectsOfMany } from './same.ts';
import type { SameFound, SameProbe } from './same-types.ts';

/** So few at once that pages are answered in between. */
const AT_ONCE = 25;
/**
 * So many times as long as it worked it rests before it goes on: with 100,000 subjects it has work for more than a minute,
 * and every page that is asked for meanwhile would pay for it.
 */
export const RESTS_AS_LONG = 3;
/** Pairs that one subject may be part of: beyond that the name is common and somebody looks at the nearest first. */
const MOST_EACH = 5;
/** So many are asked about in one round; the next round goes on behind them. */
const MOST_A_ROUND = 100_000;

export interface PairsSearched {
  searched: number;
  /** Did this round come to the end of all subjects? */
  complete: boolean;
}

/**
 * Asks for every subject which others may be the same one, and keeps the pairs; what is no longer found is forgotten, what
 * somebody told apart stays as it is. In small transactions, each of which takes up where the last one ended, so that a
 * restart loses nothing and two at once do the work together.
 *
 * @param options.most how many are asked about at most
 * @param options.rest what is waited for between two transactions, by how long the last one worked in ms; nothing unless told
 * @param options.signal breaks off after the transaction under way: the search is still due then
 */
export async function searchPairs(
  db: Db,
  clock: Clock,
  options: { most?: number; rest?: (workedMs: number) => Promise<void>; signal?: AbortSignal } = {},
): Promise<PairsSearched> {
  const { most = MOST_A_ROUND, rest = () => setImmediate(), signal } = options;
  const day = clock.today();
  const asked = await isAsked(db);
  let searched = 0;
  let complete = false;
  while (!complete && searched < most) {
    if (signal?.aborted) return { searched, complete };
    const at = performance.now();
    const turn = await db
      .transaction()
      .execute((tx) => searchSome(tx, day, Math.min(AT_ONCE, most - searched)));
    searched += turn.searched;
    complete = turn.complete;
    if (!complete) await rest(performance.now() - at);
  }
  // whoever asked while this was under way asks for another one
  const answered = asked ? { asked_on: null, asked_by_name: null } : {};
  await db
    .updateTable('subject_pair_search')
    .set({ searched_on: day, ...answered })
    .execute();
  return { searched, complete };
}

async function isAsked(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('subject_pair_search').select('asked_on').executeTakeFirstOrThrow();
  return row.asked_on !== null;
}

/** The next few behind those that were asked about; at the end it begins anew. */
export async function searchSome(tx: Tx, day: Day, most: number): Promise<PairsSearched> {
  const { upto_id, searched_so_far } = await tx
    .selectFrom('subject_pair_search')
    .select(['upto_id', 'searched_so_far'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const probes = await nextProbes(tx, upto_id, most);
  const found = await sameSubjectsOfMany(tx, probes, { limit: MOST_EACH });
  await keepPairs(tx, day, probes, found);
  const complete = probes.length < most;
  const soFar = searched_so_far + probes.length;
  await tx
    .updateTable('subject_pair_search')
    .set(
      complete
        ? { upto_id: 0, searched: soFar, searched_so_far: 0, complete_on: day }
        : { upto_id: probes.at(-1)?.exceptId, searched_so_far: soFar },
    )
    .execute();
  return { searched: probes.length, complete };
}

type Known = SameProbe & { exceptId: number };

async function nextProbes(tx: Reader, afterId: number, most: number): Promise<Known[]> {
  const { rows } = await sql<Known>`
    SELECT s.id AS "exceptId", s.kind, s.full_name AS "fullName", s.birth_year AS "birthYear", s.place, s.position,
      s.representative, ARRAY(SELECT DISTINCT e.office_id FROM exemplar e WHERE e.subject_id = s.id) AS "officeIds"
    FROM subject s WHERE s.id > ${afterId} AND s.merged_into_id IS NULL ORDER BY s.id LIMIT ${most}`.execute(
    tx,
  );
  return rows;
}

async function keepPairs(
  tx: Tx,
  day: Day,
  probes: readonly Known[],
  found: readonly (readonly SameFound[])[],
): Promise<void> {
  const ids = probes.map(({ exceptId }) => exceptId);
  const pairs = new Map<string, object>();
  probes.forEach(({ exceptId }, n) => {
    for (const { subjectId, strength, reasons } of found[n] ?? []) {
      if (strength === 'faint') continue;
      const [one_id, other_id] = [Math.min(exceptId, subjectId), Math.max(exceptId, subjectId)];
      pairs.set(`${one_id} ${other_id}`, { one_id, other_id, strength, reasons, found_from: exceptId });
    }
  });
  const kept = JSON.stringify([...pairs.values()]);
  await sql`
    DELETE FROM subject_pair p WHERE p.decided_on IS NULL AND p.found_from = ANY (${ids}::bigint[])
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${kept}::jsonb) AS k (one_id bigint, other_id bigint)
        WHERE k.one_id = p.one_id AND k.other_id = p.other_id)`.execute(tx);
  if (pairs.size === 0) return;
  await sql`
    INSERT INTO subject_pair (one_id, other_id, strength, reasons, found_from, found_on)
    SELECT k.one_id, k.other_id, k.strength, k.reasons, k.found_from, ${day}::date
    FROM jsonb_to_recordset(${kept}::jsonb)
      AS k (one_id bigint, other_id bigint, strength text, reasons jsonb, found_from bigint)
    ORDER BY k.one_id, k.other_id
    ON CONFLICT (one_id, other_id) DO UPDATE
      SET strength = EXCLUDED.strength, reasons = EXCLUDED.reasons, found_from = EXCLUDED.found_from,
        found_on = EXCLUDED.found_on
      WHERE subject_pair.decided_on IS NULL`.execute(tx);
}

/** Is a search to be made: none was made on this day, or somebody asked for one? */
export async function pairsAreDue(db: Reader, day: Day): Promise<boolean> {
  const row = await db
    .selectFrom('subject_pair_search')
    .select(['searched_on', 'asked_on'])
    .executeTakeFirst();
  return row !== undefined && (row.searched_on !== day || row.asked_on !== null);
}
