import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate } from '../../test/choosing-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { type MadePlan, makeActor, makePlan } from '../../test/factories.ts';
import { as, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { answerNobody } from './answer.ts';
import { askedOffices, hasAnswered } from './offices-asked.ts';
import { choosingRoutes } from './routes.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(choosingRoutes);
});
afterAll(() => there.close());

/** A field that both communes of the district and the lead office's neighbour coordinate. */
async function askedField(): Promise<MadePlan> {
  const { db, place } = there.world;
  const plan = await makePlan(db, place.lead, { kind: 'exactly', number: 2 });
  await db
    .insertInto('field_coordination')
    .values([
      { field_id: plan.fieldId, ord: 1, kind_id: 'commune', below_id: place.district.id },
      { field_id: plan.fieldId, ord: 2, office_id: place.standing.id },
    ])
    .execute();
  return plan;
}

const standing = async ({ fieldId }: MadePlan) =>
  (await askedOffices(there.world.db, fieldId, '2018-11-15')).map((one) => [one.name, hasAnswered(one)]);

describe('who has not answered', () => {
  it('is every coordinating office, named or of a kind, without a proposal and without a word', async () => {
    const { world } = there;
    const { commune, otherCommune, standing: body } = world.place;
    const plan = await askedField();
    expect(new Map((await standing(plan)) as [string, boolean][])).toEqual(
      new Map([
        [commune.name, false],
        [otherCommune.name, false],
        [body.name, false],
      ]),
    );
    await candidate(world, plan, 'Đã đề nghị');
    const found = await candidate(world, plan, 'Mới phát hiện', {
      state: 'found',
      officeId: otherCommune.id,
    });
    expect(Object.fromEntries(await standing(plan))).toMatchObject({
      [commune.name]: true,
      [otherCommune.name]: false,
    });
    // a tip that was refused was never proposed
    await world.db.updateTable('exemplar').set({ state: 'declined' }).where('id', '=', found).execute();
    expect(Object.fromEntries(await standing(plan))).toMatchObject({ [otherCommune.name]: false });
  });

  it('leaves out an office that does not hold any more', async () => {
    const { db, place } = there.world;
    const plan = await askedField();
    await db
      .updateTable('office')
      .set({ valid_to: '2017-01-01' })
      .where('id', '=', place.otherCommune.id)
      .execute();
    expect((await standing(plan)).map(([name]) => name)).not.toContain(place.otherCommune.name);
    await db.updateTable('office').set({ valid_to: null }).where('id', '=', place.otherCommune.id).execute();
  });
});

describe('saying that there is nobody', () => {
  const answer = (plan: MadePlan, by = there.world.stranger, more = {}) =>
    answerNobody(as(there.world, by), {
      ...{ fieldId: plan.fieldId, officeId: there.world.place.otherCommune.id, version: null },
      ...{ reason: 'Đã rà soát, chưa có hộ nào đạt', ...more },
    });

  it('is done on a form of one’s own office, and shown to the lead office with the reason', async () => {
    const { world } = there;
    const plan = await askedField();
    const path = `/ke-hoach/${plan.planId}/linh-vuc/${plan.fieldId}/tra-loi`;
    const browser = await there.as(world.stranger);
    const officeId = String(world.place.otherCommune.id);
    const empty = await send(browser, path, { officeId, reason: '' });
    expect([empty.status, errorAt(empty, 'reason')]).toEqual([422, expect.stringContaining('Hãy ghi')]);
    expect((await send(browser, path, { officeId, reason: 'Chưa có hộ nào đạt' })).status).toBe(303);
    // written again it takes the place of the first
    expect((await send(browser, path, { officeId, reason: 'Vẫn chưa có' })).status).toBe(303);
    const page = await open(await there.as(world.lead), path.replace('tra-loi', 'lua-chon'));
    expect(page.text).toContain('Vẫn chưa có');
    expect(page.text).toContain('2/3 cơ quan chưa trả lời');
  });

  it('is refused to an office that has proposed somebody', async () => {
    const { world } = there;
    const plan = await askedField();
    await candidate(world, plan, 'Đã có', { officeId: world.place.otherCommune.id });
    expect(rulesOf(await answer(plan))).toEqual(['has_proposed']);
  });

  it('is nobody’s business but of the office itself and its officers above', async () => {
    const { world } = there;
    const plan = await askedField();
    const above = await makeActor(world.db, [['unit', world.place.district, 'branch']]);
    for (const other of [world.unit, world.lead, world.leader]) {
      expect(await answer(plan, other)).toMatchObject({ refusal: { kind: 'not_found' } });
    }
    expect((await answer(plan, above)).ok).toBe(true);
    const unasked = await makePlan(world.db, world.place.lead);
    expect(await answer(unasked)).toMatchObject({ refusal: { kind: 'not_found' } });
  });

  it('is not written over by somebody who has not seen the last word, and not without end', async () => {
    const plan = await askedField();
    await answer(plan);
    expect(await answer(plan)).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await answer(plan, undefined, { version: 1, reason: 'x'.repeat(2_001) })).toMatchObject({
      refusal: { kind: 'invalid' },
    });
  });
});
