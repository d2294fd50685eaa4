import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, facts, idIn, input, rulesIn } from '../../test/criteria-desk.ts';
import { type CriteriaWorld, criteriaWorld } from '../../test/criteria-world.ts';
import { dropDraftSet, editDraft, openDraft } from './draft-set.ts';
import { removeCriterion, saveCriterion } from './edit-criterion.ts';
import { publishSet } from './step-set.ts';

let site: CriteriaWorld['site'];
let standing: CriteriaWorld['standing'];
let unit: CriteriaWorld['unit'];
let draft: CriteriaWorld['draft'];
let add: CriteriaWorld['add'];
let setOf: CriteriaWorld['setOf'];

beforeAll(async () => {
  ({ site, standing, unit, draft, add, setOf } = await criteriaWorld());
});
afterAll(() => site.close());

describe('a criteria set in the hands of the standing body', () => {
  it('is drafted, filled, brought into use, and then never changes', async () => {
    const id = await draft();
    const criterionId = await add(id);
    const target = { id, version: null };
    idIn(await publishSet(at(site.db, standing), target));
    expect((await setOf(id)).state).toBe('in_use');
    const tries = [
      await editDraft(at(site.db, standing), { ...target, facts: facts({ name: 'Khác' }) }),
      await saveCriterion(at(site.db, standing), { ...target, criterionId: null, input: input() }),
      await saveCriterion(at(site.db, standing), { ...target, criterionId, input: input({ name: 'Khác' }) }),
      await removeCriterion(at(site.db, standing), { ...target, criterionId }),
      await dropDraftSet(at(site.db, standing), target),
    ];
    expect(tries.map(rulesIn)).toEqual(tries.map(() => ['set_in_use']));
    expect((await setOf(id)).criteria.map(({ name }) => name)).toEqual(['Gương mẫu']);
  });

  it('is nobody else’s to write', async () => {
    const id = await draft();
    const target = { id, version: null };
    const tries = [
      await openDraft(at(site.db, unit), facts()),
      await editDraft(at(site.db, unit), { ...target, facts: facts() }),
      await saveCriterion(at(site.db, unit), { ...target, criterionId: null, input: input() }),
      await publishSet(at(site.db, unit), target),
    ];
    expect(tries.map(rulesIn)).toEqual(tries.map(() => ['wrong_role']));
  });

  it('tells whoever writes on an old version that it has changed', async () => {
    const id = await draft();
    const { version } = await setOf(id);
    await add(id);
    expect(rulesIn(await editDraft(at(site.db, standing), { id, version, facts: facts() }))).toEqual([
      'stale',
    ]);
  });

  it('is not brought into use while something is missing, and says all of it at once', async () => {
    const id = await draft({ legalBasis: null, validFrom: null });
    await add(id, { name: 'Nhóm trống', rule: { kind: 'any_of', n: 2 } });
    expect(rulesIn(await publishSet(at(site.db, standing), { id, version: null }))).toEqual([
      'basis_missing',
      'day_missing',
      'group_empty',
    ]);
  });

  it('is not brought into use with a pass mark that nobody can reach', async () => {
    const id = await draft();
    const sum = await add(id, { name: 'Tổng điểm', rule: { kind: 'points_sum', pass: 95 } });
    await add(id, { rule: { kind: 'points', atLeast: null }, parentId: sum, points: 32, mandatory: false });
    expect(rulesIn(await publishSet(at(site.db, standing), { id, version: null }))).toEqual([
      'mark_out_of_reach',
    ]);
  });
});
