import { changing } from '../exemplars/changing.ts';
import { recordChange } from '../exemplars/record-change.ts';
import type { WorkInput } from '../exemplars/work-form.tsx';
import { refusalToWork } from '../exemplars/work-rules.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import type { HelpInput, ResultInput } from './forms.ts';
import { finishedAlready, wrongDoneDay, wrongHelpDay } from './rules.ts';

/** Promises help, from today on, for a difficulty that was found outside of a check. */
export function promiseHelp(acting: Acting, input: WorkInput<HelpInput>): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'help');
    if (refusal) return refused(refusal);
    const { difficulty, help, owner, dueOn } = input;
    const day = wrongHelpDay(dueOn, acting.clock.today());
    if (day) return invalid({ dueOn: day });
    const made = await tx
      .insertInto('help_task')
      .values({ exemplar_id: exemplar.id, difficulty, help, owner, due_on: dueOn })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(tx, acting, exemplar, 'exemplar.help_promised', {
      after: {
        'Khó khăn': difficulty,
        'Giúp đỡ': help,
        'Chịu trách nhiệm': owner,
        Hạn: formatDate(dueOn),
      },
    });
    return done(made);
  });
}

/** Writes what came of the promised help, once. */
export function finishHelp(acting: Acting, input: WorkInput<ResultInput>): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'help');
    if (refusal) return refused(refusal);
    const task = await tx
      .selectFrom('help_task')
      .select(['id', 'help', 'done_on'])
      .where('id', '=', input.item)
      .where('exemplar_id', '=', exemplar.id)
      .executeTakeFirst();
    if (!task) return notFound();
    if (task.done_on !== null) return refused(finishedAlready('help_done', task.done_on));
    const day = wrongDoneDay(input.doneOn, acting.clock.today());
    if (day) return invalid({ doneOn: day });
    await tx
      .updateTable('help_task')
      .set({ done_on: input.doneOn, result: input.result })
      .where('id', '=', task.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.help_done', {
      after: { 'Giúp đỡ': task.help, 'Hoàn thành': formatDate(input.doneOn), 'Kết quả': input.result },
    });
    return done({ id: task.id });
  });
}
