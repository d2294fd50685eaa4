import { record } from '../../audit/record.ts';
import type { Acting } from '../../identity/actor.ts';
import { act } from '../../platform/act.ts';
import { type Day, SettableClock } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db.ts';
import { done, type Outcome, refused } from '../../platform/outcome.ts';
import { formatDate } from '../../ui/format.ts';
import { keepSetting } from '../setting.ts';

const KEY = 'demo.today';
/** The sample tells of 2016 to 2020; some years around it may be looked at too. */
const EARLIEST: Day = '2010-01-01';
const LATEST: Day = '2040-12-31';

/** The day that was set in the demo before it was stopped; null when none was. */
export async function storedDemoDay(db: Reader): Promise<Day | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return typeof row?.value === 'string' && isInRange(row.value) ? row.value : null;
}

/** Sets the day on which the demo is looked at, and keeps it for the next start. */
export async function setDemoDay(acting: Acting, day: Day): Promise<Outcome<null>> {
  const { clock } = acting;
  if (!(clock instanceof SettableClock)) throw new Error('Only the demo has a clock that can be set.');
  if (!isInRange(day)) {
    const sentence = `Bản mẫu chỉ xem được từ ngày ${formatDate(EARLIEST)} đến ngày ${formatDate(LATEST)}.`;
    return refused({ rule: 'day_out_of_range', sentence });
  }
  const before = clock.today();
  const outcome = await act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await keepSetting(tx, KEY, day);
    await record(tx, acting, {
      kind: 'clock.set',
      thingId: 0,
      before: { 'Hôm nay': formatDate(before) },
      after: { 'Hôm nay': formatDate(day) },
    });
    return done(null);
  });
  if (outcome.ok) clock.set(day);
  return outcome;
}

const isInRange = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= EARLIEST && day <= LATEST;
