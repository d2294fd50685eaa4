import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { type NamedOffice, officeIn, officesMissingOn } from './check-offices.ts';
import { parentError, unknownIn } from './check-references.ts';
import { sharesBeyond } from './check-shares.ts';
import type { DraftField, PlanDraft, PlanFacts } from './plan-draft.ts';
import { factErrors, fieldErrors, stageErrors } from './plan-rules.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';
import {
  factColumns,
  insertField,
  insertMovements,
  replaceBasis,
  replaceStages,
  replaceUnitPlanParts,
} from './write-parts.ts';

/**
 * Writes a whole new plan as a draft. What is wrong comes back by field: facts under their own name, a stage under
 * `stages.<n>.<field>`, a field of the plan under `fields.<n>.<field>`, n counted from 0.
 *
 * @param source where it comes from, for the audit: 'đọc từ văn bản', 'chép từ kế hoạch …'
 */
export function createPlan(
  acting: Acting,
  draft: PlanDraft,
  source: string | null = null,
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    const errors = {
      ...(await draftErrors(tx, draft)),
      ...(await parentError(tx, draft.parentPlanId, null)),
    };
    if (Object.keys(errors).length > 0) return invalid(errors);
    const id = await insertPlan(tx, acting, draft);
    await record(tx, acting, {
      kind: 'plan.created',
      thingId: id,
      thingVersion: 1,
      officeId: draft.issuerOfficeId,
      after: {
        'Số, ký hiệu': draft.number || null,
        'Tên kế hoạch': draft.title,
        ...(source ? { Nguồn: source } : {}),
      },
    });
    return done({ id });
  });
}

async function insertPlan(tx: Tx, acting: Acting, draft: PlanDraft): Promise<number> {
  const { id } = await tx
    .insertInto('plan')
    .values({
      ...factColumns(draft),
      copied_from_id: draft.copiedFromId,
      created_by: acting.actor.accountId,
      state: 'draft',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await replaceBasis(tx, id, draft.basis);
  await replaceStages(tx, id, draft.stages);
  await replaceUnitPlanParts(tx, id, draft.unitPlanParts, draft.copiedFromId ?? id);
  await insertMovements(tx, id, draft.movements);
  for (const field of draft.fields) await insertField(tx, id, field);
  return id;
}

/** Everything that is wrong with a draft, at its fields. */
export async function draftErrors(db: Reader, draft: PlanDraft): Promise<FieldErrors> {
  const day = dayOfOffices(draft);
  const at = (n: number) => `fields.${n}.`;
  const named = [...issuerOf(draft), ...draft.fields.flatMap((field, n) => officesOf(field, at(n)))];
  return {
    ...eachPrefixed('stages', draft.stages, (stage) => stageErrors(stage, draft)),
    ...(await sharesBeyond(db, draft.fields, day, at)),
    ...(await unknownIn(db, draft.fields, at)),
    ...eachPrefixed('fields', draft.fields, fieldErrors),
    ...(await officesMissingOn(db, named, day)),
    ...(await sameNumber(db, draft, null)),
    ...factErrors(draft),
  };
}

/** The day on which the offices of a plan must exist: that of the paper, or the first of its period. */
export const dayOfOffices = ({ issuedOn, periodFrom }: Pick<PlanFacts, 'issuedOn' | 'periodFrom'>): string =>
  issuedOn ?? periodFrom;

export const issuerOf = ({ issuerOfficeId }: PlanFacts): NamedOffice[] =>
  issuerOfficeId === null ? [] : [{ field: 'issuerOfficeId', officeId: issuerOfficeId }];

/** Every office that a field names, at the form field that names it. */
export const officesOf = (field: DraftField, prefix = ''): NamedOffice[] => [
  { field: `${prefix}leadOfficeId`, officeId: field.leadOfficeId },
  ...field.coordination.map((one) => ({ field: `${prefix}coordination`, officeId: officeIn(one) })),
  ...field.allocations.map(({ to }) => ({ field: `${prefix}allocations`, officeId: officeIn(to) })),
];

/** The same issuer has no two papers of one number, in whichever style it is written. */
export async function sameNumber(
  db: Reader,
  { number, issuerName, issuedOn, periodFrom }: PlanFacts,
  self: number | null,
): Promise<FieldErrors> {
  if (!number.trim()) return {};
  const year = (issuedOn ?? periodFrom).slice(0, 4);
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'number', 'issued_on as issuedOn', 'period_from as periodFrom'])
    .where('number_key', '=', (eb) => eb.fn<string>('search_key', [eb.val(number)]))
    .where('issuer_name', '=', issuerName)
    .execute();
  const twin = rows.find((row) => row.id !== self && (row.issuedOn ?? row.periodFrom).slice(0, 4) === year);
  return twin ? { number: `${issuerName} đã có kế hoạch số ${twin.number} trong năm ${year}.` } : {};
}

/** The errors of each of a list, under `<list>.<n>.<field>`. */
function eachPrefixed<T>(
  list: string,
  things: readonly T[],
  errorsOf: (thing: T) => FieldErrors,
): FieldErrors {
  return Object.fromEntries(
    things.flatMap((thing, n) =>
      Object.entries(errorsOf(thing)).map(([field, sentence]) => [`${list}.${n}.${field}`, sentence]),
    ),
  );
}
