import { addDays } from '../calendar/days.ts';
import { periodInWords } from '../calendar/periods.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { STATE_NAMES, stateInWords } from './duty-state.tsx';
import type { FeedOwner } from './feed.ts';
import type { CalendarEvent, CalendarFeed } from './ical.ts';
import { type DutyItem, dutyItems } from './queries.ts';
import { isOpen } from './state.ts';
import { itemName } from './words.ts';

/** What a feed holds: from three months back until eighteen months ahead, and never more than this. */
const DAYS_BACK = 92;
const DAYS_AHEAD = 548;
const MOST_OWN = 2_000;
const MOST_ARRIVING = 20_000;

/** Eight in the morning of the office. */
const ALARM_AT = 8;

/**
 * What a person's calendar shows: each thing due of the offices where they hold a role, and for what their offices
 * receive one entry a day and duty, with how many are still missing. Two queries.
 *
 * @param site address of this program, without a slash at the end; `host` makes its numbers unlike those of others
 */
export async function feedOf(
  db: Reader,
  owner: FeedOwner,
  today: Day,
  { site, host }: { site: string; host: string },
): Promise<CalendarFeed> {
  const offices = [...new Set(owner.grants.map(({ officeId }) => officeId))];
  const span = { dueFrom: addDays(today, -DAYS_BACK), dueTo: addDays(today, DAYS_AHEAD) };
  const [own, arriving] = await Promise.all([
    dutyItems(db, { officeIds: offices, ...span }, today, { limit: MOST_OWN }),
    dutyItems(db, { receiverIds: offices, ...span }, today, { limit: MOST_ARRIVING }),
  ]);
  const alarmHours = owner.daysBefore * 24 - ALARM_AT;
  const events = [
    ...own
      .filter(({ state }) => state !== 'void')
      .map((item) => ownEvent(item, today, { site, host, alarmHours })),
    ...arrivals(arriving.filter(({ state }) => state !== 'void' && state !== 'excused')).map((items) =>
      arrivalEvent(items, { site, host }),
    ),
  ];
  return {
    name: `Nhiệm vụ – ${owner.displayName}`,
    description: 'Việc đến hạn của đơn vị, lấy từ Gương Sáng.',
    // the same all day long, so that an unchanged calendar has an unchanged tag
    stamp: `${today}T00:00:00Z`,
    events: events.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  };
}

interface Place {
  site: string;
  host: string;
  alarmHours?: number;
}

function ownEvent(item: DutyItem, today: Day, { site, host, alarmHours }: Place): CalendarEvent {
  const open = isOpen(item.state);
  const lines = [
    `Đơn vị: ${item.officeName}`,
    `Hạn: ${formatDate(item.dueOn)}`,
    // without the days that are left: the event must not change from day to day
    `Tình trạng: ${open ? STATE_NAMES[item.state] : stateInWords(item, today)}`,
    ...(item.receiverName ? [`Nơi nhận: ${item.receiverName}`] : []),
    ...(item.excuse ? [`Lý do miễn: ${item.excuse}`] : []),
    `Kế hoạch ${item.planNumber}`,
  ];
  return {
    uid: `viec-${item.id}@${host}`,
    sequence: item.revision,
    day: item.dueOn,
    summary: `${open ? 'Hạn' : item.state === 'excused' ? 'Được miễn' : 'Đã xong'}: ${itemName(item)}`,
    description: lines.join('\n'),
    url: `${site}/nhiem-vu/muc/${item.id}`,
    cancelled: item.state === 'excused',
    alarmHours: open && item.dueOn >= today ? (alarmHours ?? null) : null,
  };
}

/** What arrives of one duty on one day, together. */
function arrivals(items: readonly DutyItem[]): DutyItem[][] {
  const together = new Map<string, DutyItem[]>();
  for (const item of items) {
    const key = `${item.dutyId} ${item.periodFrom} ${item.dueOn}`;
    together.set(key, [...(together.get(key) ?? []), item]);
  }
  return [...together.values()];
}

function arrivalEvent(items: readonly DutyItem[], { site, host }: Place): CalendarEvent {
  const first = items[0] as DutyItem;
  const missing = items.filter(({ state }) => isOpen(state));
  const period = periodInWords({ from: first.periodFrom, to: first.periodTo });
  return {
    uid: `nhan-${first.dutyId}-${first.receiverId}-${first.periodFrom}@${host}`,
    sequence: Math.max(...items.map(({ revision }) => revision)),
    day: first.dueOn,
    summary: `${first.dutyName} – ${period}: ${formatCount(items.length - missing.length)}/${formatCount(items.length)} đơn vị đã xong`,
    description: [
      `Đã xong ${formatCount(items.length - missing.length)} trên ${formatCount(items.length)} đơn vị.`,
      ...(missing.length > 0 ? [`Còn: ${namesOf(missing)}`] : []),
    ].join('\n'),
    url: `${site}/nhiem-vu?nhiem_vu=${first.dutyId}&nam=${first.dueOn.slice(0, 4)}`,
    cancelled: false,
    alarmHours: null,
  };
}

const MOST_NAMES = 10;

function namesOf(items: readonly DutyItem[]): string {
  const names = items.slice(0, MOST_NAMES).map(({ officeName }) => officeName);
  const more = items.length - names.length;
  return `${names.join('; ')}${more > 0 ? ` và ${formatCount(more)} đơn vị khác` : ''}`;
}
