import type { Reader } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import type { ChosenNames, Registration } from './record-registration.ts';

/** The rows behind the ids that a registration names; null where none is named or none exists. */
export interface Choices {
  plan: { id: number; number: string; state: string } | null;
  field: { id: number; name: string; planId: number; leadOfficeId: number; subjectKinds: string[] } | null;
  movement: { id: number; name: string; planId: number | null } | null;
}

export async function readChoices(db: Reader, chosen: Registration): Promise<Choices> {
  const field = await db
    .selectFrom('pilot_field')
    .select(['id', 'name', 'plan_id as planId', 'lead_office_id as leadOfficeId'])
    .select('subject_kinds as subjectKinds')
    .where('id', '=', chosen.fieldId)
    .executeTakeFirst();
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'number', 'state'])
    .where('id', '=', chosen.planId ?? field?.planId ?? null)
    .executeTakeFirst();
  const movement = await db
    .selectFrom('movement')
    .select(['id', 'name', 'plan_id as planId'])
    .where('id', '=', chosen.movementId)
    .executeTakeFirst();
  return { plan: plan ?? null, field: field ?? null, movement: movement ?? null };
}

export const namesOf = ({ plan, field, movement }: Choices): ChosenNames => ({
  planNumber: plan?.number ?? null,
  fieldName: field?.name ?? null,
  movementName: movement?.name ?? null,
});

/** What is wrong with the choices, by field of the registration. */
export function choiceErrors(chosen: Registration, choices: Choices, kind: SubjectKind): FieldErrors {
  const errors: FieldErrors = {};
  const found = {
    planId: wrongPlan(chosen, choices),
    fieldId: wrongField(chosen, choices, kind),
    movementId: wrongMovement(chosen, choices),
  };
  for (const [name, error] of Object.entries(found)) if (error) errors[name] = error;
  return errors;
}

function wrongPlan({ planId }: Registration, { plan }: Choices): string | null {
  if (planId !== null && !plan) return 'Không tìm thấy kế hoạch này: hãy chọn lại trong danh sách.';
  if (plan && plan.state !== 'in_force')
    return 'Kế hoạch này không còn hoặc chưa có hiệu lực: hãy chọn kế hoạch khác.';
  return null;
}

function wrongField({ fieldId }: Registration, { plan, field }: Choices, kind: SubjectKind): string | null {
  if (fieldId === null) return null;
  if (!field) return 'Không tìm thấy lĩnh vực này: hãy chọn lại trong danh sách.';
  if (plan && field.planId !== plan.id) return 'Lĩnh vực này không thuộc kế hoạch đã chọn: hãy chọn lại.';
  if (!field.subjectKinds.includes(kind)) {
    const kinds = field.subjectKinds
      .map((one) => SUBJECT_KIND_NAMES[one as SubjectKind].toLowerCase())
      .join(', ');
    return `Lĩnh vực “${field.name}” chỉ dành cho ${kinds}: hãy chọn lĩnh vực khác hoặc sửa loại chủ thể.`;
  }
  return null;
}

function wrongMovement({ movementId }: Registration, { plan, movement }: Choices): string | null {
  if (movementId === null) return null;
  if (!movement) return 'Không tìm thấy phong trào này: hãy chọn lại trong danh sách.';
  const elsewhere = movement.planId !== null && movement.planId !== plan?.id;
  return elsewhere ? 'Phong trào này thuộc kế hoạch khác: hãy chọn lại.' : null;
}
