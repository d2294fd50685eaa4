import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, makeReport, on, yearlyReport } from '../../test/duty-world.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { notFound, stale } from '../platform/outcome.ts';
import { addDuty, changeDuty, removeDuty } from './commands.ts';
import { findDuty } from './duty-queries.ts';
import { excuseItem, takeExcuseBack } from './excuse.ts';
import type { DutyInput } from './forms.ts';
import { dutyItems } from './queries.ts';
import { dutyInWords } from './words.ts';

const TODAY = '2018-11-15';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('report').execute();
  await world.db.deleteFrom('duty').execute();
});

const add = (change: Partial<DutyInput>, who = world.standing) =>
  addDuty(on(world, who), { ...yearlyReport(world, change), planId: world.plan.planId });
const wrong = async (change: Partial<DutyInput>) => {
  const outcome = await add(change);
  return outcome.ok || outcome.refusal.kind !== 'invalid' ? {} : outcome.refusal.fields;
};
const eventsOf = (thing: string, id: number) =>
  world.db
    .selectFrom('audit_event')
    .select(['kind', 'before', 'after', 'reason'])
    .where('thing', '=', thing)
    .where('thing_id', '=', id)
    .orderBy('id')
    .execute();

describe('a duty', () => {
  it('is set by the standing body in a sentence that the journal keeps', async () => {
    const { province, standing } = world.place;
    const id = await giveDuty(
      world,
      yearlyReport(world, { toOfficeId: province.id, viaOfficeId: standing.id }),
    );
    const duty = await findDuty(world.db, id);
    const sentence = `Mọi commune thuộc ${province.name} gửi báo cáo năm, hằng năm, hạn ngày 10/12, gửi ${province.name} qua Ban Thi đua thử.`;
    expect(duty && dutyInWords(duty)).toBe(sentence);
    expect(await eventsOf('duty', id)).toMatchObject([
      { kind: 'duty.added', after: { 'nội dung': sentence } },
    ]);
  });

  it.each([
    ['ends before it begins', { fromOn: '2018-01-01', toOn: '2017-01-01' }, 'toOn'],
    ['begins before the plan', { fromOn: '2015-12-31' }, 'fromOn'],
    ['goes on after the plan', { toOn: '2021-01-01' }, 'toOn'],
    ['has one day for a cycle', { dueRule: { kind: 'on', day: '2018-01-01' } }, 'dueDay'],
    ['names no form', { reportFormKey: null }, 'reportFormKey'],
    ['names a form that is not there', { reportFormKey: 'khong-co' }, 'reportFormKey'],
    ['goes to an office that is not there', { toOfficeId: 99_999_999 }, 'toOfficeId'],
    ['is of a bloc that is not there', { who: { by: 'bloc', blocId: 99 } }, 'whoBlocId'],
    ['is of a kind that is not there', { who: { by: 'kind', kindId: 'planet', belowId: 1 } }, 'whoKindId'],
  ] as [string, Partial<DutyInput>, string][])(
    'is refused at its field when it %s',
    async (_name, change, field) => {
      expect(Object.keys(await wrong(change))).toContain(field);
    },
  );

  it('is refused at the field for an office that does not exist on its first day, or a selection of nobody', async () => {
    const gone = await makeOffice(world.db, world.place.province, { name: 'Sở cũ', validTo: '2015-12-31' });
    expect(await wrong({ who: { by: 'office', officeId: gone.id } })).toMatchObject({
      whoOfficeId: expect.stringContaining('“Sở cũ” không có hiệu lực vào ngày 01/01/2016'),
    });
    expect(await wrong({ viaOfficeId: gone.id })).toHaveProperty('viaOfficeId');
    const nobody = { by: 'kind' as const, kindId: 'province', belowId: world.place.commune.id };
    expect(await wrong({ who: nobody })).toHaveProperty('whoOfficeId');
  });

  it('is kept by nobody else, not for a closed plan, and not on an old form', async () => {
    for (const person of [world.unit, world.lead, world.leader, world.districtOfficer])
      expect(rulesOf(await add({}, person))).toEqual(['not_keeper']);
    expect((await add({}, world.admin)).ok).toBe(true);
    const id = await giveDuty(world, yearlyReport(world));
    const change = { ...yearlyReport(world), id };
    expect(await changeDuty(on(world, world.standing), { ...change, version: 9 })).toEqual(stale(1));
    expect(await changeDuty(on(world, world.standing), { ...change, id: 99_999, version: 1 })).toEqual(
      notFound(),
    );
    await world.db.updateTable('plan').set({ state: 'closed' }).execute();
    expect(rulesOf(await add({}))).toEqual(['plan_closed']);
    await world.db.updateTable('plan').set({ state: 'in_force' }).execute();
  });

  it('is removed while nothing of it was due, and only ended once something was', async () => {
    const future = await giveDuty(world, yearlyReport(world, { fromOn: '2019-01-01' }));
    const acting = on(world, world.standing);
    expect(answerOf(await removeDuty(acting, { id: future, version: 1 })).ended).toBe(false);
    expect(await findDuty(world.db, future)).toBeNull();
    const begun = await giveDuty(world, yearlyReport(world, { fromOn: '2017-01-01' }));
    expect(answerOf(await removeDuty(acting, { id: begun, version: 1 })).ended).toBe(true);
    const days = (await dutyItems(world.db, { dutyId: begun }, TODAY)).map(({ dueOn }) => dueOn);
    expect(new Set(days)).toEqual(new Set(['2017-12-10']));
    expect(await eventsOf('duty', begun)).toMatchObject([{ kind: 'duty.added' }, { kind: 'duty.ended' }]);
  });
});

