import type { Acting } from '../identity/actor.ts';
import {
  done,
  type FieldErrors,
  invalid,
  notFound,
  type Outcome,
  type Reason,
  refused,
} from '../platform/outcome.ts';
import { changingSubject } from './changing-subject.ts';
import { recordAward, storedAward } from './past-award-store.ts';

export interface ConfirmPastAwardInput {
  /** The subject. */
  id: number;
  version: number | null;
  awardId: number;
  /** Who has seen the paper or asked the giver, and how. */
  confirmedBy: string;
}

/** Writes down who has seen the paper of an award or asked the giver. */
export function confirmPastAward(
  acting: Acting,
  input: ConfirmPastAwardInput,
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const stored = await storedAward(tx, subject.id, input.awardId);
    if (!stored) return notFound();
    const refusal = whyNotConfirm(acting.actor.accountId, stored.recordedBy, stored.award.confirmedBy);
    if (refusal) return refused(refusal);
    const confirmedBy = input.confirmedBy.normalize('NFC').replace(/\s+/g, ' ').trim();
    const errors = confirmErrors(confirmedBy);
    if (errors) return invalid(errors);
    await tx
      .updateTable('past_award')
      .set((eb) => ({ confirmed_by: confirmedBy, version: eb('version', '+', 1) }))
      .where('id', '=', input.awardId)
      .execute();
    await recordAward(tx, acting, subject, 'subject.award_confirmed', {
      after: {
        'hình thức': stored.formName ?? stored.award.formWords,
        năm: stored.award.year,
        'người xác nhận': confirmedBy,
      },
    });
    return done({ id: input.awardId });
  });
}

/** Nobody confirms what they wrote themselves; what the program itself wrote (null) is nobody's own. */
export function whyNotConfirm(
  accountId: number | null,
  recordedBy: number | null,
  confirmedBy: string | null,
): Reason | null {
  if (confirmedBy !== null) return CONFIRMED_ALREADY;
  return accountId !== null && recordedBy === accountId ? NOT_OWN : null;
}

function confirmErrors(confirmedBy: string): FieldErrors | null {
  if (confirmedBy === '') return { confirmedBy: 'Hãy ghi ai đã xem giấy tờ hoặc đã hỏi nơi khen.' };
  if (confirmedBy.length > 200) return { confirmedBy: 'Nội dung dài quá 200 ký tự; hãy viết gọn lại.' };
  return null;
}

const NOT_OWN: Reason = {
  rule: 'not_own_award',
  sentence:
    'Bạn là người ghi khen thưởng này nên không tự xác nhận; hãy nhờ người khác phụ trách chủ thể xem giấy tờ rồi xác nhận.',
};
const CONFIRMED_ALREADY: Reason = {
  rule: 'confirmed_already',
  sentence: 'Khen thưởng này đã được xác nhận.',
};
