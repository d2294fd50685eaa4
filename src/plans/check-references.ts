import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import type { DraftField } from './plan-draft.ts';

const NO_PARENT = 'Không có kế hoạch này; hãy chọn lại trong danh sách.';
const NO_SET = 'Không có bộ tiêu chí này; hãy chọn lại trong danh sách.';
const NO_KIND = 'Không có loại đơn vị này; hãy chọn lại trong danh sách.';

/** Says what is wrong with the plan above: it is none, or stands below this one itself. One query. */
export async function parentError(
  db: Reader,
  parentId: number | null,
  self: number | null,
): Promise<FieldErrors> {
  if (parentId === null) return {};
  if (parentId === self) return { parentPlanId: 'Kế hoạch không thể là cấp trên của chính nó.' };
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE above (id, parent_plan_id) AS (
      SELECT id, parent_plan_id FROM plan WHERE id = ${parentId}
      UNION SELECT p.id, p.parent_plan_id FROM plan p JOIN above ON p.id = above.parent_plan_id
    ) SELECT id FROM above`.execute(db);
  if (rows.length === 0) return { parentPlanId: NO_PARENT };
  return rows.some(({ id }) => id === self)
    ? { parentPlanId: 'Kế hoạch này đang đứng trên kế hoạch được chọn, nên không thể đứng dưới nó.' }
    : {};
}

/** Says which fields name a criteria set or a kind of office that is none, under `<prefix(n)><name>`; two queries. */
export async function unknownIn(
  db: Reader,
  fields: readonly DraftField[],
  prefix: (n: number) => string = () => '',
): Promise<FieldErrors> {
  const sets = await known(
    db,
    'criteria_set',
    fields.flatMap(({ criteriaSetId }) => criteriaSetId ?? []),
  );
  const kinds = await known(
    db,
    'office_kind',
    fields.flatMap((field) => kindsOf(field).map(({ kindId }) => kindId)),
  );
  const errors: FieldErrors = {};
  for (const [n, field] of fields.entries()) {
    if (field.criteriaSetId !== null && !sets.has(field.criteriaSetId))
      errors[`${prefix(n)}criteriaSetId`] = NO_SET;
    for (const { list, kindId } of kindsOf(field)) {
      if (!kinds.has(kindId)) errors[`${prefix(n)}${list}`] = NO_KIND;
    }
  }
  return errors;
}

const kindsOf = ({ coordination, allocations }: DraftField) =>
  [
    ...coordination.map((to) => ({ list: 'coordination', to })),
    ...allocations.map(({ to }) => ({ list: 'allocations', to })),
  ].flatMap(({ list, to }) => (to.by === 'kind' ? [{ list, kindId: to.kindId }] : []));

async function known<Id extends number | string>(
  db: Reader,
  table: 'criteria_set' | 'office_kind',
  ids: readonly Id[],
): Promise<Set<number | string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: number | string }>`
    SELECT id FROM ${sql.table(table)} WHERE id::text = ANY (${ids.map(String)}::text[])
      ${table === 'criteria_set' ? sql`AND state <> 'draft'` : sql``}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
