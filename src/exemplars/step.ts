import type { AuditKind } from '../audit/kinds.ts';
import { type AuditFields, record } from '../audit/record.ts';
import { type ReturnReason, reasonsInWords } from '../desks/rules.ts';
import { type Acting, ROLE_NAMES } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { tryStep } from '../workflow/table.ts';
import { changing } from './changing.ts';
import { guardFacts } from './facts.ts';
import type { ExemplarInView } from './queries.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import { stepFields } from './step-audit.ts';
import { moveAlong } from './step-desk.ts';
import { afterStep, type Level, type LifeFields } from './step-effect.ts';
import { stepInputErrors } from './step-input.ts';
import { writeLife, writeStep } from './step-write.ts';
import { type ExemplarAction, type ExemplarState, exemplarWorkflow } from './workflow.ts';

export interface StepInput {
  id: number;
  /** The version on which the form was opened. */
  version: number | null;
  /** Why; the table says which actions need it. */
  reason?: string | null;
  /** Why the rules that may be overridden are passed over this time. */
  overrideReason?: string | null;
  /** The day of the decision, where it was taken before today. */
  onDay?: Day | null;
}

/** What single actions need beside that: the level of recognition or honour, the record merged into. */
export interface StepExtras {
  level?: Level | null;
  mergedIntoId?: number | null;
  /** Of a return: every reason at once, each at its part. They stand in the place of `reason`. */
  reasons?: readonly ReturnReason[];
}

export interface StepTaken {
  id: number;
  state: ExemplarState;
}

/**
 * What another folder writes together with a step, before it is recorded (the honour of an honoured one). Answers
 * with named fields that the audit keeps with the step.
 */
export type Alongside = (tx: Tx, exemplar: ExemplarInView, onDay: Day) => Promise<Outcome<AuditFields>>;

const AUDIT_KIND: Record<ExemplarAction, AuditKind> = {
  propose: 'exemplar.proposed',
  refuse: 'exemplar.refused',
  merge: 'exemplar.merged',
  return: 'exemplar.returned',
  choose: 'exemplar.chosen',
  wait: 'exemplar.put_on_waiting_list',
  decline: 'exemplar.declined',
  recognise: 'exemplar.recognised',
  honour: 'exemplar.honoured',
  hold: 'exemplar.held',
  resume: 'exemplar.resumed',
  withdraw: 'exemplar.withdrawn',
  lapse: 'exemplar.lapsed',
  reopen: 'exemplar.reopened',
};

/**
 * Takes one step of the life cycle in one transaction: the exemplar with its new state, the step with its day and
 * the rules overridden, whatever is written alongside, and the audit event; or nothing, with every reason why not.
 * Wrong input comes back under `reason`, `reasons`, `overrideReason`, `onDay` and `level`.
 */
export function takeStep(
  acting: Acting,
  action: ExemplarAction,
  input: StepInput & StepExtras,
  alongside?: Alongside,
): Promise<Outcome<StepTaken>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    // two who choose for the last place of a quota come one after the other
    if (action === 'choose') await lockField(tx, exemplar.fieldId);
    const facts = await guardFacts(tx, exemplar, acting.clock.today());
    const decided = decide(acting, action, input, exemplar, facts);
    return decided.ok ? write(tx, acting, exemplar, decided.value, alongside) : decided;
  });
}

interface DecidedStep {
  action: ExemplarAction;
  after: LifeFields;
  onDay: Day;
  /** The reason of the step, or else that of what was overridden. */
  why: string | null;
  overrides: string[];
  reasons: readonly ReturnReason[];
}

/** First whether it may be done at all, then whether what was typed for it is right. */
function decide(
  acting: Acting,
  action: ExemplarAction,
  input: StepInput & StepExtras,
  exemplar: ExemplarInView,
  facts: ExemplarFacts,
): Outcome<DecidedStep> {
  const { accountId } = acting.actor;
  const { state, roles } = exemplar;
  const level = input.level ?? null;
  const { reasons = [] } = input;
  const reason = action === 'return' ? summaryOf(reasons) : written(input.reason);
  const overrideReason = written(input.overrideReason);
  const attempt = { state, action, roles, judgements: judge(facts, { accountId, level }), overrideReason };
  const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, attempt);
  if (!verdict.allowed) return refused(...verdict.reasons);
  const today = acting.clock.today();
  const onDay = input.onDay ?? today;
  const errors = stepInputErrors(
    { action, reason, reasons, overrideReason, level, onDay },
    facts.lastStepOn,
    today,
  );
  if (errors) return invalid(errors);
  const mergedIntoId = input.mergedIntoId ?? null;
  const after = afterStep(exemplar, { action, to: verdict.to, accountId, reason, level, mergedIntoId });
  const overrides = verdict.overridden;
  return done({
    action,
    after,
    onDay,
    overrides,
    reasons,
    why: reason ?? (overrides.length > 0 ? overrideReason : null),
  });
}

const summaryOf = (reasons: readonly ReturnReason[]): string | null =>
  reasons.length > 0 ? reasonsInWords(reasons) : null;

const written = (text: string | null | undefined): string | null => text?.trim() || null;

async function write(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  step: DecidedStep,
  alongside?: Alongside,
): Promise<Outcome<StepTaken>> {
  await writeLife(tx, exemplar.id, step.after);
  await writeStep(tx, acting, exemplar, step);
  const moved = await moveAlong(tx, acting, exemplar, { ...step, to: step.after.state });
  if (!moved.ok) return moved;
  const also = alongside ? await alongside(tx, exemplar, step.onDay) : done({});
  if (!also.ok) return also;
  const fields = stepFields(exemplar, step.after, { ...step, today: acting.clock.today() });
  await record(tx, acting, {
    kind: AUDIT_KIND[step.action],
    thingId: exemplar.id,
    thingVersion: exemplar.version + 1,
    officeId: exemplar.officeId,
    before: fields.before,
    after: { ...fields.after, ...also.value },
    reason: step.why,
  });
  return done({ id: exemplar.id, state: step.after.state });
}

/** Leaves room for those who only refer to the field. */
async function lockField(tx: Tx, fieldId: number | null): Promise<void> {
  if (fieldId === null) return;
  await tx.selectFrom('pilot_field').select('id').where('id', '=', fieldId).forNoKeyUpdate().execute();
}
