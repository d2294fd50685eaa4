import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { changingSet, editingDraft, NOT_A_WRITER, type SetTarget, writesCriteria } from './changing-set.ts';
import { factsInWords } from './create-set.ts';
import type { CriteriaSet } from './queries.ts';
import { factErrors, type SetFacts } from './set-input.ts';
import { copyCriteria, factColumns, insertSet } from './write-set.ts';

/** Opens the draft of a new set; criteria are added one by one. */
export function openDraft(acting: Acting, facts: SetFacts): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesCriteria(acting.actor)) return refused(NOT_A_WRITER);
    const errors = factErrors(facts);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const id = await insertSet(tx, facts, { state: 'draft', firstId: null, edition: 1 });
    const after = factsInWords(facts);
    await record(tx, acting, { kind: 'criteria_set.drafted', thingId: id, thingVersion: 1, after });
    return done({ id });
  });
}

export const editDraft = (acting: Acting, { facts, ...target }: SetTarget & { facts: SetFacts }) =>
  editingDraft(acting, target, async (tx, set) => {
    const errors = { ...factErrors(facts), ...lostErrors(set, facts) };
    if (Object.keys(errors).length > 0) return invalid(errors);
    await tx
      .updateTable('criteria_set')
      .set({ ...factColumns(facts), version: set.version + 1 })
      .where('id', '=', set.id)
      .execute();
    await record(tx, acting, {
      kind: 'criteria_set.changed',
      thingId: set.id,
      thingVersion: set.version + 1,
      before: factsInWords(set),
      after: factsInWords(facts),
    });
    return done({ id: set.id });
  });

/** What the criteria still name cannot be taken out of the set from under them. */
function lostErrors(set: CriteriaSet, facts: SetFacts): Record<string, string> {
  const options = new Set(facts.groupings.flatMap((grouping) => grouping.options.map(({ key }) => key)));
  const orphan = set.criteria.find(
    ({ rule }) => 'per' in rule && Object.keys(rule.per ?? {}).some((key) => !options.has(key)),
  );
  const kind = set.criteria.find(({ subjectKinds }) =>
    subjectKinds?.some((one) => !facts.subjectKinds.includes(one)),
  );
  return {
    ...(orphan
      ? {
          groupings: `Tiêu chí “${orphan.name}” có mức riêng cho một nhóm không còn ở đây; hãy sửa tiêu chí đó trước.`,
        }
      : {}),
    ...(kind
      ? {
          subjectKinds: `Tiêu chí “${kind.name}” áp dụng riêng cho loại chủ thể không còn ở đây; hãy sửa tiêu chí đó trước.`,
        }
      : {}),
  };
}

/**
 * Opens the draft of the next edition with everything of this one. The days are left for a person to set; until it is
 * in use the present edition stays as it is.
 */
export const openEdition = (acting: Acting, target: SetTarget): Promise<Outcome<{ id: number }>> =>
  changingSet(acting, target, async (tx, set) => {
    if (!writesCriteria(acting.actor)) return refused(NOT_A_WRITER);
    // editions of one set are opened one after another
    await tx.selectFrom('criteria_set').select('id').where('id', '=', set.chain).forUpdate().execute();
    const all = await tx
      .selectFrom('criteria_set')
      .select(['id', 'edition', 'state'])
      .where('chain', '=', set.chain)
      .execute();
    const draft = all.find(({ state }) => state === 'draft');
    if (draft) {
      return refused({
        rule: 'draft_open',
        sentence: `Lần ${draft.edition} của bộ này đang soạn; hãy sửa tiếp bản nháp đó, hoặc bỏ đi rồi soạn lần khác.`,
      });
    }
    const edition = Math.max(...all.map((one) => one.edition)) + 1;
    const facts = { ...set, validFrom: null, validTo: null };
    const id = await insertSet(tx, facts, { state: 'draft', firstId: set.chain, edition });
    await copyCriteria(
      tx,
      id,
      set.criteria.map((one) => ({ ...one, subjectKinds: one.subjectKinds ?? [] })),
    );
    await record(tx, acting, {
      kind: 'criteria_set.edition_opened',
      thingId: id,
      thingVersion: 1,
      after: { 'Bộ tiêu chí': set.name, Lần: edition, 'Theo lần': set.edition },
    });
    return done({ id });
  });

/** Drops a draft; nothing was ever assessed by it. */
export const dropDraftSet = (acting: Acting, target: SetTarget): Promise<Outcome<{ id: number }>> =>
  editingDraft(acting, target, async (tx, set) => {
    await tx.deleteFrom('criterion').where('set_id', '=', set.id).execute();
    await tx.deleteFrom('criteria_set').where('id', '=', set.id).execute();
    await record(tx, acting, {
      kind: 'criteria_set.draft_dropped',
      thingId: set.id,
      before: { 'Bộ tiêu chí': set.name, Lần: set.edition, 'Tiêu chí': set.criteria.map(({ name }) => name) },
    });
    return done({ id: set.id });
  });
