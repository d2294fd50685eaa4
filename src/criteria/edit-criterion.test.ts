import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, facts, idIn, input, rulesIn } from '../../test/criteria-desk.ts';
import { type CriteriaWorld, criteriaWorld } from '../../test/criteria-world.ts';
import { editDraft } from './draft-set.ts';
import { moveCriterion, removeCriterion, saveCriterion } from './edit-criterion.ts';

let site: CriteriaWorld['site'];
let standing: CriteriaWorld['standing'];
let draft: CriteriaWorld['draft'];
let add: CriteriaWorld['add'];
let setOf: CriteriaWorld['setOf'];

beforeAll(async () => {
  ({ site, standing, draft, add, setOf } = await criteriaWorld());
});
afterAll(() => site.close());

describe('criteria in their places', () => {
  it('stand in groups, move among their like, and leave a group only one by one', async () => {
    const id = await draft();
    const target = { id, version: null };
    const group = await add(id, { name: 'Một trong', rule: { kind: 'any_of', n: 1 } });
    const alone = await add(id, { name: 'Riêng' });
    const [first, second] = [
      await add(id, { name: 'A', parentId: group }),
      await add(id, { name: 'B', parentId: group }),
    ];
    idIn(await moveCriterion(at(site.db, standing), { ...target, criterionId: second, up: true }));
    idIn(await moveCriterion(at(site.db, standing), { ...target, criterionId: alone, up: true }));
    expect((await setOf(id)).criteria.map(({ name }) => name)).toEqual(['Riêng', 'Một trong', 'B', 'A']);
    expect(rulesIn(await removeCriterion(at(site.db, standing), { ...target, criterionId: group }))).toEqual([
      'group_not_empty',
    ]);
    for (const criterionId of [first, second, group])
      idIn(await removeCriterion(at(site.db, standing), { ...target, criterionId }));
    expect((await setOf(id)).criteria.map(({ name }) => name)).toEqual(['Riêng']);
  });

  it.each<[string, Parameters<typeof input>[0], string]>([
    ['points outside of a group', { rule: { kind: 'points', atLeast: null } }, 'parentId'],
    ['worth points outside of a group', { points: 5 }, 'points'],
    ['a group of another set', { parentId: 999_999 }, 'parentId'],
    ['a kind of subject that the set does not take', { subjectKinds: ['collective'] }, 'subjectKinds'],
    ['more than all votes', { rule: { kind: 'vote_percent', atLeast: 101, of: 'all' } }, 'atLeast'],
    [
      'a figure for a group that the set does not have',
      { rule: { kind: 'threshold', atLeast: 1, atMost: null, unit: null, per: { xa: 2 } } },
      'per',
    ],
    [
      'bounds the wrong way round',
      { rule: { kind: 'threshold', atLeast: 9, atMost: 1, unit: null } },
      'atMost',
    ],
    ['years the wrong way round', { rule: { kind: 'every_year', from: 2020, to: 2016 } }, 'to'],
    ['a name of 501 characters', { name: 'x'.repeat(501) }, 'name'],
  ])('are refused with %s', async (_name, more, field) => {
    const id = await draft();
    const outcome = await saveCriterion(at(site.db, standing), {
      id,
      version: null,
      criterionId: null,
      input: input(more),
    });
    expect(rulesIn(outcome)).toContain(field);
    expect((await setOf(id)).criteria).toEqual([]);
  });

  it('keep the groups that they have figures for', async () => {
    const groupings = [
      {
        key: 'vung',
        name: 'Vùng',
        options: [
          { key: 'nui', name: 'Núi' },
          { key: 'dong-bang', name: 'Đồng bằng' },
        ],
      },
    ];
    const id = await draft({ groupings });
    await add(id, { rule: { kind: 'threshold', atLeast: 1, atMost: null, unit: null, per: { nui: 2 } } });
    expect(rulesIn(await editDraft(at(site.db, standing), { id, version: null, facts: facts() }))).toEqual([
      'groupings',
    ]);
  });
});
