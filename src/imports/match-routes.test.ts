import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { xlsxOf } from '../../test/imports-desk.ts';
import { idIn, LIST, match, proposed, upload } from '../../test/imports-screens.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { importRoutes } from './routes.ts';

let desk: ExemplarSite;
let unit: Browser;
let id: number;

beforeAll(async () => {
  desk = await openExemplarSite(importRoutes);
  await makeOffice(desk.site.db, desk.world.place.commune, { name: 'Khu dân cư Thử' });
  unit = await desk.as(desk.world.unit);
});
afterAll(() => desk.close());

describe('matching the columns of a list on screen', () => {
  it('reads the file and proposes what each column is', async () => {
    const sent = await upload(unit, await xlsxOf(LIST));
    expect([sent.status, sent.location]).toEqual([
      303,
      expect.stringMatching(/^\/nhap-danh-sach\/\d+\/ghep-cot$/),
    ]);
    id = idIn(sent.location);
    const page = await open(unit, `/nhap-danh-sach/${id}/ghep-cot`);
    expect(page.status).toBe(200);
    expect(proposed(page.html)).toMatchObject({
      cot_0: 'stt',
      cot_1: 'name',
      cot_2: 'birth',
      cot_3: 'place',
      cot_4: 'statement',
      cot_5: 'office',
      chung_officeId: String(desk.world.place.commune.id),
    });
    expect(page.text).toContain('Nguyễn Thị Một · Trần Văn Hai');
  });

  it('asks for the column of names before anything else', async () => {
    const page = await match(unit, `/nhap-danh-sach/${id}/ghep-cot`, { cot_1: '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Hãy chọn cột nào là');
  });

  it('remembers how the office matched such a list', async () => {
    const sent = await upload(
      unit,
      await xlsxOf([LIST[0] ?? [], [1, 'Vũ Thị Năm', 1990, 'Khu 5', 'Dạy học', null]]),
    );
    const first = idIn(sent.location);
    await match(unit, `/nhap-danh-sach/${first}/ghep-cot`, { cot_4: 'title', chung_kind: 'household' });
    const next = await upload(
      unit,
      await xlsxOf([LIST[0] ?? [], [1, 'Vũ Thị Sáu', 1991, 'Khu 6', 'Dạy học', null]]),
    );
    const page = await open(unit, next.location ?? '');
    expect(page.text).toContain('Đã điền sẵn theo cách đơn vị ghép danh sách cùng kiểu lần trước');
    expect(proposed(page.html)).toMatchObject({ cot_4: 'title', chung_kind: 'household' });
    const dropped = await send(unit, next.location ?? '', {});
    expect(dropped.status).toBe(422);
    const { html } = await open(unit, next.location ?? '');
    await unit.post(`/nhap-danh-sach/${idIn(next.location)}/bo`, hiddenFields(html, next.location ?? ''));
    expect((await open(unit, `/nhap-danh-sach/${idIn(next.location)}`)).status).toBe(404);
  });
});
