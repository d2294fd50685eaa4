import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, fieldWith, prepared } from '../../test/choosing-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { type MadePlan, makeActor } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import type { Actor } from '../identity/actor.ts';
import { choosingRoutes } from './routes.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(choosingRoutes);
});
afterAll(() => there.close());

const at = ({ planId, fieldId }: MadePlan): string => `/ke-hoach/${planId}/linh-vuc/${fieldId}/lua-chon`;
const lead = () => there.as(there.world.lead);

describe('the page of a field', () => {
  it('shows the quota, every candidate, and what stands against choosing each before one tries', async () => {
    const { plan } = await fieldWith(there.world, { kind: 'exactly', number: 5 }, 1);
    await candidate(there.world, plan, 'Trần Thị Thiếu', { complete: false });
    const page = await open(await lead(), at(plan));
    expect(page.status).toBe(200);
    expect(page.text).toContain('0/5 đã chọn');
    expect(page.text).toContain('Đủ điều kiện chọn');
    expect(page.text).toContain('Chưa có sự đồng ý đăng ký của điển hình');
    expect(page.text).toContain('95%');
  });

  it('makes as many queries with thirty candidates as with three', async () => {
    const few = await fieldWith(there.world, { kind: 'exactly', number: 5 }, 3);
    const many = await fieldWith(there.world, { kind: 'exactly', number: 5 }, 30);
    for (const { plan, ids } of [few, many]) await prepared(there.world, plan, ids[0] ?? 0);
    const browser = await lead();
    const count = (plan: MadePlan) => queriesOf(there.site, () => browser.get(at(plan)));
    await count(few.plan);
    expect(await count(many.plan)).toBe(await count(few.plan));
    const listAt = async (of: typeof few) => {
      let id = 0;
      for (const one of of.ids.slice(1)) id = await prepared(there.world, of.plan, one);
      return id;
    };
    const [small, large] = [await listAt(few), await listAt(many)];
    const countList = (id: number) => queriesOf(there.site, () => browser.get(`/quyet-dinh-lua-chon/${id}`));
    expect(await countList(large)).toBe(await countList(small));
  });

  it('narrows and sorts by its address, and leaves out what cannot be understood', async () => {
    const { plan } = await fieldWith(there.world, { kind: 'none', number: null }, 2);
    await candidate(there.world, plan, 'Câu lạc bộ Chèo', { kind: 'collective' });
    const browser = await lead();
    expect((await open(browser, `${at(plan)}?loai=collective&xep=tan_thanh`)).text).toContain(
      '1 hồ sơ đang hiện',
    );
    expect((await open(browser, `${at(plan)}?loai=x&xep=y&xem=z&don_vi=-1`)).text).toContain(
      '3 hồ sơ đang hiện',
    );
  });

  it('is a page of its own plan only', async () => {
    const { plan } = await fieldWith(there.world, { kind: 'none', number: null }, 0);
    const other = `/ke-hoach/${there.world.plan.planId}/linh-vuc/${plan.fieldId}/lua-chon`;
    expect((await open(await lead(), other)).status).toBe(404);
  });
});

