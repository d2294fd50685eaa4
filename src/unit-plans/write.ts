import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { type UnitPlanTarget, writingUnitPlan } from './changing.ts';
import type { PlannedExemplar, Target } from './content.ts';
import { exemplarsOf, replaceRows, targetsOf } from './content-queries.ts';
import { note } from './note.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';

export interface WrittenInput extends UnitPlanTarget {
  /** Text by `ord` of the part. */
  words: Record<string, string>;
  targets: Target[];
  exemplars: PlannedExemplar[];
  paper: PaperFields;
}

/** Keeps what was written of a unit plan. A field of merit that is not of this plan is refused where it was chosen. */
export function writeUnitPlan(acting: Acting, input: WrittenInput): Promise<Outcome<{ id: number }>> {
  return writingUnitPlan(acting, input, async (tx, plan) => {
    const errors = await wrongFields(tx, plan, input.exemplars);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const asked = await partsOfPlan(tx, plan.planId);
    // a text under a place that the plan does not ask for now is not shown, and not lost either
    const words = { ...plan.words };
    for (const { ord } of asked) words[String(ord)] = input.words[String(ord)] ?? '';
    const before = { targets: await targetsOf(tx, plan.id), exemplars: await exemplarsOf(tx, plan.id) };
    await tx
      .updateTable('unit_plan')
      .set({ words: JSON.stringify(words), paper: JSON.stringify(input.paper), version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    await replaceRows(tx, plan.id, input);
    const changed = asked.filter(({ ord }) => (plan.words[String(ord)] ?? '') !== words[String(ord)]);
    await note(tx, acting, plan, 'unit_plan.written', {
      before: { ...excerpts(changed, plan.words), ...rowsInWords(before) },
      after: { ...excerpts(changed, words), ...rowsInWords(input) },
    });
    return done({ id: plan.id });
  });
}

/** Field of the form that holds the field of merit of exemplar row `n`, counted from 0. */
export const exemplarField = (n: number): string => `e${n + 1}_field`;

async function wrongFields(
  tx: Tx,
  plan: UnitPlanInView,
  exemplars: readonly PlannedExemplar[],
): Promise<FieldErrors> {
  const rows = await tx.selectFrom('pilot_field').select('id').where('plan_id', '=', plan.planId).execute();
  const known = new Set(rows.map(({ id }) => id));
  return Object.fromEntries(
    exemplars.flatMap(({ fieldId }, n) =>
      fieldId === null || known.has(fieldId)
        ? []
        : [[exemplarField(n), 'Lĩnh vực này không thuộc kế hoạch; hãy chọn lại.']],
    ),
  );
}

/** The audit says which part changed and how it begins; the whole text stands in the plan. */
export const excerpts = (
  parts: readonly { ord: number; name: string }[],
  words: Readonly<Record<string, string>>,
): AuditFields =>
  Object.fromEntries(parts.map(({ ord, name }) => [name, (words[String(ord)] ?? '').slice(0, 120)]));

const rowsInWords = (rows: {
  targets: readonly Target[];
  exemplars: readonly PlannedExemplar[];
}): AuditFields => ({
  'Chỉ tiêu': rows.targets.map(({ what, number, unit }) =>
    [what, number, unit].filter((one) => one !== null).join(' '),
  ),
  'Điển hình dự kiến': rows.exemplars.map(({ name }) => name),
});
