import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { changingSubject, writingOffice } from './changing-subject.ts';
import {
  type PastAward,
  pastAwardErrors,
  pastAwardInWords,
  sameAward,
  tidyPastAward,
} from './past-award-facts.ts';
import { pastAwardColumns, recordAward, storedAward } from './past-award-store.ts';

/** Who confirms it is another than who writes it, so that is a command of its own. */
export interface PastAwardInput extends Omit<PastAward, 'confirmedBy'> {
  /** The subject. */
  id: number;
  version: number | null;
}

/** Writes down an award that the subject has already. Wrong input comes back by the names of the input's fields. */
export function recordPastAward(acting: Acting, input: PastAwardInput): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const officeId = writingOffice(acting.actor);
    if (officeId === null) return refused(NO_OFFICE);
    const award = tidyPastAward({ ...input, confirmedBy: null });
    const judged = await judge(tx, acting, subject.id, award, null);
    if (!judged.ok) return judged;
    const { id } = await tx
      .insertInto('past_award')
      .values({
        subject_id: subject.id,
        ...pastAwardColumns(award),
        office_id: officeId,
        recorded_by: acting.actor.accountId,
        recorded_on: acting.clock.today(),
        is_sample: subject.isSample,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordAward(tx, acting, subject, 'subject.award_recorded', {
      after: pastAwardInWords(award, judged.value),
    });
    return done({ id });
  });
}

/** Corrects what is written of an award. What was confirmed and is another now is not confirmed any more. */
export function changePastAward(
  acting: Acting,
  input: PastAwardInput & { awardId: number },
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const before = await storedAward(tx, subject.id, input.awardId);
    if (!before) return notFound();
    const typed = tidyPastAward({ ...input, confirmedBy: before.award.confirmedBy });
    const same = sameAward(before.award, typed);
    if (same && typed.source === before.award.source) return refused(NOTHING_CHANGED);
    const award = same ? typed : { ...typed, confirmedBy: null };
    const judged = await judge(tx, acting, subject.id, award, input.awardId);
    if (!judged.ok) return judged;
    await tx
      .updateTable('past_award')
      .set((eb) => ({
        ...pastAwardColumns(award),
        // whoever wrote what stands there now does not confirm it
        ...(same ? {} : { recorded_by: acting.actor.accountId }),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', input.awardId)
      .execute();
    await recordAward(tx, acting, subject, 'subject.award_changed', {
      before: pastAwardInWords(before.award, before.formName),
      after: pastAwardInWords(award, judged.value),
    });
    return done({ id: input.awardId });
  });
}

/** Takes an award away that was written down by mistake; it stays in the history, with the reason. */
export function removePastAward(
  acting: Acting,
  input: { id: number; version: number | null; awardId: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const before = await storedAward(tx, subject.id, input.awardId);
    if (!before) return notFound();
    const reason = input.reason.trim();
    if (reason === '') return invalid({ reason: 'Hãy ghi lý do bỏ.' });
    await tx.deleteFrom('past_award').where('id', '=', input.awardId).execute();
    await recordAward(tx, acting, subject, 'subject.award_removed', {
      before: pastAwardInWords(before.award, before.formName),
      reason,
    });
    return done({ id: subject.id });
  });
}

/** Answers the name of the form of the catalogue, null where the award is in words of its own. */
async function judge(
  tx: Tx,
  acting: Acting,
  subjectId: number,
  award: PastAward,
  exceptId: number | null,
): Promise<Outcome<string | null>> {
  const errors = pastAwardErrors(award, acting.clock.today());
  const form =
    award.awardFormId === null
      ? null
      : await tx
          .selectFrom('award_form')
          .select('name')
          .where('id', '=', award.awardFormId)
          .executeTakeFirst();
  if (form === undefined) errors.awardFormId = 'Hãy chọn hình thức trong danh mục.';
  if (Object.keys(errors).length > 0) return invalid(errors);
  const twin = await twinOf(tx, subjectId, award, exceptId);
  return twin ? refused(TWICE) : done(form?.name ?? null);
}

/** The very same award: form, year, day and number. */
const twinOf = (tx: Tx, subjectId: number, award: PastAward, exceptId: number | null) =>
  tx
    .selectFrom('past_award')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('award_form_id', 'is not distinct from', award.awardFormId)
    .where('form_words', 'is not distinct from', award.formWords)
    .where('year', 'is not distinct from', award.year)
    .where('number', 'is not distinct from', award.number)
    .where('decided_on', 'is not distinct from', award.decidedOn)
    .where('id', 'is distinct from', exceptId)
    .executeTakeFirst();

const TWICE = {
  rule: 'award_already',
  sentence:
    'Khen thưởng này đã được ghi: cùng hình thức, năm, ngày và số quyết định. Hãy sửa mục đã có nếu cần.',
};
const NO_OFFICE = {
  rule: 'no_office',
  sentence: 'Tài khoản của bạn chưa gắn với đơn vị nào được ghi nhận: hãy nhờ quản trị cấp quyền.',
};
const NOTHING_CHANGED = {
  rule: 'nothing_changed',
  sentence: 'Chưa có nội dung nào khác với mục đang lưu: hãy sửa rồi lưu lại.',
};
