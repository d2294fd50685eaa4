import { changing } from '../exemplars/changing.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { recordChange } from '../exemplars/record-change.ts';
import type { WorkInput } from '../exemplars/work-form.tsx';
import { refusalToWork } from '../exemplars/work-rules.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate, formatMoney } from '../ui/format.ts';
import type { ResultInput, SupportInput } from './forms.ts';
import { SUPPORT_KIND_NAMES } from './kinds.ts';
import { finishedAlready, wrongDoneDay, wrongSupportDay } from './rules.ts';

type Done = Promise<Outcome<{ id: number }>>;

/** Plans a support action (S7 of the plan: motive, ability, conditions) with its owner, day and cost in đồng. */
export function planSupport(acting: Acting, input: WorkInput<SupportInput>): Done {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'nurturing');
    if (refusal) return refused(refusal);
    const day = wrongSupportDay(input.dueOn, exemplar.foundOn);
    if (day) return invalid({ dueOn: day });
    const { kind, what, owner, dueOn, cost, moneySource } = input;
    const made = await tx
      .insertInto('support_action')
      .values({
        ...{ exemplar_id: exemplar.id, kind, what, owner, cost },
        due_on: dueOn,
        money_source: moneySource,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(tx, acting, exemplar, 'exemplar.support_planned', {
      after: {
        Loại: SUPPORT_KIND_NAMES[kind],
        'Nội dung': what,
        'Chịu trách nhiệm': owner,
        Hạn: dueOn === null ? null : formatDate(dueOn),
        'Kinh phí': cost === null ? null : formatMoney(cost),
        'Nguồn kinh phí': moneySource,
      },
    });
    return done(made);
  });
}

/** Writes what came of a support action, once. */
export function finishSupport(acting: Acting, input: WorkInput<ResultInput>): Done {
  return onAction(acting, input, async (tx, exemplar, action) => {
    const day = wrongDoneDay(input.doneOn, acting.clock.today());
    if (day) return invalid({ doneOn: day });
    await tx
      .updateTable('support_action')
      .set({ done_on: input.doneOn, result: input.result })
      .where('id', '=', action.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.support_done', {
      after: {
        'Hoạt động': action.what,
        'Hoàn thành': formatDate(input.doneOn),
        'Kết quả': input.result,
      },
    });
    return done({ id: action.id });
  });
}

/** Takes back a planned action; what was done stays on record. */
export function removeSupport(acting: Acting, input: WorkInput<{ reason: string }>): Done {
  return onAction(acting, input, async (tx, exemplar, action) => {
    await tx.deleteFrom('support_action').where('id', '=', action.id).execute();
    await recordChange(tx, acting, exemplar, 'exemplar.support_removed', {
      before: { 'Hoạt động': action.what },
      reason: input.reason,
    });
    return done({ id: action.id });
  });
}

/** One change of one action that has no result yet. */
function onAction(
  acting: Acting,
  input: WorkInput<object>,
  work: (tx: Tx, exemplar: ExemplarInView, action: { id: number; what: string }) => Done,
): Done {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'nurturing');
    if (refusal) return refused(refusal);
    const action = await tx
      .selectFrom('support_action')
      .select(['id', 'what', 'done_on'])
      .where('id', '=', input.item)
      .where('exemplar_id', '=', exemplar.id)
      .executeTakeFirst();
    if (!action) return notFound();
    return action.done_on === null
      ? work(tx, exemplar, action)
      : refused(finishedAlready('support_done', action.done_on));
  });
}
