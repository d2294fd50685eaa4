import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, notFound, type Outcome } from '../platform/outcome.ts';
import { isNoticeKind, type NoticeKind } from './notice-kinds.ts';

export interface OwnNotice {
  id: number;
  kind: NoticeKind;
  sentence: string;
  href: string;
  onDay: Day;
  isRead: boolean;
}

export const SHOWN_NOTICES = 400;
/** So many of one day stand by themselves; more are folded into one row. */
const MOST_BELOW = 3;

/** One's own notices, the newest first, at most {@link SHOWN_NOTICES}. */
export async function ownNotices(db: Reader, actor: Actor, onlyUnread: boolean): Promise<OwnNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'sentence', 'href', 'on_day as onDay', 'read_at'])
    .where('account_id', '=', actor.accountId ?? 0)
    .$if(onlyUnread, (query) => query.where('read_at', 'is', null))
    .orderBy('id', 'desc')
    .limit(SHOWN_NOTICES)
    .execute();
  return rows.flatMap(({ kind, read_at, ...row }) =>
    isNoticeKind(kind) ? [{ ...row, kind, isRead: read_at !== null }] : [],
  );
}

/**
 * Notices in the rows in which they are shown: the newest day first, in it one's own things before what others below
 * are late with; where those are many, all of one day in one row.
 */
export function inGroups(notices: readonly OwnNotice[]): [OwnNotice, ...OwnNotice[]][] {
  const isBelow = ({ kind }: OwnNotice) => kind === 'overdue_below';
  const days = [...new Set(notices.map(({ onDay }) => onDay))].toSorted().toReversed();
  return days.flatMap((day) => {
    const ofDay = notices.filter(({ onDay }) => onDay === day);
    const below = ofDay.filter(isBelow);
    const own = ofDay.filter((notice) => !isBelow(notice)).map((notice): [OwnNotice] => [notice]);
    const [first, ...more] = below;
    if (first && below.length > MOST_BELOW) return [...own, [first, ...more]];
    return [...own, ...below.map((notice): [OwnNotice] => [notice])];
  });
}

/** Marks one's own notices as read: one, or all that came until the newest that was shown. Neither: none. */
export function markRead(
  acting: Acting,
  input: { id: number | null; until: number | null },
): Promise<Outcome<{ count: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (acting.actor.accountId === null) return notFound();
    if (input.id === null && input.until === null) return done({ count: 0 });
    const marked = await tx
      .updateTable('notice')
      .set({ read_at: acting.clock.now() })
      .where('account_id', '=', acting.actor.accountId)
      .where('read_at', 'is', null)
      .$if(input.id !== null, (query) => query.where('id', '=', input.id ?? 0))
      .$if(input.until !== null, (query) => query.where('id', '<=', input.until ?? 0))
      .returning('id')
      .execute();
    return done({ count: marked.length });
  });
}
