import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { on, withMeasures } from '../../test/figure-desk.ts';
import { answerOf, eventsOf, makeExemplar, rulesOf } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import type { Actor } from '../identity/actor.ts';
import { notFound } from '../platform/outcome.ts';
import {
  addContribution,
  changeContribution,
  confirmContribution,
  removeContribution,
} from './contributions.ts';
import { contributionsPart } from './contributions-part.tsx';
import { contributionsOf } from './contributions-queries.ts';
import { contributionRoutes } from './contributions-routes.tsx';
import { showRoute } from './show-routes.tsx';

let there: ExemplarSite;
let measure: (key: string) => number;
let unit: Browser;
let lead: Browser;
beforeAll(async () => {
  there = await openExemplarSite([showRoute([contributionsPart]), ...contributionRoutes]);
  measure = await withMeasures(there.world);
  unit = await there.as(there.world.unit);
  lead = await there.as(there.world.lead);
});
afterAll(() => there.close());

const typed = (more: object = {}) => ({
  measureId: String(measure('dat-hien')),
  amount: '0,12 ha',
  year: '2017',
  purpose: 'Mở rộng đường liên khu',
  receiver: 'Ban Phát triển khu 7',
  ...more,
});

async function given(state = 'nurtured') {
  const id = await makeExemplar(there.world, { state });
  const base = `/dien-hinh/${id}/dong-gop`;
  expect((await send(unit, `${base}/moi`, typed())).status).toBe(303);
  const [made] = await contributionsOf(there.world.db, id);
  return { id, base, item: made?.id ?? 0, path: `${base}/${made?.id}` };
}

const FACTS = { amount: 1200, year: 2017, purpose: 'Làm đường', receiver: null, evidenceId: null };
const add = (id: number, actor: Actor, more: object = {}) => {
  const { acting, about } = on(there.world, actor, id);
  return addContribution(acting, { ...about, measureId: measure('dat-hien'), ...FACTS, ...more });
};

describe('a contribution', () => {
  it('is written down in the unit of its measure, and shown as it was typed', async () => {
    const { id } = await given();
    expect(await contributionsOf(there.world.db, id)).toMatchObject([
      { kind: 'land', amount: 1200, asTyped: '0,12 ha', year: 2017, trust: 'self_declared' },
    ]);
    const { text } = await open(unit, `/dien-hinh/${id}`);
    expect(text).toContain('1.200 m² ghi là 0,12 ha');
    expect(text).toContain('Đất · nơi nhận: Ban Phát triển khu 7');
  });

  it.each([
    ['measureId', { measureId: '' }, 'Hãy chọn loại đóng góp'],
    ['amount', { amount: '3 sào' }, 'Không hiểu đơn vị “sào”'],
    ['amount', { amount: '-5 m²' }, 'phải lớn hơn 0'],
    ['purpose', { purpose: ' ' }, 'Hãy ghi đóng góp để làm gì'],
    ['evidenceId', { evidenceId: '987654' }, 'minh chứng của hồ sơ này'],
    ['rechecked', { amount: '30 ha' }, 'Có đúng không?'],
  ])('says at %s what is wrong', async (field, wrong, sentence) => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const sent = await send(unit, `/dien-hinh/${id}/dong-gop/moi`, typed(wrong));
    expect(sent.status).toBe(422);
    expect(errorAt(sent, field)).toContain(sentence);
    expect(await contributionsOf(there.world.db, id)).toEqual([]);
  });

  it('outside of its range is kept once it is said to be right, and marked', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const sent = await send(
      unit,
      `/dien-hinh/${id}/dong-gop/moi`,
      typed({ amount: '30 ha', rechecked: '1' }),
    );
    expect(sent.status).toBe(303);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain(
      'ngoài khoảng thường gặp người ghi đã kiểm tra lại',
    );
  });

  it('is confirmed by somebody else, and self-declared again once its amount is another', async () => {
    const { id, path, item } = await given();
    expect((await open(unit, `${path}/xac-nhan`)).text).toContain('không tự xác nhận');
    const seen = { confirmedBy: 'UBND xã', confirmedWith: 'biên bản giao đất' };
    expect((await send(lead, `${path}/xac-nhan`, seen)).status).toBe(303);
    const { acting, about } = on(there.world, there.world.unit, id, item);
    const change = (more: object) =>
      changeContribution(acting, { ...about, measureId: measure('dat-hien'), ...FACTS, ...more });
    answerOf(await change({ purpose: 'Làm đường liên khu' }));
    expect(await contributionsOf(there.world.db, id)).toMatchObject([{ trust: 'confirmed' }]);
    answerOf(await change({ amount: 900 }));
    expect(await contributionsOf(there.world.db, id)).toMatchObject([
      { trust: 'self_declared', amount: 900 },
    ]);
    expect((await eventsOf(there.world, id)).map(({ kind }) => kind)).toEqual([
      'exemplar.contribution_added',
      'exemplar.contribution_confirmed',
      'exemplar.contribution_changed',
      'exemplar.contribution_changed',
    ]);
  });

  it('stands beside what another source says of it', async () => {
    const { id, path } = await given();
    const said = { value: '800 m2', source: 'Hồ sơ địa chính của xã' };
    expect((await send(lead, `${path}/nguon-khac`, said)).status).toBe(303);
    const { text } = await open(unit, `/dien-hinh/${id}`);
    expect(text).toContain('Theo hồ sơ: 1.200 m²');
    expect(text).toContain('Nguồn khác: 800 m² – Hồ sơ địa chính của xã');
    expect((await send(lead, `${path}/bo`, { reason: 'Ghi trùng' })).status).toBe(303);
    expect(await contributionsOf(there.world.db, id)).toEqual([]);
  });

  it('is no figure that counts no gift, and is refused to those who may not, or do not see', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found' });
    expect(await add(id, world.unit, { measureId: measure('doanh-thu') })).toMatchObject({
      refusal: { fields: { measureId: expect.any(String) } },
    });
    expect(rulesOf(await add(id, world.leader))).toEqual(['wrong_role']);
    expect(await add(id, world.stranger)).toEqual(notFound());
    expect(rulesOf(await add(await makeExemplar(world, { state: 'declined' }), world.unit))).toEqual([
      'wrong_state',
    ]);
  });

  it('of another exemplar is not found', async () => {
    const [one, other] = [await given(), await given()];
    const { acting, about } = on(there.world, there.world.lead, one.id, other.item);
    expect(await removeContribution(acting, { ...about, reason: 'x' })).toEqual(notFound());
    const seen = { confirmedBy: 'A', confirmedWith: 'B' };
    expect(await confirmContribution(acting, { ...about, ...seen })).toEqual(notFound());
  });
});
