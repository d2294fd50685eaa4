import { createCriteriaSet } from '../criteria/create-set.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import {
  done,
  type FieldErrors,
  invalid,
  notFound,
  type Outcome,
  refused,
  stale,
} from '../platform/outcome.ts';
import type { Typed } from '../web/form.ts';
import { addDecisions } from './copy-decisions.ts';
import { createPlan, draftErrors } from './create-plan.ts';
import { unanswered, verdictOf } from './read-answers.ts';
import { type ConfirmedPlan, confirmedPlan } from './read-draft.ts';
import type { PlanReading } from './read-found.ts';
import { readPlan } from './read-plan.ts';
import { type Proposal, proposalsOf } from './read-proposals.ts';
import { officesOfDay } from './read-proposals-offices.ts';
import { ALREADY_TAKEN, readingForUpdate, type StoredReading } from './read-store.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

/** What a text proposes with the offices of the plan's own day; of a text that was kept there is always a reading. */
export async function proposalsFor(
  db: Reader,
  text: string,
  today: Day,
): Promise<{ reading: PlanReading; proposals: Proposal[] }> {
  const read = readPlan(text);
  if (!read.ok) throw new Error(`A text is kept in which no plan can be read: ${read.sentence}`);
  const { reading } = read;
  const day = reading.issuedOn?.value ?? reading.period?.value.from ?? today;
  const offices = await officesOfDay(db, day, reading.issuer?.value ?? null);
  return { reading, proposals: proposalsOf(reading, offices) };
}

export interface Take {
  id: number;
  version: number | null;
  answers: Typed;
  /** Go on although some proposals were neither confirmed nor refused: they are not taken over. */
  leaveRest: boolean;
}

/**
 * Makes the draft of a plan of what was confirmed, in one transaction: criteria sets, plan, and what is left to decide.
 * Refused under `unanswered` while proposals wait for an answer. Errors come back at the inputs of the proposals.
 */
export function takeReading(acting: Acting, input: Take): Promise<Outcome<{ planId: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    const stored = await readingForUpdate(tx, acting.actor.accountId, input.id);
    if (!stored) return notFound();
    if (input.version !== null && input.version !== stored.version) return stale(stored.version);
    if (stored.planId !== null) return refused(ALREADY_TAKEN);
    const { proposals } = await proposalsFor(tx, stored.text, acting.clock.today());
    const open = unanswered(proposals, input.answers);
    if (open.length > 0 && !input.leaveRest) {
      return refused({
        rule: 'unanswered',
        sentence: `Còn ${open.length} mục chưa xác nhận cũng chưa bỏ; mục chưa xác nhận không được đưa vào kế hoạch.`,
      });
    }
    const { plan, errors } = confirmedPlan(proposals, input.answers);
    if (Object.keys(errors).length > 0) return invalid(errors);
    return write(tx, acting, stored, plan, input.answers, proposals);
  });
}

async function write(
  tx: Tx,
  acting: Acting,
  stored: StoredReading,
  plan: ConfirmedPlan,
  answers: Typed,
  proposals: readonly Proposal[],
): Promise<Outcome<{ planId: number }>> {
  const inside = { ...acting, db: tx, requestKey: null };
  const fields = [...plan.draft.fields];
  // before the criteria sets, so that what is wrong is told at the inputs of the plan
  const errors = await draftErrors(tx, plan.draft);
  if (Object.keys(errors).length > 0) return invalid(atProposals(errors, plan));
  const general = plan.generalSet ? await createCriteriaSet(inside, plan.generalSet) : null;
  if (general && !general.ok) return general;
  for (const [n, field] of fields.entries()) {
    const own = plan.sets.get(n);
    const set = own ? await createCriteriaSet(inside, own) : general;
    if (set && !set.ok) return set;
    fields[n] = { ...field, criteriaSetId: set?.value.id ?? null };
  }
  const taken = proposals.filter(({ id }) => verdictOf(answers, id) === 'yes').length;
  const from = stored.sourceName ? `tệp “${stored.sourceName}”` : 'nội dung dán vào';
  const source = `đọc từ văn bản: ${from}, ${taken} mục đã xác nhận, SHA-256 ${stored.sha256.slice(0, 16)}…`;
  const created = await createPlan(inside, { ...plan.draft, fields }, source);
  if (!created.ok) return created;
  const planId = created.value.id;
  await addDecisions(tx, planId, plan.decisions);
  await tx
    .updateTable('plan_reading')
    .set({ plan_id: planId, answers: JSON.stringify(answers), version: stored.version + 1 })
    .where('id', '=', stored.id)
    .execute();
  return done({ planId });
}

const INPUTS: Readonly<Record<string, string>> = {
  leadOfficeId: 'lead',
  subjectKinds: 'kinds',
  quotaCounts: 'counts',
  coordination: 'with',
  allocations: 'each',
  from: 'when',
  to: 'when',
  issuerName: 'issuer.value',
  issuerOfficeId: 'issuer.office',
  periodFrom: 'period.from',
  periodTo: 'period.to',
};

/** The errors of a draft, named as the inputs of the proposals are: `fields.1.leadOfficeId` → `field-2.lead`. */
function atProposals(errors: FieldErrors, plan: ConfirmedPlan): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => {
      const [list, n, field = ''] = name.split('.');
      const ids = list === 'fields' ? plan.fieldIds : list === 'stages' ? plan.stageIds : null;
      const id = ids?.[Number(n)];
      if (id) return [`${id}.${INPUTS[field] ?? field}`, sentence];
      return [INPUTS[name] ?? `${name}.value`, sentence];
    }),
  );
}
