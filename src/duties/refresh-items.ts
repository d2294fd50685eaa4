import { sql } from 'kysely';
import { loadCalendar } from '../calendar/load-calendar.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Day } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { everSelected, loadDirectory, type OfficeDirectory } from './candidates.ts';
import { HAS_PAPER } from './done.ts';
import { type Duty, dutiesOf } from './duty-queries.ts';
import { expandDuty } from './expand.ts';

/** What a refresh did. */
export interface Refreshed {
  added: number;
  moved: number;
  removed: number;
}

/**
 * Brings the items of a plan in line with its duties, the offices and the calendar: adds what is missing, moves what is
 * not yet due, and takes away what is not yet due and follows from no duty any more (the office does not hold on that
 * day, the cycle changed), unless it is excused or a paper for it was begun. Done twice it does nothing the second time.
 * A plan that is not in force has no items: a draft has none yet, a closed one keeps those it has.
 */
export async function refreshItems(tx: Tx, planId: number, today: Day): Promise<Refreshed> {
  const sum: Refreshed = { added: 0, moved: 0, removed: 0 };
  // two refreshes of one plan at once would add the same items
  const plan = await tx
    .selectFrom('plan')
    .select('state')
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
  if (plan?.state !== 'in_force') return sum;
  const [calendar, directory, duties] = [
    await loadCalendar(tx),
    await loadDirectory(tx),
    await dutiesOf(tx, planId),
  ];
  for (const duty of duties) {
    const { added, moved, removed } = await refreshDuty(tx, duty, directory, calendar, today);
    sum.added += added;
    sum.moved += moved;
    sum.removed += removed;
  }
  return sum;
}

async function refreshDuty(
  tx: Tx,
  duty: Duty,
  directory: OfficeDirectory,
  calendar: WorkCalendar,
  today: Day,
): Promise<Refreshed> {
  const items = expandDuty(duty, everSelected(directory, duty.who), directory.standing, calendar);
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
    AS w("officeId" bigint, "periodFrom" date, "periodTo" date, "dueOn" date, "receiverOfficeId" bigint)`;
  const removed = await sql<{ id: number }>`
    DELETE FROM duty_item USING (
      SELECT i.id FROM duty_item i JOIN duty d ON d.id = i.duty_id
      WHERE i.duty_id = ${duty.id} AND i.due_on >= ${today}::date AND i.excused_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM ${wanted} WHERE w."officeId" = i.office_id AND w."periodFrom" = i.period_from)
        AND NOT ${HAS_PAPER}) AS gone
    WHERE duty_item.id = gone.id RETURNING duty_item.id`.execute(tx);
  const moved = await sql<{ id: number }>`
    UPDATE duty_item i SET period_to = w."periodTo", due_on = w."dueOn", receiver_office_id = w."receiverOfficeId",
      revision = i.revision + (i.due_on <> w."dueOn" OR i.period_to <> w."periodTo")::int
    FROM ${wanted}
    WHERE i.duty_id = ${duty.id} AND i.office_id = w."officeId" AND i.period_from = w."periodFrom"
      AND i.due_on >= ${today}::date
      AND (i.due_on, i.period_to, i.receiver_office_id) IS DISTINCT FROM (w."dueOn", w."periodTo", w."receiverOfficeId")
    RETURNING i.id`.execute(tx);
  const added = await sql<{ id: number }>`
    INSERT INTO duty_item (duty_id, office_id, period_from, period_to, due_on, receiver_office_id)
    SELECT ${duty.id}::bigint, "officeId", "periodFrom", "periodTo", "dueOn", "receiverOfficeId" FROM ${wanted}
    WHERE NOT EXISTS (SELECT 1 FROM duty_item i
      WHERE i.duty_id = ${duty.id} AND i.office_id = w."officeId" AND i.period_from = w."periodFrom")
    RETURNING id`.execute(tx);
  return { added: added.rows.length, moved: moved.rows.length, removed: removed.rows.length };
}

/** Refreshes every plan in force, each in a transaction of its own; the daily round calls it. */
export async function refreshAllDuties(db: Db, today: Day): Promise<Refreshed> {
  const plans = await db
    .selectFrom('plan')
    .select('id')
    .where('state', '=', 'in_force')
    .orderBy('id')
    .execute();
  const sum: Refreshed = { added: 0, moved: 0, removed: 0 };
  for (const { id } of plans) {
    const done = await db.transaction().execute((tx) => refreshItems(tx, id, today));
    sum.added += done.added;
    sum.moved += done.moved;
    sum.removed += done.removed;
  }
  return sum;
}
