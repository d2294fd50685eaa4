import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { xlsxOf } from '../../test/imports-desk.ts';
import { idIn, LIST, match, upload } from '../../test/imports-screens.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { importRoutes } from './routes.ts';

let desk: ExemplarSite;
let unit: Browser;
let id: number;

beforeAll(async () => {
  desk = await openExemplarSite(importRoutes);
  await makeOffice(desk.site.db, desk.world.place.commune, { name: 'Khu dân cư Thử' });
  unit = await desk.as(desk.world.unit);
  const first = await upload(unit, await xlsxOf(LIST));
  id = idIn(first.location);
});
afterAll(() => desk.close());

describe('looking at a list, applying and undoing it on screen', () => {
  it('shows what every row will do before anything is written', async () => {
    const sent = await match(unit, `/nhap-danh-sach/${id}/ghep-cot`);
    expect(sent.location).toBe(`/nhap-danh-sach/${id}`);
    const page = await open(unit, `/nhap-danh-sach/${id}`);
    expect(page.text).toContain('Nhập 2 dòng');
    expect(page.text).toContain('Năm sinh “không nhớ” không phải là năm hay ngày.');
    const refused = await open(unit, `/nhap-danh-sach/${id}?loai=refused`);
    expect(refused.text).toContain('Không tìm thấy đơn vị “Xã Ở Đâu”');
    expect(refused.text).not.toContain('Trần Văn Hai');
    expect(await desk.site.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
  });

  it('gives the rows that are left out as a file with the reason in its last column', async () => {
    const answer = await unit.get(`/nhap-danh-sach/${id}/chua-nhap.xlsx`);
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual([
      'STT',
      'Họ và tên',
      'Năm sinh',
      'Địa chỉ',
      'Thành tích',
      'Đơn vị',
      'Vì sao chưa nhập',
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual(['3', 'Lê Văn Ba', 'không nhớ']);
    expect(rows[2]?.at(-1)).toContain('Dòng 5: Không tìm thấy đơn vị');
  });

  it('is applied with one press, however often it is pressed', async () => {
    const { html } = await open(unit, `/nhap-danh-sach/${id}`);
    const fields = hiddenFields(html, `/nhap-danh-sach/${id}/nhap`);
    const [one, two] = await Promise.all([
      unit.post(`/nhap-danh-sach/${id}/nhap`, fields),
      unit.post(`/nhap-danh-sach/${id}/nhap`, fields),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const made = await desk.site.db
      .selectFrom('exemplar')
      .select(['full_name', 'statement', 'state'])
      .orderBy('id')
      .execute();
    expect(made).toEqual([
      { full_name: 'Nguyễn Thị Một', statement: 'Hiến đất', state: 'found' },
      { full_name: 'Trần Văn Hai', statement: 'Hiến đất', state: 'found' },
    ]);
    const page = await open(unit, `/nhap-danh-sach/${id}`);
    expect(page.text).toContain('Đã nhập 2 dòng');
    expect(page.html).toMatch(/href="\/dien-hinh\/\d+">Nguyễn Thị Một/);
  });

  it('is undone as a whole with a reason', async () => {
    const { html } = await open(unit, `/nhap-danh-sach/${id}`);
    const path = `/nhap-danh-sach/${id}/hoan-tac`;
    const without = await seen(await unit.post(path, hiddenFields(html, path)));
    expect(without.status).toBe(422);
    const sent = await unit.post(path, { ...hiddenFields(html, path), reason: 'nhầm tệp' });
    expect(sent.status).toBe(303);
    expect((await open(unit, `/nhap-danh-sach/${id}`)).text).toContain(
      'Đã hoàn tác ngày 15/11/2018: nhầm tệp',
    );
    expect(await desk.site.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
  });

  it('shows a list in work to nobody else, and an applied one only within reach', async () => {
    const stranger = await desk.as(desk.world.stranger);
    const standing = await desk.as(desk.world.standing);
    const sent = await upload(
      unit,
      await xlsxOf([
        ['Họ và tên', 'Năm sinh'],
        ['Ai Khác', 1951],
      ]),
    );
    const work = `/nhap-danh-sach/${idIn(sent.location)}`;
    for (const path of [work, `${work}/ghep-cot`, `${work}/chua-nhap.xlsx`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await standing.get(path)).status).toBe(404);
    }
    expect((await standing.get(`/nhap-danh-sach/${id}`)).status).toBe(200);
    expect((await stranger.get(`/nhap-danh-sach/${id}`)).status).toBe(404);
    expect((await (await desk.as(desk.world.leader)).get('/nhap-danh-sach')).status).toBe(403);
  });
});
