import { record } from '../audit/record.ts';
import { type DutyItem, dutyItems } from '../duties/queries.ts';
import { mayRemindOf } from '../duties/rules.ts';
import { isOpen } from '../duties/state.ts';
import { itemName, workHref } from '../duties/words.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { insertNotices } from './give.ts';
import { whoIsReminded } from './people.ts';

export interface Reminded {
  /** People who were told; who had been told today already is not told twice. */
  people: number;
  /** Offices with nobody who could read it. */
  silent: string[];
}

/** More at once is not a reminder but a mistake. */
const MOST_ITEMS = 2_000;

/**
 * Reminds the people of the offices that owe these things, with one action. Only what is open or late and comes to an
 * office of the actor, or lies below it; what is done meanwhile is passed over.
 */
export function remindOf(acting: Acting, itemIds: readonly number[]): Promise<Outcome<Reminded>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (itemIds.length === 0) {
      return refused({ rule: 'nothing_chosen', sentence: 'Hãy đánh dấu ít nhất một việc cần nhắc.' });
    }
    if (itemIds.length > MOST_ITEMS) {
      return refused({ rule: 'too_many', sentence: 'Mỗi lần nhắc không quá 2.000 việc; hãy lọc bớt.' });
    }
    const day = acting.clock.today();
    const seen = await dutyItems(tx, { ids: itemIds, seenBy: acting.actor }, day, { limit: MOST_ITEMS });
    if (seen.length === 0) return notFound();
    const mine = seen.filter((item) => mayRemindOf(acting.actor, item));
    if (mine.length === 0) {
      return refused({
        rule: 'not_below',
        sentence: 'Chỉ cơ quan nhận hoặc cấp trên của đơn vị mới nhắc được việc của đơn vị đó.',
      });
    }
    const open = mine.filter(({ state }) => isOpen(state));
    const people = await whoIsReminded(tx, day);
    const by = acting.actor.grants[0]?.officeName ?? acting.actor.displayName;
    const notices = open.flatMap((item) =>
      people
        .filter(({ officeIds }) => officeIds.includes(item.officeId))
        .map(({ accountId }) => ({
          account_id: accountId,
          kind: 'reminder' as const,
          sentence: `${by} nhắc: ${itemName(item)}, hạn ${formatDate(item.dueOn)}${item.state === 'late' ? ', đã quá hạn' : ''}.`,
          href: workHref(item),
          duty_item_id: item.id,
          on_day: day,
          created_at: acting.clock.now(),
        })),
    );
    await insertNotices(tx, notices);
    const heard = new Set(people.flatMap(({ officeIds }) => officeIds));
    const silent = [
      ...new Set(open.filter(({ officeId }) => !heard.has(officeId)).map((one) => one.officeName)),
    ];
    await noteReminder(tx, acting, open);
    return done({ people: new Set(notices.map((notice) => notice.account_id)).size, silent });
  });
}

/** So many things are named in the audit, the late ones first; of more it says how many. */
const MOST_NAMED = 100;

/** One event for one sending, however many things it is about. */
async function noteReminder(tx: Tx, acting: Acting, items: readonly DutyItem[]): Promise<void> {
  const [first, ...more] = items;
  if (!first) return;
  if (more.length === 0) {
    return record(tx, acting, {
      kind: 'duty_item.reminded',
      thingId: first.id,
      officeId: first.officeId,
      after: { Việc: itemName(first), 'Đơn vị': first.officeName },
    });
  }
  const named = items.slice(0, MOST_NAMED).map((item) => `${itemName(item)} (${item.officeName})`);
  const rest = items.length - named.length;
  const oneOffice = more.every(({ officeId }) => officeId === first.officeId);
  await record(tx, acting, {
    kind: 'duty_item.many_reminded',
    thingId: first.id,
    // where several offices are meant it lies with the one that reminds them
    officeId: oneOffice ? first.officeId : (acting.actor.grants[0]?.officeId ?? null),
    after: {
      'Số việc': items.length,
      'Các việc': rest > 0 ? [...named, `và ${formatCount(rest)} việc khác`] : named,
    },
  });
}

/** 'Đã nhắc 3 người. Chưa có tài khoản ở: Xã A, Xã B.' */
export function remindedInWords({ people, silent }: Reminded): string {
  const told = people > 0 ? `Đã nhắc ${people.toLocaleString('vi-VN')} người.` : 'Chưa nhắc được ai.';
  if (silent.length === 0) return told;
  const more = silent.length > 5 ? ` và ${silent.length - 5} đơn vị khác` : '';
  return `${told} Chưa có người phụ trách trên hệ thống ở: ${silent.slice(0, 5).join(', ')}${more}.`;
}
