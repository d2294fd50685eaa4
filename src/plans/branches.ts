import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';

/** How the exemplars of a plan lie with the offices right below the root. */
export interface BranchCounts {
  officeId: number;
  officeName: string;
  /** Found, proposed, returned or waiting. */
  onTheWay: number;
  nurtured: number;
  recognised: number;
  honoured: number;
}

/** Counts by branch; the offices with the most exemplars first. One query, read from an index alone. */
export async function branchCounts(db: Reader, planId: number): Promise<BranchCounts[]> {
  return (await branchQuery(planId).execute(db)).rows;
}

export const branchQuery = (planId: number) => sql<BranchCounts>`
    WITH counted AS (
      SELECT office_id, state, count(*) AS count FROM exemplar WHERE plan_id = ${planId} GROUP BY office_id, state
    )
    SELECT branch.id AS "officeId", branch.name AS "officeName",
      coalesce(sum(c.count) FILTER (WHERE c.state IN ('found', 'proposed', 'returned', 'waiting')), 0) AS "onTheWay",
      coalesce(sum(c.count) FILTER (WHERE c.state = 'nurtured'), 0) AS nurtured,
      coalesce(sum(c.count) FILTER (WHERE c.state = 'recognised'), 0) AS recognised,
      coalesce(sum(c.count) FILTER (WHERE c.state = 'honoured'), 0) AS honoured
    FROM counted c JOIN office o ON o.id = c.office_id JOIN office branch ON branch.id = coalesce(o.path[2], o.id)
    GROUP BY branch.id, branch.name
    ORDER BY sum(c.count) DESC, branch.name COLLATE "vi-x-icu"`;
