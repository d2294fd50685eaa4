import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, seen, send } from '../../test/exemplar-site.ts';
import { queriesOf } from '../../test/query-count.ts';
import { openRollupSite, type RollupSite } from '../../test/rollup-site.ts';
import { hiddenFields } from '../../test/site.ts';
import { keptFigures } from './freeze.ts';

let at: RollupSite;
let path: string;
beforeAll(async () => {
  at = await openRollupSite();
  path = `/bao-cao/${at.aboveId}/tong-hop`;
  const [one, two, three, four] = [
    await at.commune('Xã Một'),
    await at.commune('Xã Hai'),
    await at.commune('Xã Ba'),
    await at.commune('Xã Bốn', { excused: true }),
  ];
  await at.report(one, {
    state: 'accepted',
    figures: { kth_tong: 5, dh_tong: 10, kt_tac_dung: 4, bc_cham_max: 3, dv_ty_le_co_dh: 50 },
    words: { result: 'Xã Một làm tốt.\nĐã trồng chè.' },
  });
  await at.report(two, {
    figures: { kth_tong: 7, dh_tong: null, kt_tac_dung: 3, bc_cham_max: 9, dv_ty_le_co_dh: 10 },
    words: { result: 'Xã Hai làm đường <b>mới</b>.' },
  });
  await at.report(three, { state: 'draft', figures: {}, words: { result: 'Chưa nộp nên không ai thấy.' } });
  expect(four.name).toBe('Xã Bốn');
});
afterAll(() => at.close());

describe('the roll-up of a district', () => {
  it('says how complete it is and adds up by the rule of each indicator', async () => {
    const page = await open(await at.browser('district'), path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 trong 4 báo cáo, 1 được miễn, 1 chưa có');
    expect(page.text).toContain('không gồm 1 đơn vị chưa có báo cáo');
    expect(page.text).toMatch(/Lượt tôn vinh, khen thưởng \( ?lượt\) 12 5 2\/2 0 12 0 hệ thống đếm/);
    expect(page.text).toMatch(/Điển hình đã ghi nhận \( ?điển hình\) 10 10 1\/2 0 10/);
    expect(page.text).toMatch(/trung bình các báo cáo\) 3,5 4 2\/2 chưa rõ 3,5/);
    expect(page.text).toMatch(/lấy số lớn nhất\) 9 3 2\/2 0 9/);
    expect(page.text).toMatch(/tỷ lệ, không cộng\) – – 2\/2 – –/);
    expect(page.text).not.toContain('Chưa nộp nên không ai thấy');
  });

  it('asks the same number of queries for two communes and for twenty', async () => {
    const browser = await at.browser('district');
    const few = await queriesOf(at.site, () => browser.get(path));
    for (let n = 0; n < 18; n++)
      await at.report(await at.commune(`Xã Thêm ${n}`), { figures: { kth_tong: null } });
    const many = await queriesOf(at.site, () => browser.get(path));
    expect(many).toBe(few);
    await at.db
      .deleteFrom('report_figure')
      .where('value', 'is', null)
      .where('indicator', '=', 'kth_tong')
      .execute();
    await at.db.deleteFrom('report').where('state', '=', 'submitted').where('words', '=', '{}').execute();
    await at.db
      .deleteFrom('duty_item')
      .where('office_id', 'in', at.db.selectFrom('office').select('id').where('name', 'like', 'Xã Thêm%'))
      .execute();
  });

  it('is given out as a workbook', async () => {
    const browser = await at.browser('district');
    const answer = await browser.get(`${path}/tong-hop.xlsx?muc=ca-cay`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('tong-hop-thu-2017-01-01.xlsx');
  });

  it.each([
    ['district', 200, 'Ghép số liệu vào báo cáo'],
    ['colleague', 200, 'Ghép số liệu vào báo cáo'],
    ['standing', 200, null],
    ['viewer', 200, null],
    ['commune', 404, null],
    ['elsewhere', 404, null],
  ] as const)('is seen by %s as %d', async (who, status, button) => {
    const page = await open(await at.browser(who), path);
    expect(page.status).toBe(status);
    expect(page.text.includes('Ghép số liệu vào báo cáo')).toBe(button !== null);
  });

  it('sends strangers to the door and answers a number that is none with not found', async () => {
    expect((await at.site.visitor().get(path)).status).toBe(303);
    const browser = await at.browser('district');
    for (const bad of ['abc', '0', '-1', '99999999999', '1e3'])
      expect((await browser.get(`/bao-cao/${bad}/tong-hop`)).status).toBe(404);
    expect((await browser.get(`${path}?muc=<x>&loc=%F0%9F%98%80`)).status).toBe(200);
  });
});

