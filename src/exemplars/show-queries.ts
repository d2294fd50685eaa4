import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { LifeEvents } from './show-life.ts';

/** What the page of one exemplar reads beside the exemplar itself; the caller has made sure of the reach. */
export async function lifeEvents(db: Reader, exemplarId: number): Promise<LifeEvents> {
  const [steps, checks, honours] = await Promise.all([
    db
      .selectFrom('exemplar_step')
      .select(['action', 'on_day as onDay'])
      .where('exemplar_id', '=', exemplarId)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('exemplar_check')
      .select(['year', 'checked_on as checkedOn'])
      .where('exemplar_id', '=', exemplarId)
      .orderBy('year')
      .execute(),
    db
      .selectFrom('honour')
      .select('honoured_on as honouredOn')
      .where('exemplar_id', '=', exemplarId)
      .orderBy('honoured_on')
      .orderBy('id')
      .execute(),
  ]);
  return { steps, checks, honours };
}

/** How much of the file is not yet supported by anything. */
export interface Gaps {
  achievementsWithoutEvidence: number;
  /** Figures that somebody has contradicted. */
  contradicted: number;
}

export async function gapsOf(db: Reader, exemplarId: number): Promise<Gaps> {
  const { rows } = await sql<Gaps>`
    SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM evidence v WHERE v.achievement_id = a.id))
        AS "achievementsWithoutEvidence",
      count(*) FILTER (WHERE trust = 'contradicted') AS contradicted
    FROM achievement a WHERE a.exemplar_id = ${exemplarId}`.execute(db);
  return rows[0] ?? { achievementsWithoutEvidence: 0, contradicted: 0 };
}
