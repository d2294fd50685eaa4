import { sql } from 'kysely';
import { addDays } from '../calendar/days.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { periodInWords } from '../calendar/periods.ts';
import { type DutyItem, dutyItems } from '../duties/queries.ts';
import { refreshAllDuties } from '../duties/refresh-items.ts';
import { workHref } from '../duties/words.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Db, Reader, Tx } from '../platform/db.ts';
import { keepSetting } from '../web/setting.ts';
import { decisionNotices } from './decision-notices.ts';
import { writeDigests } from './digest.ts';
import { insertNotices } from './give.ts';
import { paperNotices } from './paper-notices.ts';
import { whoIsReminded } from './people.ts';
import { remindersOn } from './reminder-rules.ts';
import { voiceNotices } from './voice-notices.ts';

const LAST_ROUND = 'notices.last_round';

export interface RoundDone {
  notices: number;
  digests: number;
}

/**
 * The round of a day: brings the items of all duties up to date, gives every notice that fell due since the last
 * round, and lays one digest a person into the outbox. A second round of the same day does nothing new; two at once
 * come one after the other.
 */
export async function runRound(db: Db, clock: Clock, options: { mail: boolean }): Promise<RoundDone> {
  const day = clock.today();
  await refreshAllDuties(db, day);
  return db.transaction().execute((tx) => roundIn(tx, clock, options));
}

/** The round without the items of duties brought up to date, in a transaction that somebody has begun. */
export async function roundIn(tx: Tx, clock: Clock, options: { mail: boolean }): Promise<RoundDone> {
  const day = clock.today();
  await sql`SELECT pg_advisory_xact_lock(hashtext(${LAST_ROUND}))`.execute(tx);
  const since = await lastRound(tx, day);
  const notices =
    // what happened on the day of the last round after it was made is still to be told
    (await giveReminders(tx, since, day, clock)) +
    (await paperNotices(tx, since, day, clock)) +
    (await decisionNotices(tx, since, day, clock)) +
    (await voiceNotices(tx, since, day, clock));
  // what was written while nothing could be sent would go out all at once later, and late
  const digests = options.mail ? await writeDigests(tx, day, clock) : 0;
  await keepLastRound(tx, day);
  return { notices, digests };
}

/** Tells of papers that came back or to a desk, of decisions and voices, of yesterday and today; between two rounds. */
export const tellOfPapers = (db: Db, clock: Clock): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const [since, day] = [addDays(clock.today(), -1), clock.today()];
    return (
      (await paperNotices(tx, since, day, clock)) +
      (await decisionNotices(tx, since, day, clock)) +
      (await voiceNotices(tx, since, day, clock))
    );
  });

export const keepLastRound = (tx: Tx, day: Day): Promise<void> => keepSetting(tx, LAST_ROUND, day);

/** Has the round of this day been made? */
export async function roundIsMade(db: Reader, day: Day): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', LAST_ROUND).executeTakeFirst();
  return row?.value === day;
}

/** The day of the last round; the day before when there was none, or when the demo was set back. */
async function lastRound(db: Reader, day: Day): Promise<Day> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', LAST_ROUND).executeTakeFirst();
  const last = typeof row?.value === 'string' ? row.value : null;
  return last !== null && last <= day ? last : addDays(day, -1);
}

/** Farther ahead nobody wants to be reminded: the longest notice that can be chosen is 30 working days. */
const AHEAD_DAYS = 60;

async function giveReminders(tx: Tx, since: Day, day: Day, clock: Clock): Promise<number> {
  const [calendar, people, items] = [
    await loadCalendar(tx),
    await whoIsReminded(tx, day),
    await openItems(tx, day),
  ];
  const reminders = remindersOn(
    day,
    items.map((item) => ({
      id: item.id,
      officeId: item.officeId,
      officeName: item.officeName,
      receiverOfficeId: item.receiverId,
      dueOn: item.dueOn,
      state: item.state,
      name: item.dutyName,
      periodWords: periodInWords({ from: item.periodFrom, to: item.periodTo }),
      href: workHref(item),
    })),
    people,
    calendar,
    since,
  );
  return insertNotices(
    tx,
    reminders.map(({ accountId, kind, sentence, href, itemId }) => ({
      account_id: accountId,
      kind,
      sentence,
      href,
      duty_item_id: itemId,
      on_day: day,
      created_at: clock.now(),
    })),
  );
}

/** What is open or late of the plans in force: nobody is reminded of a plan that is over. */
async function openItems(tx: Tx, day: Day): Promise<DutyItem[]> {
  const plans = await tx.selectFrom('plan').select('id').where('state', '=', 'in_force').execute();
  const inForce = new Set(plans.map(({ id }) => id));
  const items = await dutyItems(tx, { dueTo: addDays(day, AHEAD_DAYS), states: ['open', 'late'] }, day, {
    limit: 100_000,
  });
  return items.filter(({ planId }) => inForce.has(planId));
}
