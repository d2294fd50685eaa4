import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { changingSubject, homeOffice } from '../subjects/changing-subject.ts';
import { writeSubjectFacts } from '../subjects/commands.ts';
import { type SubjectFacts, subjectErrors, tidySubject } from '../subjects/facts.ts';
import type { SubjectInView } from '../subjects/in-view.ts';
import { whyNotShared } from './change-rules.ts';
import { lockExemplars, nextVersion } from './changing.ts';
import { allOfSubject, type ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import { type Difference, difference } from './record-difference.ts';
import { subjectInWords } from './record-registration.ts';

export interface ChangeSubjectFactsInput extends Omit<SubjectFacts, 'kind'> {
  /** Null: as it is. */
  kind: SubjectFacts['kind'] | null;
  /** The subject. */
  id: number;
  version: number | null;
}

/**
 * Corrects what is known of a subject, in all its registrations at once, each with its own line in the history: whoever
 * does it must have a say in every one of them. Wrong input comes back by the names of the facts.
 */
export function changeSubjectFacts(
  acting: Acting,
  input: ChangeSubjectFactsInput,
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const facts = tidySubject({ ...input, kind: input.kind ?? subject.kind });
    const errors = subjectErrors(facts, Number(acting.clock.today().slice(0, 4)));
    if (Object.keys(errors).length > 0) return invalid(errors);
    const changed = difference(subjectInWords(subject), subjectInWords(facts));
    // the subject first, then its files: the same order for all, so that nobody waits in a ring
    await lockExemplars(
      tx,
      subject.exemplars.map(({ id }) => id),
    );
    const files = await allOfSubject(tx, acting.actor, subject.id);
    const refusal = whyNot(subject, facts, changed, files);
    if (refusal) return refused(refusal);

    await writeSubjectFacts(tx, subject.id, facts);
    for (const file of files) await nextVersion(tx, acting, file.id);
    for (const file of files) await recordChange(tx, acting, file, 'exemplar.changed', changed);
    await record(tx, acting, {
      kind: 'subject.changed',
      thingId: subject.id,
      thingVersion: subject.version + 1,
      officeId: homeOffice(subject),
      ...changed,
    });
    return done({ id: subject.id });
  });
}

function whyNot(
  subject: SubjectInView,
  facts: SubjectFacts,
  changed: Difference,
  files: readonly ExemplarInView[],
): Reason | null {
  if (Object.keys(changed.after).length === 0) return NOTHING_CHANGED;
  if (files.length > 0 && facts.kind !== subject.kind) return KIND_REGISTERED;
  return whyNotShared(files, facts.kind);
}

const NOTHING_CHANGED: Reason = {
  rule: 'nothing_changed',
  sentence: 'Chưa có nội dung nào khác với thông tin đang lưu: hãy sửa rồi lưu lại.',
};
const KIND_REGISTERED: Reason = {
  rule: 'kind_registered',
  sentence:
    'Chủ thể đã có hồ sơ đăng ký theo loại này nên không đổi loại ở đây: nếu hồ sơ mới ghi nhận, hãy sửa loại ở hồ sơ.',
};
