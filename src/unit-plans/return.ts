import { recordReturn } from '../desks/returns.ts';
import { type ReturnReason, reasonsInWords } from '../desks/rules.ts';
import type { Acting } from '../identity/actor.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import type { UnitPlanTarget } from './changing.ts';
import { type AskedPart, partField } from './content.ts';
import { returningOffice } from './judging.ts';
import { noteStep } from './note.ts';
import { layAtHome, stepping } from './stepping.ts';

/** Fields beside the parts that a reason may be tied to. */
const OTHER_FIELDS = [
  { field: 'targets', label: 'Chỉ tiêu' },
  { field: 'exemplars', label: 'Điển hình dự kiến xây dựng' },
  { field: 'files', label: 'Tệp kèm theo' },
] as const;

/** Everything of a unit plan that it may be returned for: its parts, targets, exemplars and files. */
export const returnParts = (asked: readonly AskedPart[]) => [
  ...asked.map(({ ord, name }) => ({ field: partField(ord), label: name })),
  ...OTHER_FIELDS,
];

/** Sends a unit plan back once with all its reasons, each at its part; the office that wrote it has it again. */
export function returnUnitPlan(
  acting: Acting,
  input: UnitPlanTarget & { reasons: readonly ReturnReason[] },
): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'return', async (tx, plan) => {
    const paper = {
      paper: 'unit_plan' as const,
      paperId: plan.id,
      byOfficeId: returningOffice(plan),
      reasons: input.reasons,
    };
    const returned = await recordReturn(tx, acting, paper, acting.clock.today());
    if (!returned.ok) return returned;
    await tx
      .updateTable('unit_plan')
      .set({ state: 'returned', version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    await layAtHome(tx, acting, plan, `đơn vị bổ sung ${input.reasons.length} mục`);
    await noteStep(tx, acting, plan, 'unit_plan.returned', 'returned', {
      reason: reasonsInWords(input.reasons),
    });
    return done({ id: plan.id });
  });
}