describe('an excuse', () => {
  const firstOf = async (officeId: number) =>
    (await dutyItems(world.db, { officeIds: [officeId] }, TODAY, { limit: 1 }))[0]?.id ?? 0;

  it('is given by who receives or by the standing body, with a reason on record, and can be taken back', async () => {
    await giveDuty(world, yearlyReport(world, { fromOn: '2018-01-01', toOn: '2018-12-31' }));
    const id = await firstOf(world.place.commune.id);
    answerOf(await excuseItem(on(world, world.districtOfficer), { id, reason: 'Xã mới sáp nhập' }));
    const [item] = await dutyItems(world.db, { ids: [id] }, TODAY);
    expect(item).toMatchObject({
      state: 'excused',
      excuse: 'Xã mới sáp nhập',
      excusedOn: TODAY,
      revision: 1,
    });
    const again = await excuseItem(on(world, world.standing), { id, reason: 'Lần nữa' });
    expect(rulesOf(again)).toEqual(['excused_before']);
    answerOf(await takeExcuseBack(on(world, world.standing), { id }));
    expect((await dutyItems(world.db, { ids: [id] }, TODAY))[0]?.state).toBe('open');
    expect(rulesOf(await takeExcuseBack(on(world, world.standing), { id }))).toEqual(['not_excused']);
    expect(await eventsOf('duty_item', id)).toMatchObject([
      { kind: 'duty_item.excused', reason: 'Xã mới sáp nhập' },
      { kind: 'duty_item.excuse_withdrawn' },
    ]);
  });

  it('is never one’s own, never a stranger’s, and not for what is done or unseen', async () => {
    await giveDuty(world, yearlyReport(world, { fromOn: '2018-01-01', toOn: '2018-12-31' }));
    const id = await firstOf(world.place.commune.id);
    const excuse = (who = world.unit) => excuseItem(on(world, who), { id, reason: 'Bận' });
    expect(rulesOf(await excuse())).toEqual(['own_office']);
    expect(rulesOf(await excuse(world.leader))).toEqual(['not_receiver']);
    expect(await excuse(world.stranger)).toEqual(notFound());
    await makeReport(world, world.place.commune, 2018, '2018-11-14');
    expect(rulesOf(await excuse(world.standing))).toEqual(['done_before']);
  });
});
