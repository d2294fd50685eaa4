// long: one site with a split office serves every case of the screen
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen } from '../../test/exemplar-site.ts';
import { type MadeOffice, makeOffice } from '../../test/factories.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { done } from '../platform/outcome.ts';
import { decisionsOf } from './copy-decisions.ts';
import { decisionsPart } from './copy-part.tsx';
import type { DutyCopying } from './copy-plan.ts';
import { copyRoutes } from './copy-routes.tsx';
import { planRoutes } from './routes.tsx';

/** A plan without duties: those are tested with the duties themselves. */
const copyDuties: DutyCopying = {
  officeIds: async () => [],
  copy: async () => done([]),
  decide: async () => done({ inWords: '' }),
};

let it_: ExemplarSite;
let standing: Browser;
let unit: Browser;
let halves: MadeOffice[];
let oldPlan: number;

beforeAll(async () => {
  it_ = await openExemplarSite([
    ...copyRoutes({ copyDuties }),
    ...planRoutes({ parts: [decisionsPart], afterIssue: async () => undefined }),
  ]);
  const { world, site } = it_;
  oldPlan = world.plan.planId;
  standing = await it_.as(world.standing);
  unit = await it_.as(world.unit);
  // the lead office was split, and the commune that has a share is gone without anybody knowing into what
  halves = [
    await makeOffice(site.db, world.place.province, {
      name: 'Sở Thử nghiệm Một',
      kind: 'department',
      validFrom: '2021-01-01',
    }),
    await makeOffice(site.db, world.place.province, {
      name: 'Sở Thử nghiệm Hai',
      kind: 'department',
      validFrom: '2021-01-01',
    }),
  ];
  await site.db
    .updateTable('office')
    .set({ valid_to: '2020-12-31' })
    .where('id', 'in', [world.place.lead.id, world.place.commune.id])
    .execute();
  for (const half of halves) {
    await site.db
      .insertInto('office_succession')
      .values({ from_office_id: world.place.lead.id, to_office_id: half.id, on_date: '2021-01-01' })
      .execute();
  }
  await site.db
    .updateTable('pilot_field')
    .set({ quota_kind: 'at_least', quota_number: 10, quota_counts: ['household'] })
    .where('id', '=', world.plan.fieldId)
    .execute();
  await site.db
    .insertInto('quota_allocation')
    .values({ field_id: world.plan.fieldId, ord: 1, office_id: world.place.commune.id, number: 3 })
    .execute();
  await site.db
    .insertInto('field_coordination')
    .values({ field_id: world.plan.fieldId, ord: 1, office_id: world.place.district.id })
    .execute();
  // a Sunday in the new period
  await site.db
    .insertInto('stage')
    .values({
      plan_id: oldPlan,
      ord: 1,
      name: 'Phát động năm 2016',
      precision: 'day',
      from_on: '2016-05-10',
      to_on: '2016-05-10',
    })
    .execute();
});
afterAll(() => it_.close());

const post = async (browser: Browser, path: string, fields: Record<string, string>, from = path) => {
  const { html } = await open(browser, from);
  return seen(await browser.post(path, { ...hiddenFields(html, path), ...fields }));
};

async function copied(): Promise<number> {
  const answer = await post(standing, `/ke-hoach/${oldPlan}/chep`, { fromYear: '2026' });
  const planId = /^\/ke-hoach\/(\d+)\/chep\/quyet-dinh$/.exec(answer.location ?? '')?.[1];
  if (!planId) throw new Error(answer.text.slice(0, 300));
  return Number(planId);
}

describe('copying a plan', () => {
  it('is offered to those who write plans, and refused to others with the reason', async () => {
    expect((await open(standing, `/ke-hoach/${oldPlan}/chep`)).text).toMatch(/Giai đoạn mới bắt đầu từ năm/);
    expect((await open(unit, `/ke-hoach/${oldPlan}/chep`)).text).toMatch(/tài khoản của bạn chỉ được xem/);
    expect((await seen(await unit.post(`/ke-hoach/${oldPlan}/chep`, { fromYear: '2026' }))).status).toBe(422);
    expect((await open(standing, '/ke-hoach/999999/chep')).status).toBe(404);
  });

  it.each(['', 'abc', '2016', '1000', '2.026', '-1', '99999999999'])(
    'refuses the year “%s” at its field',
    async (fromYear) => {
      const answer = await post(standing, `/ke-hoach/${oldPlan}/chep`, { fromYear });
      expect(answer.status).toBe(422);
      expect(answer.html).toMatch(/id="f-fromYear-error"/);
    },
  );

  it('asks about an office that was split, a share of one that is gone, a quota, and a day off; takes what is clear', async () => {
    const planId = await copied();
    const decisions = await decisionsOf(it_.site.db, planId);
    expect(decisions.map(({ about }) => about.kind)).toEqual(['stage_day', 'lead', 'allocation', 'quota']);
    const page = await open(standing, `/ke-hoach/${planId}/chep/quyet-dinh`);
    expect(page.text).toMatch(
      /“Sở Thử nghiệm” đến 01\/01\/2026 đã chia thành 2 đơn vị \(Sở Thử nghiệm Hai, Sở Thử nghiệm Một\)/,
    );
    expect(page.text).toMatch(/không còn, và chưa ghi đơn vị nào kế thừa/);
    expect(page.text).toMatch(/bắt đầu ngày 10\/05\/2026 là ngày nghỉ/);
    expect(page.text).toMatch(/Phát động năm 2026/);
    expect((await open(standing, `/ke-hoach/${planId}`)).text).toMatch(/Còn 4 việc phải quyết định/);
  });
});