describe('who may do what', () => {
  it('by role and office: sees the page, prepares, applies', async () => {
    const { world } = there;
    const { plan, ids } = await fieldWith(world, { kind: 'none', number: null }, 2);
    const listId = await prepared(world, plan, ids[1] ?? 0);
    const { db, place } = world;
    const people: [string, Actor & { accountId: number }, [number, number, number]][] = [
      ['officer of the lead office', world.lead, [200, 200, 303]],
      ['standing body', world.standing, [200, 200, 303]],
      ['leader of the province', world.leader, [200, 422, 422]],
      [
        'viewer of the province',
        await makeActor(db, [['viewer', place.province, 'branch']]),
        [200, 422, 422],
      ],
      ['officer of the commune', world.unit, [404, 404, 404]],
      ['officer of another commune', world.stranger, [404, 404, 404]],
      ['lead of another office', await makeActor(db, [['lead', place.district, 'branch']]), [404, 404, 404]],
      ['press', await makeActor(db, [['press', place.commune, 'own']]), [404, 404, 404]],
      ['admin', await makeActor(db, [['admin', place.province, 'all']]), [404, 404, 404]],
      ['council member', await makeActor(db, [['council', place.province, 'all']]), [404, 404, 404]],
    ];
    // whoever may apply comes last: after that there is nothing left to apply
    const found: [string, number[]][] = [];
    for (const [who, actor] of people.toReversed()) {
      const browser = await there.as(actor);
      const page = (await browser.get(at(plan))).status;
      const preparing = (await browser.get(`${at(plan)}/${ids[0]}`)).status;
      const applying = (await browser.post(`/quyet-dinh-lua-chon/${listId}/ap-dung`, { onDay: '' })).status;
      if (applying === 303) {
        await db
          .updateTable('decision_list')
          .set({ state: 'open', decided_on: null, applied_on: null })
          .where('id', '=', listId)
          .execute();
        await db
          .updateTable('exemplar')
          .set({ state: 'proposed', version: 1 })
          .where('id', '=', ids[1] ?? 0)
          .execute();
      }
      found.push([who, [page, preparing, applying]]);
    }
    expect(found.toReversed()).toEqual(people.map(([who, , answers]) => [who, answers]));
  });

  it('leads whoever does not see how a field chooses to its plan', async () => {
    const { plan } = await fieldWith(there.world, { kind: 'none', number: null }, 0);
    const short = `/linh-vuc/${plan.fieldId}/lua-chon`;
    expect((await open(await lead(), short)).location).toBe(at(plan));
    expect((await open(await there.as(there.world.unit), short)).location).toBe(
      `/ke-hoach/${plan.planId}#linh-vuc`,
    );
    expect((await open(await lead(), '/linh-vuc/999999/lua-chon')).status).toBe(404);
  });
});

describe('side by side', () => {
  it('lays two to four candidates beside each other and says in its row what each lacks', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 1);
    const bare = await candidate(there.world, plan, 'Trần Thị Thiếu', { complete: false });
    const browser = await lead();
    const page = await open(browser, `${at(plan)}/so-sanh?e=${ids[0]}&e=${bare}&e=abc`);
    expect(page.text).toContain('chưa suy tôn');
    expect(page.text).toContain('chưa có hoạt động nào');
    expect(page.text).toContain('Thu nhập 300 triệu đồng');
    expect(page.text).toContain('chưa đánh giá theo bộ của lĩnh vực');
  });

  it('says what is prepared for one of them, and not for the other', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 2);
    await prepared(there.world, plan, ids[0] ?? 0, { action: 'wait' });
    const page = await open(await lead(), `${at(plan)}/so-sanh?e=${ids[0]}&e=${ids[1]}`);
    expect(page.text.match(/Sẽ chờ/g)).toHaveLength(1);
    expect(page.text.match(/Sửa quyết định/g)).toHaveLength(1);
    expect(page.text.match(/Chuẩn bị quyết định/g)).toHaveLength(1);
  });

  it('makes as many queries for four as for two', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 4);
    const browser = await lead();
    const count = (some: readonly number[]) =>
      queriesOf(there.site, () =>
        browser.get(`${at(plan)}/so-sanh?${some.map((id) => `e=${id}`).join('&')}`),
      );
    await count(ids);
    expect(await count(ids)).toBe(await count(ids.slice(0, 2)));
  });

  it('shows nobody of another field or out of reach', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 1);
    const other = await fieldWith(there.world, { kind: 'none', number: null }, 1);
    const page = await open(await lead(), `${at(plan)}/so-sanh?e=${ids[0]}&e=${other.ids[0]}`);
    expect(page.text).toContain('Chưa đủ hồ sơ để so sánh');
  });
});
