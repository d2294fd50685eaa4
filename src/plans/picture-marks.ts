import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { PictureMark } from './picture-layout.ts';

/** More marks than these are no picture any more. */
const MOST_MARKS = 60;

/** The days on which something of the plan is due, and the papers that changed it; two queries. */
export async function picturedMarks(db: Reader, planId: number): Promise<PictureMark[]> {
  const { rows } = await sql<{ day: Day; names: string[] }>`
    SELECT i.due_on AS day, array_agg(DISTINCT d.name) AS names
    FROM duty d JOIN duty_item i ON i.duty_id = d.id WHERE d.plan_id = ${planId}
    GROUP BY i.due_on ORDER BY i.due_on LIMIT ${MOST_MARKS}`.execute(db);
  const amendments = await db
    .selectFrom('plan_amendment')
    .select(['number', 'issued_on as day'])
    .where('plan_id', '=', planId)
    .orderBy('issued_on')
    .limit(MOST_MARKS)
    .execute();
  return [
    ...rows.map(
      ({ day, names }): PictureMark => ({
        kind: 'due',
        day,
        label: names.join('; '),
      }),
    ),
    ...amendments.map(
      ({ number, day }): PictureMark => ({
        kind: 'amendment',
        day,
        label: number,
      }),
    ),
  ];
}
