import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import { achievementsPart } from './achievements-part.tsx';
import { achievementRoutes } from './achievements-routes.tsx';
import { achievementsOf } from './merits-queries.ts';
import { showRoute } from './show-routes.tsx';

let desk: ExemplarSite;
let unit: Browser;
let lead: Browser;
let leader: Browser;
beforeAll(async () => {
  desk = await openExemplarSite([showRoute([achievementsPart]), ...achievementRoutes]);
  unit = await desk.as(desk.world.unit);
  lead = await desk.as(desk.world.lead);
  leader = await desk.as(desk.world.leader);
});
afterAll(() => desk.close());

const typed = {
  statement: 'Thu nhập tăng gấp ba',
  measure: 'thu nhập bình quân',
  value: '1.180,5',
  unit: 'triệu đồng',
  year: '2017',
};

/** An exemplar with the achievement above, typed on the form by the officer of the commune. */
async function withAchievement() {
  const id = await makeExemplar(desk.world, { state: 'nurtured' });
  const base = `/dien-hinh/${id}/thanh-tich`;
  expect(await send(unit, `${base}/moi`, typed)).toMatchObject({
    status: 303,
    location: `/dien-hinh/${id}#thanh-tich`,
  });
  const [made] = await achievementsOf(desk.world.db, id);
  return { id, base, item: `${base}/${made?.id}` };
}

describe('the form of an achievement', () => {
  it('reads numbers as people here write them, and the page shows them so', async () => {
    const { id } = await withAchievement();
    expect(await achievementsOf(desk.world.db, id)).toMatchObject([{ value: 1180.5, year: 2017 }]);
    const { text } = await open(unit, `/dien-hinh/${id}`);
    expect(text).toContain('1.180,5 triệu đồng thu nhập bình quân 2017 tự khai');
    expect(text).toContain('Chưa có minh chứng cho 1 thành tích.');
  });

  it('refuses half a figure at each field that is missing, and keeps what was typed', async () => {
    const id = await makeExemplar(desk.world, { state: 'found' });
    const half = { ...typed, statement: 'Hiến <500 m²> đất', value: '', unit: '' };
    const again = await send(unit, `/dien-hinh/${id}/thanh-tich/moi`, half);
    expect(again.status).toBe(422);
    expect(errorAt(again, 'value')).toContain('Số liệu còn thiếu giá trị');
    expect(errorAt(again, 'unit')).toContain('Số liệu còn thiếu đơn vị tính');
    expect(errorAt(again, 'measure')).toBe('');
    for (const kept of ['Hiến &lt;500 m²&gt; đất</textarea>', 'value="thu nhập bình quân"', 'value="2017"'])
      expect(again.html).toContain(kept);
    expect(await achievementsOf(desk.world.db, id)).toEqual([]);
  });

  it.each([
    ['statement', '', 'Hãy ghi thành tích.'],
    ['value', '1,180.5', 'không phải là số; hãy ghi như 1.234,5'],
    ['year', '17', 'Năm “17” không phải là năm từ 1900 đến 2100'],
  ])('says at the field %s what is wrong with “%s”', async (field, wrong, sentence) => {
    const id = await makeExemplar(desk.world, { state: 'found' });
    const answer = await send(unit, `/dien-hinh/${id}/thanh-tich/moi`, { ...typed, [field]: wrong });
    expect(answer.status).toBe(422);
    expect(errorAt(answer, field)).toContain(sentence);
    if (wrong) expect(answer.html).toContain(`value="${wrong}"`);
  });

  it('opens to be changed with what is kept, written as it was typed', async () => {
    const { item } = await withAchievement();
    const { html } = await open(unit, `${item}/sua`);
    for (const kept of ['Thu nhập tăng gấp ba</textarea>', 'value="1.180,5"', 'value="2017"'])
      expect(html).toContain(kept);
  });

  it('may leave the figure out: not all merit is counted', async () => {
    const id = await makeExemplar(desk.world, { state: 'found' });
    const words = { ...typed, measure: '', value: '', unit: '' };
    expect((await send(unit, `/dien-hinh/${id}/thanh-tich/moi`, words)).status).toBe(303);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('Thu nhập tăng gấp ba – 2017 tự khai');
  });
});

describe('the page that confirms', () => {
  it('shows the figure that is to be confirmed, and the page of the exemplar then says by whom', async () => {
    const { id, item } = await withAchievement();
    const { text } = await open(lead, `${item}/xac-nhan`);
    for (const words of ['Thu nhập tăng gấp ba', '1.180,5 triệu đồng', '2017', 'tự khai'])
      expect(text).toContain(words);
    const seen = { confirmedBy: 'UBND xã', confirmedWith: 'sổ thu 2017' };
    expect((await send(lead, `${item}/xac-nhan`, seen)).status).toBe(303);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain(
      'đã xác nhận Xác nhận: UBND xã: sổ thu 2017',
    );
  });

  it('asks who and with what, keeping the one that was typed', async () => {
    const { item } = await withAchievement();
    const half = { confirmedBy: 'UBND xã', confirmedWith: ' ' };
    const again = await send(lead, `${item}/xac-nhan`, half);
    expect(again.status).toBe(422);
    expect(errorAt(again, 'confirmedWith')).toContain('căn cứ xác nhận');
    expect(again.html).toContain('value="UBND xã"');
  });

  it('has no form for the one who typed the figure, and says whom to ask', async () => {
    const { item } = await withAchievement();
    const opened = await open(unit, `${item}/xac-nhan`);
    expect(opened.text).toContain('Bạn là người ghi thành tích này nên không tự xác nhận');
    expect(opened.html).not.toContain('name="confirmedBy"');
    const posted = await unit.post(`${item}/xac-nhan`, { confirmedBy: 'Tôi', confirmedWith: 'không' });
    expect(posted.status).toBe(422);
    expect(await posted.text()).toContain('không tự xác nhận');
  });
});

describe('the other forms of an achievement', () => {
  it('note a source beside the figure, and remove it with a reason', async () => {
    const { id, item } = await withAchievement();
    expect((await send(lead, `${item}/nguon-khac`, { source: '' })).status).toBe(422);
    expect((await send(lead, `${item}/nguon-khac`, { source: 'Báo xã ghi 900' })).status).toBe(303);
    const { text } = await open(unit, `/dien-hinh/${id}`);
    expect(text).toContain('có nguồn nói khác Nguồn khác: Báo xã ghi 900');
    expect((await send(lead, `${item}/bo`, { reason: '' })).status).toBe(422);
    expect((await send(lead, `${item}/bo`, { reason: 'Ghi trùng' })).status).toBe(303);
    expect(await achievementsOf(desk.world.db, id)).toEqual([]);
  });

  it('are not there for an achievement of another exemplar', async () => {
    const [made, other] = [await withAchievement(), await withAchievement()];
    const strange = `${made.base}/${other.item.split('/').at(-1)}`;
    for (const form of ['sua', 'xac-nhan', 'nguon-khac', 'bo'])
      expect((await open(lead, `${strange}/${form}`)).status, form).toBe(404);
  });

  it('are offered only to those who may use them', async () => {
    const { id, item } = await withAchievement();
    expect((await open(lead, `/dien-hinh/${id}`)).html).toContain(`href="${item}/xac-nhan"`);
    const seen = await open(leader, `/dien-hinh/${id}`);
    expect(seen.text).toContain('Thu nhập tăng gấp ba');
    expect(seen.html).not.toContain(item);
    expect(seen.html).not.toContain('thanh-tich/moi');
  });
});
