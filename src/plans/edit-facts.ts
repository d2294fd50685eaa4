import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { editingPlan, type PlanTarget, recordPlanChange } from './changing-plan.ts';
import { officesMissingOn } from './check-offices.ts';
import { parentError } from './check-references.ts';
import { dayOfOffices, issuerOf, sameNumber } from './create-plan.ts';
import type { PlanFacts } from './plan-draft.ts';
import { factErrors } from './plan-rules.ts';
import { factColumns } from './write-parts.ts';

/** Changes the facts at the head of a plan; what is wrong comes back under the name of the fact. */
export function editFacts(acting: Acting, input: PlanTarget & PlanFacts): Promise<Outcome<{ id: number }>> {
  return editingPlan(acting, input, async (tx, plan) => {
    const errors = {
      ...(await officesMissingOn(tx, issuerOf(input), dayOfOffices(input))),
      ...(await sameNumber(tx, input, plan.id)),
      ...(await parentError(tx, input.parentPlanId, plan.id)),
      ...factErrors(input),
    };
    const outside = await stageOutside(tx, plan.id, input);
    if (outside) errors.periodTo ??= outside;
    if (Object.keys(errors).length > 0) return invalid(errors);
    const before = await tx
      .selectFrom('plan')
      .selectAll()
      .where('id', '=', plan.id)
      .executeTakeFirstOrThrow();
    await tx.updateTable('plan').set(factColumns(input)).where('id', '=', plan.id).execute();
    const after = await tx.selectFrom('plan').selectAll().where('id', '=', plan.id).executeTakeFirstOrThrow();
    await recordPlanChange(tx, acting, plan, { before: inWords(before), after: inWords(after) });
    return done({ id: plan.id });
  });
}

/** A period that no longer holds one of its stages is told at the period, not silently kept. */
async function stageOutside(
  tx: Parameters<typeof sameNumber>[0],
  planId: number,
  { periodFrom, periodTo }: PlanFacts,
): Promise<string | null> {
  const stage = await tx
    .selectFrom('stage')
    .select('name')
    .where('plan_id', '=', planId)
    .where((eb) => eb.or([eb('from_on', '<', periodFrom), eb('to_on', '>', periodTo)]))
    .orderBy('ord')
    .executeTakeFirst();
  return stage
    ? `Giai đoạn “${stage.name}” nằm ngoài thời gian này; hãy sửa giai đoạn trước, rồi sửa thời gian.`
    : null;
}

interface FactRow {
  number: string;
  kind: string;
  title: string;
  issuer_name: string;
  signer: string | null;
  issued_on: string | null;
  issued_at: string | null;
  period_from: string;
  period_to: string;
}

const inWords = (row: FactRow): AuditFields => ({
  'Số, ký hiệu': row.number || null,
  'Loại văn bản': row.kind,
  'Tên kế hoạch': row.title,
  'Cơ quan ban hành': row.issuer_name,
  'Người ký': row.signer,
  'Ngày ban hành': row.issued_on ? formatDate(row.issued_on) : null,
  'Nơi ban hành': row.issued_at,
  'Thời gian thực hiện': `${formatDate(row.period_from)} – ${formatDate(row.period_to)}`,
});
