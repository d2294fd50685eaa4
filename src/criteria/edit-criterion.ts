import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { editingDraft, nextVersion, type SetTarget } from './changing-set.ts';
import type { CriteriaSet, Criterion } from './queries.ts';
import { CRITERION_KIND_NAMES } from './rule.ts';
import { ruleInWords } from './rule-words.ts';
import { type CriterionInput, criterionErrors, MOST_CRITERIA } from './set-input.ts';
import { criterionColumns, putInOrder } from './write-set.ts';

type CriterionTarget = SetTarget & { criterionId: number };

/** Adds a criterion to a draft at the end of its group, or changes one. Errors come back by the names of the form. */
export const saveCriterion = (
  acting: Acting,
  { criterionId, input, ...target }: SetTarget & { criterionId: number | null; input: CriterionInput },
): Promise<Outcome<{ id: number }>> =>
  editingDraft(acting, target, async (tx, set) => {
    const before = set.criteria.find(({ id }) => id === criterionId);
    if (criterionId !== null && !before) return notFound();
    if (!before && set.criteria.length >= MOST_CRITERIA) return refused(TOO_MANY);
    const errors = criterionErrors(input, {
      ...set,
      parent: parentOf(set, input),
      hasChildren: set.criteria.some(({ parentId }) => parentId === criterionId && parentId !== null),
    });
    if (input.parentId !== null && input.parentId === criterionId)
      errors.parentId = 'Một tiêu chí không nằm trong chính nó.';
    if (Object.keys(errors).length > 0) return invalid(errors);
    const id = await write(tx, set, before ?? null, input);
    await recordChange(tx, acting, set, before ? inWords(before, set) : {}, inWords(input, set));
    return done({ id });
  });

const TOO_MANY = { rule: 'too_many', sentence: `Bộ tiêu chí không quá ${MOST_CRITERIA} tiêu chí.` };

const parentOf = (set: CriteriaSet, { parentId }: CriterionInput) =>
  parentId === null ? null : set.criteria.find(({ id }) => id === parentId);

async function write(
  tx: Tx,
  set: CriteriaSet,
  before: Criterion | null,
  input: CriterionInput,
): Promise<number> {
  const columns = criterionColumns(input);
  if (before) {
    await tx.updateTable('criterion').set(columns).where('id', '=', before.id).execute();
    return before.id;
  }
  const last = await tx
    .selectFrom('criterion')
    .select(({ fn }) => fn.max('ord').as('ord'))
    .where('set_id', '=', set.id)
    .executeTakeFirst();
  const { id } = await tx
    .insertInto('criterion')
    .values({ ...columns, set_id: set.id, ord: (last?.ord ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Moves a criterion one place up or down among those of its group. */
export const moveCriterion = (
  acting: Acting,
  { criterionId, up, ...target }: CriterionTarget & { up: boolean },
): Promise<Outcome<{ id: number }>> =>
  editingDraft(acting, target, async (tx, set) => {
    const criterion = set.criteria.find(({ id }) => id === criterionId);
    if (!criterion) return notFound();
    const siblings = set.criteria.filter(({ parentId }) => parentId === criterion.parentId);
    const at = siblings.indexOf(criterion);
    const other = siblings[up ? at - 1 : at + 1];
    if (!other) return done({ id: set.id });
    const swapped = set.criteria.map((one) => (one === criterion ? other : one === other ? criterion : one));
    await putInOrder(
      tx,
      set.id,
      swapped.map(({ id }) => id),
    );
    const where = `${criterion.name} ${up ? 'lên trên' : 'xuống dưới'} ${other.name}`;
    await recordChange(tx, acting, set, {}, { 'Thứ tự tiêu chí': where });
    return done({ id: set.id });
  });

/** Takes a criterion out of a draft; a group only when it is empty. */
export const removeCriterion = (
  acting: Acting,
  { criterionId, ...target }: CriterionTarget,
): Promise<Outcome<{ id: number }>> =>
  editingDraft(acting, target, async (tx, set) => {
    const criterion = set.criteria.find(({ id }) => id === criterionId);
    if (!criterion) return notFound();
    const children = set.criteria.filter(({ parentId }) => parentId === criterionId);
    if (children.length > 0) {
      return refused({
        rule: 'group_not_empty',
        sentence: `Nhóm “${criterion.name}” còn ${children.length} tiêu chí: hãy bỏ hoặc chuyển các tiêu chí đó ra khỏi nhóm trước.`,
      });
    }
    await tx.deleteFrom('criterion').where('id', '=', criterionId).execute();
    await recordChange(tx, acting, set, inWords(criterion, set), { 'Tiêu chí': null });
    return done({ id: set.id });
  });

async function recordChange(
  tx: Tx,
  acting: Acting,
  set: CriteriaSet,
  before: AuditFields,
  after: AuditFields,
) {
  await nextVersion(tx, set);
  await record(tx, acting, {
    kind: 'criteria_set.changed',
    thingId: set.id,
    thingVersion: set.version + 1,
    before,
    after,
  });
}

function inWords(criterion: Omit<CriterionInput, 'subjectKinds'>, set: CriteriaSet): AuditFields {
  const { rule, points, parentId } = criterion;
  const around = { groupings: set.groupings, normNames: new Map<string, string>() };
  return {
    'Tiêu chí': criterion.name,
    Loại: CRITERION_KIND_NAMES[rule.kind],
    'Yêu cầu': ruleInWords(rule, around),
    'Bắt buộc': parentId === null && criterion.mandatory,
    'Thuộc nhóm': set.criteria.find(({ id }) => id === parentId)?.name ?? null,
    'Điểm tối đa': points,
    Nguồn: criterion.source,
    'Hướng dẫn': criterion.hint,
  };
}
