import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, facts, idIn, rulesIn } from '../../test/criteria-desk.ts';
import { type CriteriaWorld, criteriaWorld } from '../../test/criteria-world.ts';
import { dropDraftSet, editDraft, openEdition } from './draft-set.ts';
import { editionInForce, findCriteriaSet } from './queries.ts';
import { endSet, publishSet } from './step-set.ts';

let site: CriteriaWorld['site'];
let standing: CriteriaWorld['standing'];
let draft: CriteriaWorld['draft'];
let add: CriteriaWorld['add'];
let inUse: CriteriaWorld['inUse'];
let setOf: CriteriaWorld['setOf'];

beforeAll(async () => {
  ({ site, standing, draft, add, inUse, setOf } = await criteriaWorld());
});
afterAll(() => site.close());

describe('editions', () => {
  it('follow one another: the earlier ends the day before, and each holds on its own days', async () => {
    const id = await inUse();
    const next = idIn(await openEdition(at(site.db, standing), { id, version: null }));
    expect(rulesIn(await openEdition(at(site.db, standing), { id, version: null }))).toEqual(['draft_open']);
    idIn(
      await editDraft(at(site.db, standing), {
        id: next,
        version: null,
        facts: facts({ validFrom: '2019-03-01' }),
      }),
    );
    idIn(await publishSet(at(site.db, standing), { id: next, version: null }));
    expect(await setOf(id)).toMatchObject({ validTo: '2019-02-28', state: 'in_use' });
    expect(await setOf(next)).toMatchObject({ edition: 2, chain: id });
    const days = ['2017-12-31', '2018-01-01', '2019-02-28', '2019-03-01'];
    expect(await Promise.all(days.map((day) => editionInForce(site.db, id, day)))).toEqual([
      null,
      id,
      id,
      next,
    ]);
    expect(await Promise.all(days.map((day) => editionInForce(site.db, next, day)))).toEqual([
      null,
      id,
      id,
      next,
    ]);
  });

  it('copy groups, points and figures as they are', async () => {
    const id = await draft();
    const sum = await add(id, { name: 'Tổng', rule: { kind: 'points_sum', pass: 20 } });
    await add(id, { name: 'Phần', rule: { kind: 'points', atLeast: 5 }, parentId: sum, points: 32.5 });
    idIn(await publishSet(at(site.db, standing), { id, version: null }));
    const next = await setOf(idIn(await openEdition(at(site.db, standing), { id, version: null })));
    const shape = (criteria: (typeof next)['criteria']) =>
      criteria.map(({ name, rule, points, parentId }) => ({ name, rule, points, isPart: parentId !== null }));
    expect(shape(next.criteria)).toEqual(shape((await setOf(id)).criteria));
    expect(next.criteria[1]?.parentId).toBe(next.criteria[0]?.id);
  });

  it('never hold on the same day: what would overlap is refused with the days that are taken', async () => {
    const id = await inUse({ validFrom: '2018-01-01', validTo: '2020-12-31' });
    const next = idIn(await openEdition(at(site.db, standing), { id, version: null }));
    const days = { validFrom: '2017-01-01', validTo: '2018-06-30' };
    idIn(await editDraft(at(site.db, standing), { id: next, version: null, facts: facts(days) }));
    const outcome = await publishSet(at(site.db, standing), { id: next, version: null });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        reasons: [{ rule: 'days_taken', sentence: expect.stringContaining('từ 01/01/2018 đến 31/12/2020') }],
      },
    });
    // and the database itself would not have it
    const forced = site.db.updateTable('criteria_set').set({ state: 'in_use' }).where('id', '=', next);
    await expect(forced.execute()).rejects.toThrow(/criteria_set_one_in_force/);
  });

  it('end with a last day and a reason, within their days', async () => {
    const id = await inUse();
    const end = (lastDay: string, reason = 'Văn bản được thay thế') =>
      endSet(at(site.db, standing), { id, version: null, lastDay, reason });
    expect(rulesIn(await end('2017-12-31'))).toEqual(['lastDay']);
    expect(rulesIn(await end('2019-12-31', ' '))).toEqual(['reason']);
    idIn(await end('2019-12-31'));
    expect(await setOf(id)).toMatchObject({ state: 'ended', validTo: '2019-12-31' });
    expect(rulesIn(await end('2019-12-31'))).toEqual(['wrong_state']);
    expect(await editionInForce(site.db, id, '2020-01-01')).toBeNull();
  });

  it('leave nothing behind when a draft is dropped, but the line in the journal', async () => {
    const id = await draft({ name: 'Bỏ đi' });
    const group = await add(id, { rule: { kind: 'any_of', n: 1 } });
    await add(id, { parentId: group });
    idIn(await dropDraftSet(at(site.db, standing), { id, version: null }));
    expect(await findCriteriaSet(site.db, id)).toBeNull();
    const events = site.db
      .selectFrom('audit_event')
      .select('kind')
      .where('thing', '=', 'criteria_set')
      .where('thing_id', '=', id);
    expect((await events.orderBy('id').execute()).map(({ kind }) => kind)).toEqual([
      'criteria_set.drafted',
      'criteria_set.changed',
      'criteria_set.changed',
      'criteria_set.draft_dropped',
    ]);
  });
});
