import { record } from '../audit/record.ts';
import { type Acting, ROLE_NAMES } from '../identity/actor.ts';
import { dayBefore } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { tryStep, type Verdict } from '../workflow/table.ts';
import { changingSet, type SetTarget, setRoles } from './changing-set.ts';
import type { CriteriaSet } from './queries.ts';
import { editionsOf, otherEditions } from './set-queries.ts';
import { editionToEnd, judgeSetSteps, type OtherEdition } from './set-rules.ts';
import { type SetAction, type SetState, setWorkflow } from './workflow.ts';

export interface StepFacts {
  verdict: Verdict<SetState | 'before_hold'>;
  /** The edition whose last day is set when this one comes into use. */
  toEnd: OtherEdition | null;
}

/** May this step be taken now, and if not, why not. */
export async function setStep(
  db: Reader,
  actor: Acting['actor'],
  set: CriteriaSet,
  action: SetAction,
): Promise<StepFacts> {
  const others = otherEditions(await editionsOf(db, set.chain), set.id);
  const verdict = tryStep(setWorkflow, ROLE_NAMES, {
    state: set.state,
    action,
    roles: setRoles(actor),
    judgements: judgeSetSteps(set, others),
    overrideReason: null,
  });
  return { verdict, toEnd: editionToEnd(set, others) };
}

/** Brings a draft into use. The edition before it ends the day before; its assessments stay as they are. */
export const publishSet = (acting: Acting, target: SetTarget): Promise<Outcome<{ id: number }>> =>
  changingSet(acting, target, async (tx, set) => {
    await tx.selectFrom('criteria_set').select('id').where('chain', '=', set.chain).forUpdate().execute();
    const { verdict, toEnd } = await setStep(tx, acting.actor, set, 'publish');
    if (!verdict.allowed) return refused(...verdict.reasons);
    if (toEnd && set.validFrom) await endBefore(tx, toEnd, set.validFrom);
    await tx
      .updateTable('criteria_set')
      .set({ state: 'in_use', version: set.version + 1 })
      .where('id', '=', set.id)
      .execute();
    await record(tx, acting, {
      kind: 'criteria_set.published',
      thingId: set.id,
      thingVersion: set.version + 1,
      after: {
        'Bộ tiêu chí': set.name,
        Lần: set.edition,
        'Áp dụng từ': set.validFrom,
        'Áp dụng đến': set.validTo,
        ...(toEnd ? { 'Thay cho lần': toEnd.edition } : {}),
      },
    });
    return done({ id: set.id });
  });

const endBefore = (tx: Tx, edition: OtherEdition, day: Day) =>
  tx
    .updateTable('criteria_set')
    .set(({ eb }) => ({ valid_to: dayBefore(day), version: eb('version', '+', 1) }))
    .where('id', '=', edition.id)
    .execute();

/** Ends a set: after its last day nothing new is assessed by it, what was assessed keeps it. */
export const endSet = (
  acting: Acting,
  input: SetTarget & { lastDay: Day; reason: string },
): Promise<Outcome<{ id: number }>> =>
  changingSet(acting, input, async (tx, set) => {
    const { verdict } = await setStep(tx, acting.actor, set, 'end');
    if (!verdict.allowed) return refused(...verdict.reasons);
    const { lastDay, reason } = input;
    if (!reason.trim()) return invalid({ reason: 'Hãy ghi lý do.' });
    if (set.validFrom !== null && lastDay < set.validFrom)
      return invalid({
        lastDay: `Ngày cuối không được trước ngày bắt đầu áp dụng (${formatDate(set.validFrom)}).`,
      });
    if (set.validTo !== null && lastDay > set.validTo)
      return invalid({
        lastDay: `Bộ này đã ghi hết hiệu lực ngày ${formatDate(set.validTo)}; ngày cuối không được sau đó.`,
      });
    await tx
      .updateTable('criteria_set')
      .set({ state: 'ended', valid_to: lastDay, end_reason: reason, version: set.version + 1 })
      .where('id', '=', set.id)
      .execute();
    await record(tx, acting, {
      kind: 'criteria_set.ended',
      thingId: set.id,
      thingVersion: set.version + 1,
      before: { 'Áp dụng đến': set.validTo },
      after: { 'Áp dụng đến': lastDay },
      reason,
    });
    return done({ id: set.id });
  });
