import { type RawBuilder, sql } from 'kysely';
import { type IndicatorScope, withinScope } from './kinds.ts';

/** States in which an exemplar is cared for, so that a yearly check is due. */
export const UNDER_CARE = sql<boolean>`state IN ('nurtured', 'recognised', 'honoured')`;

/**
 * The CTE `standing`: every exemplar of the scope as it stood on the closing day, by its steps up to that day. Sources
 * read from it, so that all figures of a report see the same exemplars and they are looked up once.
 */
export const withStanding = (scope: IndicatorScope): RawBuilder<unknown> =>
  sql`standing AS MATERIALIZED (${standingRows(scope, withinScope(sql`e.office_id`, scope))})`;

/**
 * One row an exemplar. `maturity` is worked out for the day: recognised makes an exemplar, an honour of the province or
 * the nation an outstanding one; a record that was opened again begins anew.
 */
export const standingRows = (
  { planId, to }: Pick<IndicatorScope, 'planId' | 'to'>,
  where: RawBuilder<boolean>,
) => sql`
  SELECT life.*, last.to_state AS state, last.on_day AS since,
    CASE WHEN EXISTS (SELECT FROM honour h WHERE h.exemplar_id = life.id AND h.level IN ('province', 'national')
        AND h.honoured_on <= ${to} AND h.honoured_on >= coalesce(life.reopened_on, h.honoured_on)) THEN 'outstanding'
      WHEN life.recognised > coalesce(life.reopened, 0) THEN 'exemplar' ELSE 'emerging' END AS maturity
  FROM (
    SELECT e.id, e.full_name, e.subject_kind, e.field_id, e.office_id, e.movement_id, e.breadth,
      max(s.id) AS last_id, max(s.id) FILTER (WHERE s.to_state = 'recognised') AS recognised,
      max(s.id) FILTER (WHERE s.action = 'reopen') AS reopened,
      max(s.on_day) FILTER (WHERE s.action = 'reopen') AS reopened_on
    FROM exemplar e JOIN exemplar_step s ON s.exemplar_id = e.id AND s.on_day <= ${to}
    WHERE e.plan_id = ${planId} AND ${where}
    GROUP BY e.id
  ) life
  JOIN exemplar_step last ON last.id = life.last_id`;
