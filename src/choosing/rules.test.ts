import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, prepared } from '../../test/choosing-world.ts';
import { makePlan } from '../../test/factories.ts';
import { as, type ExemplarWorld, exemplarWorld, rowOf, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { takeStep } from '../exemplars/step.ts';
import { loadCandidates } from './candidates.ts';
import { findField } from './field-query.ts';
import { decisionsOf } from './lists.ts';
import { sharesPassed } from './quota-view.tsx';
import { DECISIONS, inOrder, judgeTogether, type Prepared } from './rules.ts';
import { reordered } from './waiting.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const decision = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  action: fc.constantFrom(...DECISIONS),
});

describe('the order of a list', () => {
  it('puts those who are chosen last, loses nobody, and does not hang on the order it was given in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(decision, { selector: ({ id }) => id }), (list) => {
        const ordered = inOrder(list);
        expect(ordered.map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        expect(inOrder(list.toReversed())).toEqual(ordered);
        const firstChosen = ordered.findIndex(({ action }) => action === 'choose');
        if (firstChosen >= 0) {
          expect(ordered.slice(firstChosen).every(({ action }) => action === 'choose')).toBe(true);
        }
      }),
    );
  });

  it('moves one of a waiting list and keeps the order of all others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (list, from, to) => {
          const moved = list[from % list.length] ?? 0;
          const position = (to % list.length) + 1;
          const after = reordered(list, moved, position);
          expect(after[position - 1]).toBe(moved);
          expect(after.filter((one) => one !== moved)).toEqual(list.filter((one) => one !== moved));
        },
      ),
    );
  });
});

describe('judging a list as a whole', () => {
  it('answers of each what taking the steps one after the other answers', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'at_most', number: 2 });
    const make = (name: string, more = {}) => candidate(world, plan, name, more);
    const ids = [
      await make('Một'),
      await make('Hai', { complete: false }),
      await make('Ba'),
      await make('Bốn', { kind: 'collective' }),
      await make('Năm'),
      await make('Sáu', { state: 'waiting' }),
      await make('Bảy', { proposedBy: world.lead.accountId }),
    ];
    let listId = 0;
    for (const [n, id] of ids.entries()) {
      const action = n === 5 ? ('decline' as const) : ('choose' as const);
      listId = await prepared(world, plan, id, { action }, world.otherLead);
    }
    const field = await findField(world.db, world.lead, plan.fieldId);
    if (!field) throw new Error('The field is gone');
    const candidates = await loadCandidates(world.db, world.lead, field, ids);
    const judged = judgeTogether(await decisionsOf(world.db, listId), candidates, world.lead.accountId);
    for (const { prepared: one, reasons } of judged) {
      const { exemplarId: id, action, reason } = one;
      const outcome = await takeStep(as(world, world.lead), action, { id, version: null, reason });
      expect(reasons.map(({ rule }) => rule)).toEqual(rulesOf(outcome));
    }
    const states = [];
    for (const id of ids) states.push((await rowOf(world, id)).state);
    expect(states).toEqual([
      'nurtured',
      'proposed',
      'nurtured',
      'nurtured',
      'proposed',
      'declined',
      'proposed',
    ]);
  });

  it('lets no decision through whose file is gone', () => {
    const one: Prepared = {
      ...{ id: 1, exemplarId: 5, action: 'choose', reason: null, overrideReason: 'vẫn chọn' },
      ...{ seenVersion: 1, preparedOn: '2018-11-15' },
    };
    const [judged] = judgeTogether([one], new Map(), 1);
    expect(judged).toMatchObject({ blocked: true, reasons: [{ rule: 'gone' }] });
  });
});

describe('shares of the quota', () => {
  it('are passed in words, office by office, and stop nobody', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 3 });
    const ids = [await candidate(world, plan, 'Một'), await candidate(world, plan, 'Hai')];
    let listId = 0;
    for (const id of ids) listId = await prepared(world, plan, id);
    const field = await findField(world.db, world.lead, plan.fieldId);
    if (!field) throw new Error('The field is gone');
    const candidates = await loadCandidates(world.db, world.lead, field, ids);
    const judged = judgeTogether(await decisionsOf(world.db, listId), candidates, world.lead.accountId);
    const { id: officeId, name: officeName } = world.place.district;
    const share = { fieldId: plan.fieldId, officeId, officeName, number: 1, percent: null, due: 1, taken: 0 };
    expect(judged.every(({ blocked }) => !blocked)).toBe(true);
    expect(sharesPassed([share], judged)).toEqual(['Huyện Thử được giao 1, sau danh sách này là 2.']);
    expect(sharesPassed([{ ...share, due: 2 }], judged)).toEqual([]);
    expect(sharesPassed([{ ...share, due: null }], judged)).toEqual([]);
  });
});
