import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { doneDays, stateSql } from './done.ts';

/** How a duty is met up to a day: of what was due, and the day on which it falls due next. */
export interface DutyCount {
  dutyId: number;
  name: string;
  /** Due by now; excused items and those with nothing to do are not counted. */
  due: number;
  inTime: number;
  doneLate: number;
  late: number;
  excused: number;
  nextOn: Day | null;
}

/** The duties of a plan with how they are met on a day; one query. An item that is done before its day counts as due. */
export async function dutyCounts(db: Reader, planId: number, day: Day): Promise<DutyCount[]> {
  const ids = sql`SELECT i.id FROM duty_item i JOIN duty d ON d.id = i.duty_id
    WHERE d.plan_id = ${planId} AND i.period_from <= ${day}::date`;
  const { rows } = await sql<DutyCount>`
    SELECT d.id AS "dutyId", d.name,
      count(*) FILTER (WHERE x.state IN ('done', 'done_late', 'late')) AS due,
      count(*) FILTER (WHERE x.state = 'done') AS "inTime",
      count(*) FILTER (WHERE x.state = 'done_late') AS "doneLate",
      count(*) FILTER (WHERE x.state = 'late') AS late,
      count(*) FILTER (WHERE x.state = 'excused') AS excused,
      (SELECT min(n.due_on) FROM duty_item n WHERE n.duty_id = d.id AND n.due_on >= ${day}::date) AS "nextOn"
    FROM duty d LEFT JOIN (
      SELECT i.duty_id, ${stateSql(day)} AS state FROM duty_item i JOIN ${doneDays(ids)} AS s ON s.item_id = i.id
    ) AS x ON x.duty_id = d.id
    WHERE d.plan_id = ${planId} GROUP BY d.id ORDER BY d.ord`.execute(db);
  return rows;
}
