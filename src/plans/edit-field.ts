import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatCount } from '../ui/format.ts';
import { editingPlan, type PlanTarget, recordPlanChange, type StoredPlan } from './changing-plan.ts';
import { officesMissingOn } from './check-offices.ts';
import { unknownIn } from './check-references.ts';
import { sharesBeyond } from './check-shares.ts';
import { dayOfOffices, officesOf } from './create-plan.ts';
import type { DraftField } from './plan-draft.ts';
import { fieldErrors } from './plan-rules.ts';
import { sharesInWords } from './shares-words.ts';
import { fieldColumns, insertField, replaceShares } from './write-parts.ts';

/** Adds a field to a plan, or changes one; what is wrong comes back under the name of the form field. */
export function editField(
  acting: Acting,
  input: PlanTarget & { fieldId: number | null; field: DraftField },
): Promise<Outcome<{ id: number }>> {
  return editingPlan(acting, input, async (tx, plan) => {
    const { field, fieldId } = input;
    const errors = await errorsOf(tx, plan, field);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const before = fieldId === null ? {} : await fieldInWords(tx, plan.id, fieldId);
    if (before === null) return notFound();
    const id = fieldId ?? (await insertField(tx, plan.id, field));
    if (fieldId !== null) {
      await tx.updateTable('pilot_field').set(fieldColumns(field)).where('id', '=', fieldId).execute();
      await replaceShares(tx, fieldId, field);
    }
    const after = (await fieldInWords(tx, plan.id, id)) ?? {};
    await recordPlanChange(tx, acting, plan, { before, after });
    return done({ id });
  });
}

async function errorsOf(tx: Tx, plan: StoredPlan, field: DraftField): Promise<FieldErrors> {
  // what an amendment brings in stands on the offices of its own day
  const day = plan.amendedOn ?? dayOfOffices(plan);
  return {
    ...(await sharesBeyond(tx, [field], day)),
    ...(await unknownIn(tx, [field])),
    ...(await officesMissingOn(tx, officesOf(field), day)),
    ...fieldErrors(field),
  };
}

/** Takes a field out of a plan; one in which exemplars stand stays. */
export function removeField(
  acting: Acting,
  input: PlanTarget & { fieldId: number },
): Promise<Outcome<{ id: number }>> {
  return editingPlan(acting, input, async (tx, plan) => {
    const before = await fieldInWords(tx, plan.id, input.fieldId);
    if (!before) return notFound();
    const { count } = await tx
      .selectFrom('exemplar')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('field_id', '=', input.fieldId)
      .executeTakeFirstOrThrow();
    if (count > 0) {
      return refused({
        rule: 'field_in_use',
        sentence: `Lĩnh vực này đang có ${formatCount(count)} điển hình nên không bỏ được; hãy chuyển các hồ sơ sang lĩnh vực khác trước.`,
      });
    }
    const planned = await tx
      .selectFrom('unit_plan_exemplar')
      .select('field_id')
      .where('field_id', '=', input.fieldId)
      .limit(1)
      .executeTakeFirst();
    if (planned) {
      return refused({
        rule: 'field_planned',
        sentence:
          'Có đơn vị đã ghi điển hình dự kiến của lĩnh vực này trong kế hoạch của mình nên không bỏ được.',
      });
    }
    await tx.deleteFrom('pilot_field').where('id', '=', input.fieldId).execute();
    await recordPlanChange(tx, acting, plan, { before, after: { 'Lĩnh vực': null } });
    return done({ id: plan.id });
  });
}

/** Moves a field one place up or down among the fields of its plan. */
export function moveField(
  acting: Acting,
  input: PlanTarget & { fieldId: number; up: boolean },
): Promise<Outcome<{ id: number }>> {
  return editingPlan(acting, input, async (tx, plan) => {
    const rows = await tx
      .selectFrom('pilot_field')
      .select(['id', 'ord', 'name'])
      .where('plan_id', '=', plan.id)
      .orderBy('ord')
      .execute();
    const at = rows.findIndex((row) => row.id === input.fieldId);
    const [row, other] = [rows[at], rows[input.up ? at - 1 : at + 1]];
    if (!row) return notFound();
    if (!other) return done({ id: plan.id });
    // one of the two steps aside: no two fields may hold one place, not even for a moment
    const place = (id: number, ord: number) =>
      tx.updateTable('pilot_field').set({ ord }).where('id', '=', id).execute();
    await place(row.id, -1);
    await place(other.id, row.ord);
    await place(row.id, other.ord);
    await recordPlanChange(tx, acting, plan, {
      before: { 'Thứ tự lĩnh vực': rows.map(({ name }) => name) },
      after: { 'Thứ tự lĩnh vực': `${row.name} ${input.up ? 'lên trên' : 'xuống dưới'} ${other.name}` },
    });
    return done({ id: plan.id });
  });
}

const QUOTA_WORDS = { exactly: 'đúng', at_least: 'ít nhất', at_most: 'nhiều nhất', none: 'không đặt' };

/** A field as the audit tells it; null when the plan has no such field. */
async function fieldInWords(tx: Tx, planId: number, fieldId: number): Promise<AuditFields | null> {
  const row = await tx
    .selectFrom('pilot_field as f')
    .innerJoin('office as o', 'o.id', 'f.lead_office_id')
    .leftJoin('criteria_set as c', 'c.id', 'f.criteria_set_id')
    .select(['f.name', 'o.name as lead', 'f.coordinating', 'f.quota_kind', 'f.quota_number'])
    .select(['f.subject_kinds', 'f.is_pilot', 'f.quota_counts', 'c.name as criteria'])
    .where('f.id', '=', fieldId)
    .where('f.plan_id', '=', planId)
    .executeTakeFirst();
  if (!row) return null;
  const kind = QUOTA_WORDS[row.quota_kind as keyof typeof QUOTA_WORDS];
  const shares = (await sharesInWords(tx, planId)).get(fieldId);
  const names = (kinds: readonly string[]) => kinds.map((one) => SUBJECT_KIND_NAMES[one as SubjectKind]);
  return {
    'Lĩnh vực': row.name,
    'Chủ trì': row.lead,
    'Phối hợp': row.coordinating,
    'Chỉ tiêu': row.quota_number === null ? kind : `${kind} ${formatCount(row.quota_number)}`,
    'Chỉ tiêu tính': names(row.quota_counts),
    'Lĩnh vực điểm': row.is_pilot ? 'có' : 'không',
    'Đơn vị phối hợp': shares?.coordination ?? [],
    'Phân bổ': shares?.allocations ?? [],
    'Chủ thể': names(row.subject_kinds),
    'Bộ tiêu chí': row.criteria,
  };
}
