import { changeExemplar } from '../exemplars/change.ts';
import { type ExemplarInView, findExemplar } from '../exemplars/queries.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { refusalToAssist } from './assist.ts';
import { lineOfExemplar } from './exemplar-line.ts';
import { CORRECTABLE, type CorrectableField, FIELD_NAMES } from './voice-words.ts';

export interface Decision {
  id: number;
  version: number | null;
  correctionId: number;
  accept: boolean;
  /** Needed where it is not accepted. */
  answer: string | null;
}

/** Accepts a correction, which rewrites the file as its own form would, or refuses it with a reason for the subject. */
export function decideCorrection(acting: Acting, input: Decision): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const exemplar = await findExemplar(tx, acting.actor, input.id);
    const correction = await lockCorrection(tx, input);
    if (!exemplar || !correction) return notFound();
    const refusal = refusalToAssist(exemplar) ?? (correction.open ? null : DECIDED);
    if (refusal) return refused(refusal);
    const carried = await carryOut({ ...acting, db: tx }, exemplar, correction, input);
    if (!carried.ok) return carried;
    await writeDecision(tx, acting, input);
    await lineOfExemplar(tx, acting, exemplar.id, {
      kind: input.accept ? 'exemplar.correction_accepted' : 'exemplar.correction_refused',
      after: { [FIELD_NAMES[correction.field]]: correction.proposed },
      reason: input.answer,
    });
    return done({ id: exemplar.id });
  });
}

/** Rewrites the file where the correction is accepted; else there must be a reason. */
async function carryOut(
  acting: Acting,
  exemplar: ExemplarInView,
  correction: Locked,
  { accept, answer, version }: Decision,
): Promise<Outcome<unknown>> {
  if (accept) return change(acting, exemplar, correction, version);
  return answer ? done(null) : invalid({ answer: NO_REASON });
}

interface Locked {
  field: CorrectableField;
  proposed: string;
  open: boolean;
}

async function lockCorrection(tx: Tx, { id, correctionId }: Decision): Promise<Locked | null> {
  const row = await tx
    .selectFrom('correction')
    .select(['field', 'proposed', 'state'])
    .where('id', '=', correctionId)
    .where('exemplar_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const field = CORRECTABLE.find((one) => one === row?.field);
  return row && field ? { field, proposed: row.proposed, open: row.state === 'open' } : null;
}

async function writeDecision(tx: Tx, acting: Acting, input: Decision): Promise<void> {
  await tx
    .updateTable('correction')
    .set({
      state: input.accept ? 'accepted' : 'refused',
      answer: input.answer,
      decided_on: acting.clock.today(),
      decided_by: acting.actor.accountId,
    })
    .where('id', '=', input.correctionId)
    .execute();
}

const NO_REASON = 'Hãy ghi vì sao không sửa, bằng lời cho người có tên trong hồ sơ.';

async function change(
  acting: Acting,
  exemplar: ExemplarInView,
  { field, proposed }: Locked,
  version: number | null,
): Promise<Outcome<unknown>> {
  const { subject } = exemplar;
  const { kind, fullName, birthYear, place, position, representative } = subject;
  const facts = { kind, fullName, birthYear, place, position, representative };
  const registration = { ...exemplar, version, subject: facts };
  if (field === 'title' || field === 'statement') {
    return changeExemplar({ ...acting, requestKey: null }, { ...registration, [field]: proposed });
  }
  const value = field === 'birthYear' ? Number(proposed) : proposed;
  const changed = { ...facts, [field]: value };
  return changeExemplar({ ...acting, requestKey: null }, { ...registration, subject: changed });
}

const DECIDED: Reason = { rule: 'decided', sentence: 'Đề nghị sửa này đã được trả lời.' };

/** Answers an objection in words for the subject; they stand beside it from then on. */
export function answerObjection(
  acting: Acting,
  input: { id: number; objectionId: number; answer: string },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const exemplar = await findExemplar(tx, acting.actor, input.id);
    const row = await tx
      .selectFrom('objection')
      .select(['answered_on'])
      .where('id', '=', input.objectionId)
      .where('exemplar_id', '=', input.id)
      .forUpdate()
      .executeTakeFirst();
    if (!exemplar || !row) return notFound();
    const refusal = refusalToAssist(exemplar) ?? (row.answered_on === null ? null : ANSWERED);
    if (refusal) return refused(refusal);
    await tx
      .updateTable('objection')
      .set({
        answer: input.answer,
        answered_on: acting.clock.today(),
        answered_by: acting.actor.accountId,
      })
      .where('id', '=', input.objectionId)
      .execute();
    await lineOfExemplar(tx, acting, exemplar.id, {
      kind: 'exemplar.objection_answered',
      after: { 'trả lời': input.answer },
    });
    return done({ id: exemplar.id });
  });
}

const ANSWERED: Reason = { rule: 'answered', sentence: 'Ý kiến này đã được trả lời.' };
