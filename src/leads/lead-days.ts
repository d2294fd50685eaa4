import { z } from 'zod';
import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { keepSetting } from '../web/setting.ts';

/** Days of the office for what citizens propose. */
export interface LeadDays {
  /** After so many days without a step a lead shows as late. */
  late: number;
  /** An office below that is asked has so many days. */
  answer: number;
  /** How the proposer may be reached is erased so many days after the end. */
  contact: number;
}

const SETTING = 'lead_days';
export const MOST_DAYS = 365;
const days = z.number().int().min(1).max(MOST_DAYS);
const schema = z.object({ late: days, answer: days, contact: days });

/** As the migration sets them; whatever else stands there is not read. */
export const FIRST_DAYS: LeadDays = { late: 7, answer: 10, contact: 30 };

export async function leadDays(db: Reader): Promise<LeadDays> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', SETTING).executeTakeFirst();
  const parsed = schema.safeParse(row?.value);
  return parsed.success ? parsed.data : FIRST_DAYS;
}

/** Why the days are not the actor's to set; null when they are. */
export function refusalToSetLeadDays(actor: Actor): Reason | null {
  if (actor.grants.some(({ role }) => role === 'standing' || role === 'admin')) return null;
  return {
    rule: 'wrong_role',
    sentence: 'Thời hạn xử lý lời giới thiệu do cơ quan thường trực hoặc người quản trị đặt.',
  };
}

/** Sets the days from now on; they count for everything that waits already. */
export function setLeadDays(acting: Acting, set: LeadDays): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const refusal = refusalToSetLeadDays(acting.actor);
    if (refusal) return refused(refusal);
    if (!schema.safeParse(set).success) return invalid({ _: `Số ngày phải từ 1 đến ${MOST_DAYS}.` });
    const before = await leadDays(tx);
    await keepSetting(tx, SETTING, set);
    await record(tx, acting, {
      kind: 'lead_days.set',
      thingId: 0,
      before: inWords(before),
      after: inWords(set),
    });
    return done(null);
  });
}

const inWords = ({ late, answer, contact }: LeadDays) => ({
  'coi là chậm sau (ngày)': late,
  'hạn trả lời của đơn vị được hỏi (ngày)': answer,
  'giữ cách liên hệ sau khi xong (ngày)': contact,
});
