import type { AuditFields } from '../audit/record.ts';
import { record } from '../audit/record.ts';
import { changing } from '../exemplars/changing.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtLead, steppingLead } from './changing-lead.ts';
import { VERIFY_RESULT_NAMES, VERIFY_WAY_NAMES, type VerifyResult, type VerifyWay } from './words.ts';

/** Somebody looked into it: who, when, how, and what came of it. */
export interface Look {
  verifiedOn: Day;
  how: VerifyWay;
  who: string;
  result: VerifyResult;
  words: string;
}

/** Puts on record what came of looking into a lead. Wrong input comes back under `verifiedOn`. */
export function verifyLead(acting: Acting, input: AtLead & Look): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'verify', async (tx, lead) => {
    const errors = lookErrors(input, lead.receivedOn, acting.clock.today());
    if (Object.keys(errors).length > 0) return invalid(errors);
    await writeLook(tx, acting, { lead_id: lead.id }, input);
    return done({ kind: 'lead.verified', after: lookInWords(input), value: { id: lead.id } });
  });
}

/** The same for an exemplar that was found in another way, while it is not yet decided on. */
export function verifyExemplar(acting: Acting, input: AtLead & Look): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToLookInto(exemplar);
    if (refusal) return refused(refusal);
    const errors = lookErrors(input, null, acting.clock.today());
    if (Object.keys(errors).length > 0) return invalid(errors);
    await writeLook(tx, acting, { exemplar_id: exemplar.id }, input);
    await record(tx, acting, {
      kind: 'exemplar.verified',
      thingId: exemplar.id,
      thingVersion: exemplar.version + 1,
      officeId: exemplar.officeId,
      after: lookInWords(input),
    });
    return done({ id: exemplar.id });
  });
}

const LOOKERS = ['unit', 'lead', 'standing'] as const;
const UNDECIDED = ['found', 'proposed', 'returned'];

/** Why an exemplar may not be looked into by somebody; null when it may. */
export function refusalToLookInto({ state, roles }: Pick<ExemplarInView, 'state' | 'roles'>): Reason | null {
  if (!LOOKERS.some((role) => roles.has(role))) {
    return {
      rule: 'wrong_role',
      sentence:
        'Việc xác minh, hỏi thêm do cán bộ đơn vị, cơ quan chủ trì hoặc cơ quan thường trực phụ trách hồ sơ thực hiện.',
    };
  }
  if (UNDECIDED.includes(state)) return null;
  return {
    rule: 'wrong_state',
    sentence: 'Hồ sơ đã qua bước lựa chọn: từ đây dùng phần kiểm tra, đánh giá.',
  };
}

function lookErrors({ verifiedOn }: Look, earliest: Day | null, today: Day): FieldErrors {
  if (verifiedOn > today)
    return { verifiedOn: `Ngày xác minh không được sau hôm nay (${formatDate(today)}).` };
  if (earliest !== null && verifiedOn < earliest) {
    return {
      verifiedOn: `Ngày xác minh không được trước ngày nhận lời giới thiệu (${formatDate(earliest)}).`,
    };
  }
  return {};
}

async function writeLook(
  tx: Tx,
  acting: Acting,
  of: { lead_id: number } | { exemplar_id: number },
  look: Look,
): Promise<void> {
  await tx
    .insertInto('verification')
    .values({
      ...of,
      verified_on: look.verifiedOn,
      how: look.how,
      who: look.who,
      result: look.result,
      words: look.words,
      recorded_by: acting.actor.accountId,
    })
    .execute();
}

const lookInWords = (look: Look): AuditFields => ({
  'ngày xác minh': formatDate(look.verifiedOn),
  'cách xác minh': VERIFY_WAY_NAMES[look.how],
  'người xác minh': look.who,
  'kết quả': VERIFY_RESULT_NAMES[look.result],
  'nội dung xác minh': look.words,
});
