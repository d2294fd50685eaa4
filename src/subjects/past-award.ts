import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { changingSubject, homeOffice, writingOffice } from './changing-subject.ts';
import type { SubjectInView } from './in-view.ts';
import {
  type PastAward,
  type PastAwardSource,
  pastAwardErrors,
  pastAwardInWords,
  tidyPastAward,
} from './past-award-facts.ts';

export interface PastAwardInput extends PastAward {
  /** The subject. */
  id: number;
  version: number | null;
}

/** Writes down an award that the subject has already. Wrong input comes back by the names of the input's fields. */
export function recordPastAward(acting: Acting, input: PastAwardInput): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const officeId = writingOffice(acting.actor);
    if (officeId === null) return refused(NO_OFFICE);
    const award = tidyPastAward(input);
    const judged = await judge(tx, acting, subject, award, null);
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

/** Corrects what is written of an award. */
export function changePastAward(
  acting: Acting,
  input: PastAwardInput & { awardId: number },
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const before = await storedAward(tx, subject.id, input.awardId);
    if (!before) return notFound();
    const award = tidyPastAward(input);
    const judged = await judge(tx, acting, subject, award, input.awardId);
    if (!judged.ok) return judged;
    await tx
      .updateTable('past_award')
      .set((eb) => ({ ...pastAwardColumns(award), version: eb('version', '+', 1) }))
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
    if (input.reason.trim() === '') return invalid({ reason: 'Hãy ghi lý do bỏ.' });
    await tx.deleteFrom('past_award').where('id', '=', input.awardId).execute();
    await recordAward(tx, acting, subject, 'subject.award_removed', {
      before: pastAwardInWords(before.award, before.formName),
      reason: input.reason.trim(),
    });
    return done({ id: subject.id });
  });
}

/** Answers the name of the form of the catalogue, null where the award is in words of its own. */
async function judge(
  tx: Tx,
  acting: Acting,
  subject: SubjectInView,
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
  const twin = await twinOf(tx, subject.id, award, exceptId);
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

async function storedAward(tx: Tx, subjectId: number, awardId: number) {
  const row = await tx
    .selectFrom('past_award as p')
    .leftJoin('award_form as f', 'f.id', 'p.award_form_id')
    .selectAll('p')
    .select('f.name as form_name')
    .where('p.id', '=', awardId)
    .where('p.subject_id', '=', subjectId)
    .executeTakeFirst();
  if (!row) return null;
  const award: PastAward = {
    awardFormId: row.award_form_id,
    formWords: row.form_words,
    number: row.number,
    decidedOn: row.decided_on,
    givenBy: row.given_by,
    year: row.year,
    forWhat: row.for_what,
    source: row.source as PastAwardSource,
    confirmedBy: row.confirmed_by,
  };
  return { award, formName: row.form_name };
}

const pastAwardColumns = (award: PastAward) => ({
  award_form_id: award.awardFormId,
  form_words: award.formWords,
  number: award.number,
  decided_on: award.decidedOn,
  given_by: award.givenBy,
  year: award.year,
  for_what: award.forWhat,
  source: award.source,
  confirmed_by: award.confirmedBy,
});

function recordAward(
  tx: Tx,
  acting: Acting,
  subject: SubjectInView,
  kind: 'subject.award_recorded' | 'subject.award_changed' | 'subject.award_removed',
  told: Pick<Parameters<typeof record>[2], 'before' | 'after' | 'reason'>,
): Promise<void> {
  return record(tx, acting, {
    kind,
    thingId: subject.id,
    thingVersion: subject.version + 1,
    officeId: homeOffice(subject),
    ...told,
  });
}

const TWICE = {
  rule: 'award_already',
  sentence:
    'Khen thưởng này đã được ghi: cùng hình thức, năm, ngày và số quyết định. Hãy sửa mục đã có nếu cần.',
};
const NO_OFFICE = {
  rule: 'no_office',
  sentence: 'Tài khoản của bạn chưa gắn với đơn vị nào được ghi nhận: hãy nhờ quản trị cấp quyền.',
};