describe('deciding', () => {
  const decideOn = async (planId: number, kind: string, choice: string, other = '') => {
    const decision = (await decisionsOf(it_.site.db, planId)).find(({ about }) => about.kind === kind);
    const path = `/ke-hoach/${planId}/chep/quyet-dinh/${decision?.id}`;
    return post(
      standing,
      path,
      { [`${decision?.id}-choice`]: choice, [`${decision?.id}-other`]: other },
      `/ke-hoach/${planId}/chep/quyet-dinh`,
    );
  };

  it('refuses what is no option, and an office that is not there on the first day', async () => {
    const planId = await copied();
    expect((await decideOn(planId, 'lead', '')).text).toMatch(/Hãy chọn một trong các cách ở trên/);
    expect((await decideOn(planId, 'lead', 'office:1')).text).toMatch(/Hãy chọn một trong các cách ở trên/);
    expect((await decideOn(planId, 'lead', 'other', 'Sở Không Có')).text).toMatch(
      /Không có đơn vị “Sở Không Có” vào ngày 01\/01\/2026/,
    );
    expect((await decideOn(planId, 'lead', 'other', 'Sở Thử nghiệm')).text).toMatch(
      /Có nhiều đơn vị như vậy/,
    );
    expect((await decideOn(planId, 'quota', 'other', '-1')).text).toMatch(/Số lượng phải là số nguyên từ 1/);
    expect(await decisionsOf(it_.site.db, planId)).toMatchObject(
      Array.from({ length: 4 }, () => ({ decidedOn: null })),
    );
  });

  it('puts each choice into the draft, once, with who decided', async () => {
    const { db } = it_.site;
    const planId = await copied();
    const field = () =>
      db.selectFrom('pilot_field').selectAll().where('plan_id', '=', planId).executeTakeFirstOrThrow();
    expect((await decideOn(planId, 'lead', `office:${halves[1]?.id}`)).location).toMatch(
      /quyet-dinh#con-mo$/,
    );
    expect((await field()).lead_office_id).toBe(halves[1]?.id);
    await decideOn(planId, 'quota', 'other', '1.200');
    expect((await field()).quota_number).toBe(1_200);
    await decideOn(planId, 'allocation', 'other', it_.world.place.otherCommune.name);
    const share = await db
      .selectFrom('quota_allocation')
      .selectAll()
      .where('field_id', '=', (await field()).id)
      .execute();
    expect(share).toMatchObject([{ office_id: it_.world.place.otherCommune.id, number: 3, percent: null }]);
    await decideOn(planId, 'stage_day', 'move');
    const stage = await db
      .selectFrom('stage')
      .selectAll()
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow();
    expect([stage.from_on, stage.to_on]).toEqual(['2026-05-11', '2026-05-11']);
    const page = await open(standing, `/ke-hoach/${planId}/chep/quyet-dinh`);
    expect(page.text).toMatch(/Không còn việc nào phải quyết định/);
    expect(page.text).toMatch(/Sở Thử nghiệm Hai \(Người Thử \d+, 15\/11\/2018\)/);
    const [first] = await decisionsOf(db, planId);
    const again = await seen(
      await standing.post(`/ke-hoach/${planId}/chep/quyet-dinh/${first?.id}`, {
        [`${first?.id}-choice`]: 'keep',
      }),
    );
    expect(again.text).toMatch(/Việc này đã được quyết định/);
    const events = await db
      .selectFrom('audit_event')
      .select('kind')
      .where('thing', '=', 'plan')
      .where('thing_id', '=', planId)
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual([
      'plan.created',
      ...Array.from({ length: 4 }, () => 'plan.decided'),
    ]);
  });

  it('is not for those who only read, and not about another plan', async () => {
    const planId = await copied();
    const [first] = await decisionsOf(it_.site.db, planId);
    const sent = await seen(
      await unit.post(`/ke-hoach/${planId}/chep/quyet-dinh/${first?.id}`, {
        [`${first?.id}-choice`]: 'keep',
      }),
    );
    expect(sent.status).toBe(422);
    expect(
      (
        await seen(
          await standing.post(`/ke-hoach/${oldPlan}/chep/quyet-dinh/${first?.id}`, {
            [`${first?.id}-choice`]: 'keep',
          }),
        )
      ).status,
    ).not.toBe(303);
  });
});
