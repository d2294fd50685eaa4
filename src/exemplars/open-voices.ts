import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** What the subject said of a file and nobody has answered: an objection in their words, or what they want corrected. */
export interface OpenVoice {
  exemplarId: number;
  kind: 'objection' | 'correction';
  words: string;
  madeOn: Day;
}

const MOST_SHOWN = 500;

/** What stands open against these files, the oldest first; one query, however many files. */
export async function openVoicesOf(db: Reader, ids: readonly number[]): Promise<OpenVoice[]> {
  if (ids.length === 0) return [];
  const of = sql`exemplar_id = ANY (${sql.val([...ids])}::bigint[])`;
  const { rows } = await sql<OpenVoice>`
    SELECT exemplar_id AS "exemplarId", 'objection' AS kind, words, made_on AS "madeOn", id
    FROM objection WHERE ${of} AND answered_on IS NULL
    UNION ALL
    SELECT exemplar_id, 'correction', proposed, made_on, id FROM correction WHERE ${of} AND state = 'open'
    ORDER BY 4, 2 DESC, 5 LIMIT ${MOST_SHOWN}`.execute(db);
  return rows.map(({ exemplarId, kind, words, madeOn }) => ({ exemplarId, kind, words, madeOn }));
}