const merge = async (who: keyof RollupSite['people'], fields: Record<string, string>) => {
  const browser = await at.browser(who);
  const page = await open(browser, path);
  return seen(await browser.post(`${path}/ghep`, { ...hiddenFields(page.html, `${path}/ghep`), ...fields }));
};

describe('merging', () => {
  it('is refused to those who only look, and for a form that nobody sent', async () => {
    const refused = await merge('standing', { reach: 'direct', words: 'leave' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('chỉ được xem')]);
    expect((await merge('elsewhere', { reach: 'direct', words: 'leave' })).status).toBe(404);
    expect((await merge('district', { reach: 'quite', words: 'leave' })).status).toBe(422);
    expect((await merge('district', { reach: 'direct', words: 'leave', _phien_ban: '99' })).status).toBe(409);
  });

  it('fills the figures, leaves what was typed, and gathers words only where nothing was written', async () => {
    await at.db
      .insertInto('report_figure')
      .values({ report_id: at.aboveId, indicator: 'dh_tong', value: 77, source: 'typed' })
      .execute();
    const answer = await merge('district', { reach: 'direct', words: 'gather' });
    expect([answer.status, answer.location]).toEqual([303, path]);
    const figures = await keptFigures(at.db, at.aboveId);
    expect(figures.get('kth_tong')).toEqual({ value: 12, source: 'rolled_up' });
    expect(figures.get('dh_tong')).toEqual({ value: 77, source: 'typed' });
    expect(figures.has('dv_ty_le_co_dh')).toBe(false);
    const page = await open(await at.browser('district'), path);
    expect(page.text).toContain('đã gõ 77, tổng hợp 10');
    const report = await at.db
      .selectFrom('report')
      .select(['words', 'rollup'])
      .where('id', '=', at.aboveId)
      .executeTakeFirstOrThrow();
    expect(report.words).toEqual({
      result: 'Xã Hai:\nXã Hai làm đường <b>mới</b>.\nXã Một:\nXã Một làm tốt.\nĐã trồng chè.',
    });
    expect(report.rollup).toMatchObject({ reach: 'direct', completeness: { expected: 4, counted: 2 } });
    const again = await merge('district', { reach: 'tree', words: 'gather' });
    expect(again.status).toBe(303);
  });
});

describe('the words of those below', () => {
  const texts = () => `${path}/loi-van`;

  it('stand side by side, can be searched without marks, and are shown as words', async () => {
    const browser = await at.browser('district');
    const all = await open(browser, texts());
    expect(all.text).toContain('Xã Một: 2 đoạn');
    expect(all.html).toContain('&lt;b&gt;mới&lt;/b&gt;');
    expect(all.text).not.toContain('Chưa nộp nên');
    const found = await open(browser, `${texts()}?q=trong+che`);
    expect(found.text).toContain('Đã trồng chè');
    expect(found.text).not.toContain('Xã Hai: 1 đoạn');
    expect((await open(browser, `${texts()}?q=%25&phan=khong-co&trang=7`)).status).toBe(200);
  });

  it('are copied with the name of their office, once', async () => {
    const browser = await at.browser('district');
    const { html } = await open(browser, texts());
    const values = [...html.matchAll(/name="doan" value="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(values).toHaveLength(3);
    const taken = await send(browser, texts(), { doan: values });
    expect(taken.location).toContain('/loi-van?phan=result');
    const { words } = await at.db
      .selectFrom('report')
      .select('words')
      .where('id', '=', at.aboveId)
      .executeTakeFirstOrThrow();
    expect((words as Record<string, string>).result).toContain('- Xã Một: Đã trồng chè.');
    const second = await send(browser, texts(), { doan: values.slice(0, 1) });
    expect([second.status, second.text]).toEqual([422, expect.stringContaining('đã có trong mục này')]);
  });

  it.each([
    [{ doan: [] }, 'ít nhất một đoạn'],
    [{ doan: '1.1' }, 'không hợp lệ'],
    [{ doan: '999999.1.0' }, 'không còn đúng'],
    [{ doan: '1.1.0', phan: 'khac' }, 'Hãy chọn một mục'],
    [{ doan: '1.1.0', phan: '' }, 'mục của báo cáo'],
  ])('are refused with a sentence for %j', async (fields, words) => {
    const page = await send(
      await at.browser('district'),
      texts(),
      fields as Record<string, string | string[]>,
    );
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(words)]);
  });
});
