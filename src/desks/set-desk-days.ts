import { type AuditFields, record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { keepSetting } from '../web/setting.ts';
import { DESK_DAYS_SETTING, type DeskDays, deskDays, deskDaysSchema } from './due.ts';
import { PAPER_NAMES, type Paper } from './stay.ts';

/** Why the working days of the desks are not the actor's to set; null when they are. */
export function refusalToSetDeskDays(actor: Actor): Reason | null {
  if (actor.grants.some(({ role }) => role === 'standing' || role === 'admin')) return null;
  const sentence = 'Thời hạn xử lý do cơ quan thường trực hoặc người quản trị đặt.';
  return { rule: 'wrong_role', sentence };
}

/** Sets how many working days each desk is given from now on; what lies on a desk already keeps its day. */
export function setDeskDays(acting: Acting, days: DeskDays): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const refusal = refusalToSetDeskDays(acting.actor);
    if (refusal) return refused(refusal);
    if (!deskDaysSchema.safeParse(days).success) return invalid({ _: 'Số ngày phải từ 1 đến 125.' });
    const before = await deskDays(tx);
    await keepSetting(tx, DESK_DAYS_SETTING, days);
    await record(tx, acting, {
      kind: 'desk_days.set',
      thingId: 0,
      before: inWords(before),
      after: inWords(days),
    });
    return done(null);
  });
}

const inWords = (days: DeskDays): AuditFields =>
  Object.fromEntries(
    Object.entries(days).flatMap(([paper, { decide, complete }]) => [
      [`${PAPER_NAMES[paper as Paper]}, quyết định (ngày làm việc)`, decide],
      [`${PAPER_NAMES[paper as Paper]}, bổ sung (ngày làm việc)`, complete],
    ]),
  );
