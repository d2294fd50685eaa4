import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Indicator, IndicatorScope } from './indicators/kinds.ts';
import { withStanding } from './indicators/standing.ts';

/** One of the things that a figure counts. */
export interface Behind {
  thing: string;
  thingId: number;
  title: string;
  officeName: string;
  onDay: Day | null;
  detail: string | null;
}

export interface BehindList {
  rows: Behind[];
  /** How many things stand behind the figure, and how many of them this reader may see. */
  total: number;
  seen: number;
}

export const BEHIND_PER_PAGE = 100;

/**
 * The very things that an indicator counts over a scope, as of its closing day, as far as the reader may see them. The
 * figure is counted over the same rows, so that a list is as long as its figure says. One query.
 */
export async function behindFigure(
  db: Reader,
  actor: Actor,
  { source, behind }: Pick<Indicator, 'source' | 'behind'>,
  scope: IndicatorScope,
  page: number,
): Promise<BehindList> {
  const { rows } = await sql<Behind & { total: number; seen: number; place: number }>`
    WITH ${withStanding(scope)},
    counted AS MATERIALIZED (
      SELECT thing, thing_id, title, office_id, on_day, detail, ${withinReach(actor, sql.ref('office_id'), sql.ref('lead_id'))} AS is_seen
      FROM (${source.rows(scope)}) r WHERE ${behind}
    ),
    sums AS (SELECT count(*) AS total, count(*) FILTER (WHERE is_seen) AS seen FROM counted),
    shown AS (
      SELECT c.thing, c.thing_id AS "thingId", c.title, o.name AS "officeName", c.on_day AS "onDay", c.detail,
        row_number() OVER (ORDER BY o.name COLLATE "vi-x-icu", c.title COLLATE "vi-x-icu", c.thing_id, c.on_day) AS place
      FROM counted c JOIN office o ON o.id = c.office_id
      WHERE c.is_seen
      ORDER BY place
      LIMIT ${BEHIND_PER_PAGE} OFFSET ${(page - 1) * BEHIND_PER_PAGE}
    )
    SELECT * FROM sums LEFT JOIN shown ON true ORDER BY place`.execute(db);
  const { total, seen } = rows[0] ?? { total: 0, seen: 0 };
  return {
    rows: rows.filter((row) => row.thing !== null).map(({ total: _, seen: __, place: ___, ...row }) => row),
    total,
    seen,
  };
}
