import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { xlsxOf } from '../../test/imports-desk.ts';
import { idIn, LIST, match, proposed, upload } from '../../test/imports-screens.ts';
import { queriesOf } from '../../test/query-count.ts';
import type { Browser } from '../../test/site.ts';
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

describe('sending a list on screen', () => {
  it('says at once that the same file was sent, and leads to the earlier list', async () => {
    const again = await upload(unit, await xlsxOf(LIST));
    expect(again.status).toBe(422);
    expect(again.text).toContain(`danh sách số ${id}`);
    expect(again.html).toContain(`href="/nhap-danh-sach/${id}"`);
  });

  it('takes a table that was pasted, with the letters of TCVN3', async () => {
    const sent = await upload(unit, null, {
      text:
        'Hä vµ tªn\tN¨m sinh\tTh\u00e0nh t\u00edch'.replace('Th\u00e0nh t\u00edch', 'Thµnh tÝch') +
        '\nNguyÔn ThÞ Th\u00ad¬ng\t1971\tVËn ®éng hiÕn ®Êt\n',
    });
    expect(sent.status).toBe(303);
    const page = await open(unit, sent.location ?? '');
    expect(page.text).toContain('Nhận ra phông chữ TCVN3');
    expect(page.text).toContain('Nguyễn Thị Thương');
  });

  it('lists what was sent, with as many questions to the database however many lists there are', async () => {
    const page = await open(unit, '/nhap-danh-sach');
    expect(page.text).toContain(`ds.xlsx (số ${id})`);
    expect(page.text).toContain('đã đọc, chờ ghép cột');
    const before = await queriesOf(desk.site, () => unit.get('/nhap-danh-sach'));
    await upload(
      unit,
      await xlsxOf([
        ['Họ và tên', 'Năm sinh'],
        ['Ai Đó', 1950],
      ]),
    );
    expect(await queriesOf(desk.site, () => unit.get('/nhap-danh-sach'))).toBe(before);
  });

  it('gives a template that is read back with every column known', async () => {
    const answer = await unit.get('/nhap-danh-sach/mau.xlsx');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const sent = await upload(unit, bytes);
    const page = await open(unit, sent.location ?? '');
    const columns = Object.entries(proposed(page.html)).filter(([name]) => name.startsWith('cot_'));
    expect(columns.filter(([, field]) => field === '')).toEqual([]);
    const done = await match(unit, sent.location ?? '');
    expect((await open(unit, done.location ?? '')).text).toContain('dòng ví dụ của mẫu');
  });

  it('answers a file that is none with a sentence and keeps nothing', async () => {
    const before = await desk.site.db
      .selectFrom('import_batch')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const sent = await upload(unit, Buffer.from('%PDF-1.7 …'), {}, 'x.xlsx');
    expect([sent.status, sent.text.includes('là PDF')]).toEqual([422, true]);
    expect((await upload(unit, null)).text).toContain('Hãy chọn tệp danh sách');
    const after = await desk.site.db
      .selectFrom('import_batch')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(after.n).toBe(before.n);
  });
});
