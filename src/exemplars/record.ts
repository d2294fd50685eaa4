import { record } from '../audit/record.ts';
import { type Acting, ROLE_NAMES, type Role } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { createSubject, lockSubject } from '../subjects/commands.ts';
import { type SubjectFacts, subjectErrors, tidySubject } from '../subjects/facts.ts';
import { findSubject } from '../subjects/queries.ts';
import { type Choices, choiceErrors, namesOf, readChoices } from './record-choices.ts';
import {
  foundDayErrors,
  type Registration,
  registrationColumns,
  registrationInWords,
  tidyRegistration,
} from './record-registration.ts';
import { whyNotTwice } from './record-twice.ts';

export interface RecordExemplarInput extends Registration {
  /** The office with which the exemplar lies. */
  officeId: number;
  /** A new subject, or one known already. */
  subject: SubjectFacts | { id: number };
  isSample?: boolean;
}

const RECORDERS: readonly Role[] = ['unit', 'lead', 'standing'];

/**
 * Records what was found, complete or not, as a new exemplar in `found`. A unit, lead or standing role over the
 * office is needed (for a lead: over the field). Wrong input comes back by the names of the input's fields, those
 * of the subject among them, and `subjectId` for a known subject.
 */
export function recordExemplar(acting: Acting, input: RecordExemplarInput): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const registration = tidyRegistration(input);
    const choices = await readChoices(tx, registration);
    const office = await readOffice(tx, input.officeId);
    if (!office) return invalid({ officeId: 'Không tìm thấy đơn vị này: hãy chọn lại trong danh sách.' });
    if (!mayRecord(acting, office, choices)) return refused(wrongRole(office.name));
    const subject = await subjectFor(tx, acting, input.subject);
    if (!subject) return invalid({ subjectId: 'Không tìm thấy chủ thể này: hãy chọn lại hoặc ghi mới.' });
    const errors = errorsOf({ registration, choices, office, subject }, acting.clock.today());
    if (Object.keys(errors).length > 0) return invalid(errors);
    const twice = subject.id === null ? null : await whyNotTwice(tx, subject.id, choices.field, null);
    if (twice) return refused(twice);
    return write(tx, acting, { registration, choices, office, subject }, input.isSample ?? false);
  });
}

interface NewExemplar {
  registration: Registration;
  choices: Choices;
  office: RecordingOffice;
  /** Its id is null while it is not yet known. */
  subject: SubjectFacts & { id: number | null };
}

function mayRecord(acting: Acting, office: RecordingOffice, { field }: Choices): boolean {
  const where = { officePath: office.path, leadOfficeId: field?.leadOfficeId ?? null };
  const roles = rolesOver(acting.actor, where);
  return RECORDERS.some((role) => roles.has(role));
}

/** Two who register the same known subject at once come one after the other. */
async function subjectFor(
  tx: Tx,
  acting: Acting,
  given: RecordExemplarInput['subject'],
): Promise<NewExemplar['subject'] | null> {
  if (!('id' in given)) return { ...tidySubject(given), id: null };
  await lockSubject(tx, given.id);
  return findSubject(tx, acting.actor, given.id);
}

function errorsOf({ registration, choices, office, subject }: NewExemplar, today: Day): FieldErrors {
  return {
    // a known subject was judged when it became known
    ...(subject.id === null ? subjectErrors(subject, Number(today.slice(0, 4))) : {}),
    ...choiceErrors(registration, choices, subject.kind),
    ...foundDayErrors(registration.foundOn, today, null),
    ...officeErrors(office, today),
  };
}

async function write(
  tx: Tx,
  acting: Acting,
  { registration, choices, office, subject }: NewExemplar,
  isSample: boolean,
): Promise<Outcome<{ id: number }>> {
  const subjectId = subject.id ?? (await createSubject(tx, subject, isSample));
  const { id } = await tx
    .insertInto('exemplar')
    .values({
      ...registrationColumns({ ...registration, planId: choices.plan?.id ?? null }),
      subject_id: subjectId,
      office_id: office.id,
      state: 'found',
      is_sample: isSample,
      updated_at: acting.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeFirstStep(tx, acting, id, registration.foundOn ?? acting.clock.today());
  await record(tx, acting, {
    kind: 'exemplar.recorded',
    thingId: id,
    thingVersion: 1,
    officeId: office.id,
    after: { 'đơn vị': office.name, ...registrationInWords(subject, registration, namesOf(choices)) },
  });
  return done({ id });
}

type RecordingOffice = NonNullable<Awaited<ReturnType<typeof readOffice>>>;

const readOffice = (tx: Tx, id: number) =>
  tx
    .selectFrom('office')
    .select(['id', 'name', 'path', 'valid_from', 'valid_to'])
    .where('id', '=', id)
    .executeTakeFirst();

function officeErrors(office: RecordingOffice, today: Day): FieldErrors {
  const ended = office.valid_to !== null && office.valid_to < today;
  return ended ? { officeId: `${office.name} đã ngừng hoạt động: hãy chọn đơn vị kế thừa.` } : {};
}

const wrongRole = (officeName: string): Reason => ({
  rule: 'wrong_role',
  sentence: `Điển hình của ${officeName} do ${RECORDERS.map((role) => ROLE_NAMES[role]).join(', ')} phụ trách đơn vị hoặc lĩnh vực đó ghi nhận; tài khoản của bạn không giữ vai trò đó.`,
});

async function writeFirstStep(tx: Tx, acting: Acting, exemplarId: number, onDay: Day): Promise<void> {
  await tx
    .insertInto('exemplar_step')
    .values({
      exemplar_id: exemplarId,
      action: 'record',
      from_state: null,
      to_state: 'found',
      on_day: onDay,
      at: acting.clock.now(),
      account_id: acting.actor.accountId,
    })
    .execute();
}
