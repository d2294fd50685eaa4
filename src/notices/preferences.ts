import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { keepEmail } from '../identity/own-email.ts';
import { act } from '../platform/act.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import { NOTICE_KINDS, NOTICE_NAMES, type NoticeKind } from './notice-kinds.ts';
import { FIRST_DAYS_BEFORE } from './reminder-rules.ts';

/** How somebody wants to hear of things. */
export interface Preferences {
  email: string | null;
  byEmail: boolean;
  /** Kinds that they want by e-mail. */
  kinds: NoticeKind[];
  /** Working days before a due day; 0: not before it. */
  daysBefore: number;
}

export async function preferencesOf(db: Reader, actor: Actor): Promise<Preferences | null> {
  if (actor.accountId === null) return null;
  const row = await db
    .selectFrom('account as a')
    .leftJoin('notice_preference as p', 'p.account_id', 'a.id')
    .select(['a.email', 'p.by_email as byEmail', 'p.without', 'p.days_before as daysBefore'])
    .where('a.id', '=', actor.accountId)
    .executeTakeFirst();
  if (!row) return null;
  const without = row.without ?? [];
  return {
    email: row.email,
    byEmail: row.byEmail ?? true,
    kinds: NOTICE_KINDS.filter((kind) => !without.includes(kind)),
    daysBefore: row.daysBefore ?? FIRST_DAYS_BEFORE,
  };
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

/** Changes one's own preferences. The address itself is not kept in the audit, only that it changed. */
export function setPreferences(acting: Acting, input: Preferences): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const { accountId } = acting.actor;
    const before = await preferencesOf(tx, acting.actor);
    if (accountId === null || !before) return notFound();
    if (input.email !== null && !ADDRESS.test(input.email)) {
      return invalid({
        email: `“${input.email.slice(0, 60)}” không phải là địa chỉ thư; hãy ghi như ten@phutho.gov.vn.`,
      });
    }
    if (input.byEmail && input.email === null) {
      return invalid({ email: 'Muốn nhận thư thì ghi địa chỉ thư; hoặc bỏ đánh dấu nhận thư.' });
    }
    await keepEmail(tx, accountId, input.email);
    const row = {
      by_email: input.byEmail,
      without: NOTICE_KINDS.filter((kind) => !input.kinds.includes(kind)),
      days_before: input.daysBefore,
    };
    await tx
      .insertInto('notice_preference')
      .values({ account_id: accountId, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    await record(tx, acting, {
      kind: 'account.notices_changed',
      thingId: accountId,
      before: inWords(before),
      after: { ...inWords(input), 'Địa chỉ thư': input.email === before.email ? 'như trước' : 'đã đổi' },
    });
    return done(null);
  });
}

const inWords = ({ byEmail, kinds, daysBefore }: Preferences) => ({
  'Nhận thư': byEmail,
  'Loại thông báo': kinds.map((kind) => NOTICE_NAMES[kind]),
  'Nhắc trước (ngày làm việc)': daysBefore,
});
