import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

export interface FrameFacts {
  /** The plan in force that stands below no other, the newest where several run; null: none. */
  planNumber: string | null;
  /** Notices that the person has not read. */
  unread: number;
}

/** What stands on top of every page of the office, with one query. */
export async function frameFacts(db: Reader, accountId: number | null, today: Day): Promise<FrameFacts> {
  const { rows } = await sql<FrameFacts>`
    SELECT
      (SELECT number FROM plan WHERE state = 'in_force' AND period_from <= ${today}::date
        AND period_to >= ${today}::date ORDER BY parent_plan_id IS NOT NULL, issued_on DESC LIMIT 1) AS "planNumber",
      (SELECT count(*) FROM notice WHERE account_id = ${accountId}::bigint AND read_at IS NULL) AS unread`.execute(
    db,
  );
  return rows[0] ?? { planNumber: null, unread: 0 };
}
