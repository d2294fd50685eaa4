import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import {
  done,
  type FieldErrors,
  invalid,
  notFound,
  type Outcome,
  type Reason,
  refused,
} from '../platform/outcome.ts';
import { rewriteSubject } from '../subjects/commands.ts';
import { type SubjectFacts, subjectErrors, tidySubject } from '../subjects/facts.ts';
import { firstDecisionOn, moveFirstStep } from './change-found-day.ts';
import { lockedErrors, whyNotShared } from './change-rules.ts';
import { lockSubjectOf, siblingsOf } from './change-siblings.ts';
import { changing, nextVersion } from './changing.ts';
import type { ExemplarInView } from './queries.ts';
import { type Choices, choiceErrors, namesOf, readChoices } from './record-choices.ts';
import { type Difference, difference } from './record-difference.ts';
import {
  foundDayErrors,
  type Registration,
  registrationColumns,
  registrationInWords,
  subjectInWords,
  tidyRegistration,
} from './record-registration.ts';
import { whyNotTwice } from './record-twice.ts';
import { refusalToWork } from './work-rules.ts';

export interface ChangeExemplarInput extends Registration {
  id: number;
  version: number | null;
  subject: SubjectFacts;
}

/**
 * Corrects what is registered: the whole registration as it should stand. The subject's facts change in every
 * file of the subject, each with its own line in the history. Wrong input comes back by the names of the input's
 * fields, those of the subject among them.
 */
export function changeExemplar(acting: Acting, input: ChangeExemplarInput): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const known = await lockSubjectOf(tx, input.id);
    if (!known) return notFound();
    return changing({ ...acting, db: tx }, input.id, input.version, async (_tx, exemplar) => {
      const refusal = refusalToWork(exemplar, 'registration');
      if (refusal) return refused(refusal);
      const subject = tidySubject(input.subject);
      const typed = tidyRegistration(input);
      const choices = await readChoices(tx, typed);
      const registration = { ...typed, planId: choices.plan?.id ?? typed.planId };
      const firstStepOn = await firstDecisionOn(tx, exemplar.id);
      const errors = changeErrors(
        exemplar,
        { subject, registration, choices, firstStepOn },
        acting.clock.today(),
      );
      if (Object.keys(errors).length > 0) return invalid(errors);
      return write(tx, acting, exemplar, { subject, registration, choices });
    });
  });
}

interface Change {
  subject: SubjectFacts;
  registration: Registration;
  choices: Choices;
}

function changeErrors(
  exemplar: ExemplarInView,
  change: Change & { firstStepOn: Day | null },
  today: Day,
): FieldErrors {
  const { subject, registration, choices, firstStepOn } = change;
  const elsewhere = registration.planId !== exemplar.planId || registration.fieldId !== exemplar.fieldId;
  const chosen = choiceErrors(registration, choices, subject.kind);
  // a plan that ended since does not keep a file of it from being corrected
  if (!elsewhere) delete chosen.planId;
  return {
    ...subjectErrors(subject, Number(today.slice(0, 4))),
    ...chosen,
    ...foundDayErrors(registration.foundOn, today, firstStepOn),
    ...lockedErrors(exemplar, registration, subject.kind),
  };
}

async function write(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  change: Change,
): Promise<Outcome<{ id: number }>> {
  const { subject, registration } = change;
  const ofSubject = difference(subjectInWords(exemplar.subject), subjectInWords(subject));
  const renamed = Object.keys(ofSubject.after).length > 0;
  const siblings = renamed ? await siblingsOf(tx, acting, exemplar) : [];
  const refusal = await whyNotThis(tx, exemplar, change, siblings);
  if (refusal) return refused(refusal);

  if (renamed) await rewriteSubject(tx, exemplar.subject.id, subject);
  const columns = registrationColumns(registration);
  await tx.updateTable('exemplar').set(columns).where('id', '=', exemplar.id).execute();
  if (registration.foundOn !== exemplar.foundOn) await moveFirstStep(tx, exemplar.id, registration.foundOn);
  for (const sibling of siblings) await nextVersion(tx, acting, sibling.id);
  for (const sibling of siblings) await recordChange(tx, acting, sibling, ofSubject);
  await recordChange(tx, acting, exemplar, changedWords(exemplar, change));
  if (renamed) await recordRenamed(tx, acting, exemplar, ofSubject);
  return done({ id: exemplar.id });
}

async function whyNotThis(
  tx: Tx,
  exemplar: ExemplarInView,
  change: Change,
  siblings: readonly ExemplarInView[],
): Promise<Reason | null> {
  if (!hasChanged(exemplar, change)) return NOTHING_CHANGED;
  const moved = change.registration.fieldId !== exemplar.fieldId;
  const twice = moved ? await whyNotTwice(tx, exemplar.subject.id, change.choices.field, exemplar.id) : null;
  return twice ?? whyNotShared(siblings, change.subject.kind);
}

const changedWords = (exemplar: ExemplarInView, { subject, registration, choices }: Change): Difference =>
  difference(
    registrationInWords(exemplar.subject, exemplar, exemplar),
    registrationInWords(subject, registration, namesOf(choices)),
  );

/** Two plans, fields or movements may bear one name, so the words alone do not tell. */
function hasChanged(exemplar: ExemplarInView, change: Change): boolean {
  const { planId, fieldId, movementId } = change.registration;
  const sameIds =
    planId === exemplar.planId && fieldId === exemplar.fieldId && movementId === exemplar.movementId;
  return !sameIds || Object.keys(changedWords(exemplar, change).after).length > 0;
}

function recordChange(tx: Tx, acting: Acting, exemplar: ExemplarInView, fields: Difference): Promise<void> {
  return record(tx, acting, {
    kind: 'exemplar.changed',
    thingId: exemplar.id,
    thingVersion: exemplar.version + 1,
    officeId: exemplar.officeId,
    ...fields,
  });
}

/** The subject has a history of its own, over all its files. */
function recordRenamed(tx: Tx, acting: Acting, exemplar: ExemplarInView, fields: Difference): Promise<void> {
  return record(tx, acting, {
    kind: 'subject.changed',
    thingId: exemplar.subject.id,
    thingVersion: exemplar.subject.version + 1,
    officeId: exemplar.officeId,
    ...fields,
  });
}

const NOTHING_CHANGED = {
  rule: 'nothing_changed',
  sentence: 'Chưa có nội dung nào khác với hồ sơ đang lưu: hãy sửa rồi lưu lại.',
};
