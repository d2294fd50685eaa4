import { record } from '../audit/record.ts';
import { deskOffices } from '../desks/reach.ts';
import { changing } from '../exemplars/changing.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { type OfficeInTree, officesWithin } from '../offices/tree.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtLead, steppingLead } from './changing-lead.ts';
import { lineOfExemplar } from './exemplar-line.ts';
import { refusalToLookInto } from './look-into.ts';

export interface Question {
  /** Null asks whoever proposed the lead. */
  officeId: number | null;
  question: string;
  dueOn: Day;
}

/** The offices that an actor may ask: those of their reach, except the one that answers for the thing itself. */
export async function askableOffices(
  db: Reader,
  actor: Actor,
  keeperId: number,
  today: Day,
): Promise<OfficeInTree[]> {
  const within = await officesWithin(db, actor, ['unit', 'lead', 'standing'], today);
  return within.filter(({ id }) => id !== keeperId);
}

/** Asks the proposer, or an office below, for more. Wrong input comes back under `officeId` and `dueOn`. */
export function askAboutLead(acting: Acting, input: AtLead & Question): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'ask', async (tx, lead) => {
    const asked = await whoIsAsked(tx, acting, input, lead.officeId);
    if (!asked.ok) return asked;
    await writeQuestion(tx, acting, { lead_id: lead.id }, input);
    return done({
      kind: 'lead.asked',
      after: { hỏi: asked.value, 'nội dung hỏi': input.question, 'hạn trả lời': formatDate(input.dueOn) },
      value: { id: lead.id },
    });
  });
}

/** Asks an office below about an exemplar that was found. */
export function askAboutExemplar(acting: Acting, input: AtLead & Question): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToLookInto(exemplar);
    if (refusal) return refused(refusal);
    if (input.officeId === null) return invalid({ officeId: 'Hãy chọn đơn vị được hỏi.' });
    const asked = await whoIsAsked(tx, acting, input, exemplar.officeId);
    if (!asked.ok) return asked;
    await writeQuestion(tx, acting, { exemplar_id: exemplar.id }, input);
    await record(tx, acting, {
      kind: 'exemplar.asked',
      thingId: exemplar.id,
      thingVersion: exemplar.version + 1,
      officeId: exemplar.officeId,
      after: { hỏi: asked.value, 'nội dung hỏi': input.question, 'hạn trả lời': formatDate(input.dueOn) },
    });
    return done({ id: exemplar.id });
  });
}

async function whoIsAsked(
  tx: Tx,
  acting: Acting,
  { officeId, dueOn }: Question,
  keeperId: number,
): Promise<Outcome<string>> {
  const today = acting.clock.today();
  const errors: FieldErrors = {};
  if (dueOn < today) errors.dueOn = `Hạn trả lời không được trước hôm nay (${formatDate(today)}).`;
  const office =
    officeId === null
      ? null
      : (await askableOffices(tx, acting.actor, keeperId, today)).find(({ id }) => id === officeId);
  if (office === undefined) errors.officeId = 'Chỉ hỏi được đơn vị trong phạm vi của bạn: hãy chọn lại.';
  if (Object.keys(errors).length > 0) return invalid(errors);
  return done(office?.name ?? 'người giới thiệu');
}

async function writeQuestion(
  tx: Tx,
  acting: Acting,
  of: { lead_id: number } | { exemplar_id: number },
  { officeId, question, dueOn }: Question,
): Promise<void> {
  await tx
    .insertInto('lead_question')
    .values({
      ...of,
      office_id: officeId,
      question,
      asked_on: acting.clock.today(),
      asked_by: acting.actor.accountId,
      due_on: dueOn,
    })
    .execute();
}

/** A question that was put to an office of the actor, or null. */
export async function questionToMe(db: Reader, actor: Actor, id: number) {
  const offices = deskOffices(actor);
  if (offices.length === 0) return null;
  const row = await db
    .selectFrom('lead_question as q')
    .innerJoin('office as o', 'o.id', 'q.office_id')
    .leftJoin('lead as l', 'l.id', 'q.lead_id')
    .leftJoin('exemplar as e', 'e.id', 'q.exemplar_id')
    .leftJoin('account as a', 'a.id', 'q.asked_by')
    .select(['q.id', 'q.lead_id as leadId', 'q.exemplar_id as exemplarId', 'q.question', 'q.answer'])
    .select(['q.asked_on as askedOn', 'q.due_on as dueOn', 'q.answered_on as answeredOn'])
    .select(['o.name as officeName', 'a.display_name as askedBy'])
    .select((eb) => eb.fn.coalesce('l.full_name', 'e.full_name').as('about'))
    .select((eb) => eb.fn.coalesce('l.what', 'e.statement').as('words'))
    .where('q.id', '=', id)
    .where('q.office_id', 'in', offices)
    .executeTakeFirst();
  return row ?? null;
}

export type QuestionToMe = NonNullable<Awaited<ReturnType<typeof questionToMe>>>;

/** The asked office answers, however late; only once. */
export function answerQuestion(
  acting: Acting,
  { questionId, answer }: { questionId: number; answer: string },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('lead_question').select('id').where('id', '=', questionId).forUpdate().execute();
    const question = await questionToMe(tx, acting.actor, questionId);
    if (!question) return notFound();
    if (question.answeredOn !== null) return refused(ANSWERED);
    const after = { 'đơn vị trả lời': question.officeName, 'nội dung trả lời': answer };
    if (question.leadId !== null) {
      const { leadId } = question;
      return steppingLead({ ...acting, db: tx }, { id: leadId, version: null }, 'answer', async () => {
        await writeAnswer(tx, acting, questionId, answer);
        return done({ kind: 'lead.answered', after, value: { id: leadId } });
      });
    }
    await writeAnswer(tx, acting, questionId, answer);
    const id = question.exemplarId ?? 0;
    await lineOfExemplar(tx, acting, id, { kind: 'exemplar.answered', after });
    return done({ id });
  });
}

export async function writeAnswer(tx: Tx, acting: Acting, questionId: number, answer: string): Promise<void> {
  await tx
    .updateTable('lead_question')
    .set({ answer, answered_on: acting.clock.today(), answered_by: acting.actor.accountId })
    .where('id', '=', questionId)
    .execute();
}

const ANSWERED = { rule: 'answered', sentence: 'Câu hỏi này đã được trả lời; không cần trả lời lại.' };
