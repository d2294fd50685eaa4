import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { keepSetting } from '../web/setting.ts';
import { QUOTA_KEY, quotaBytes } from './quota.ts';
import { sizeInWords } from './size.ts';

const MB = 1024 * 1024;

/** Why the room of offices is not the actor's to set; null when it is. */
export function refusalToSetQuota(actor: Actor): Reason | null {
  if (actor.grants.some(({ role }) => role === 'standing' || role === 'admin')) return null;
  const sentence = 'Mức dung lượng do cơ quan thường trực hoặc người quản trị đặt.';
  return { rule: 'wrong_role', sentence };
}

/** Sets how much every office may keep. What is kept already stays, also where it is more. */
export function setQuota(acting: Acting, input: { megabytes: number }): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const refusal = refusalToSetQuota(acting.actor);
    if (refusal) return refused(refusal);
    const before = await quotaBytes(tx);
    await keepSetting(tx, QUOTA_KEY, input.megabytes);
    await record(tx, acting, {
      kind: 'storage.quota_set',
      thingId: 0,
      before: { 'mỗi đơn vị': sizeInWords(before) },
      after: { 'mỗi đơn vị': sizeInWords(input.megabytes * MB) },
    });
    return done(null);
  });
}
