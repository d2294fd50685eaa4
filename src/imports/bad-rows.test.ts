import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { xlsxOf } from '../../test/imports-desk.ts';
import { match, upload } from '../../test/imports-screens.ts';
import { importRoutes } from './routes.ts';

let desk: ExemplarSite;
beforeAll(async () => {
  desk = await openExemplarSite(importRoutes);
});
afterAll(() => desk.close());

const HEAD = ['Họ và tên', 'Năm sinh', 'Diện tích (m2)'];
const BAD: [what: string, row: (string | number | null)[], said: string][] = [
  ['a name of 500 characters', ['Nguyễn '.repeat(72), 1970, 1], 'dài quá 200 ký tự'],
  ['marks that turn the writing', ['Nguyễn\u202e Văn An', 1970, 1], 'ký tự ẩn đổi chiều chữ'],
  ['control characters', ['Nguyễn\u0007 Văn An', 1970, 1], 'ký tự điều khiển lạ'],
  ['markup', ['<img src=x onerror=alert(1)>', 1970, 1], 'mã trang web'],
  ['an error of Excel', ['Nguyễn Văn An', '#REF!', 1], 'lỗi công thức #REF!'],
  ['words where a figure should be', ['Nguyễn Văn Bình', 1971, 'rất rộng'], 'không phải là số'],
  ['columns that were mixed up', ['1970', 'Nguyễn Văn An', 1], 'không phải là năm hay ngày'],
];

it.each(BAD)(
  '%s is a sentence before anything is written, and the page stays whole',
  async (_, row, said) => {
    const browser = await desk.as(desk.world.unit);
    const sent = await upload(browser, await xlsxOf([HEAD, row, ['Trần Thị Lành', 1980, 5]]), {
      again: 'on',
    });
    const done = await match(browser, sent.location ?? '');
    const page = await open(browser, done.location ?? '');
    expect([page.status, page.text.includes(said)]).toEqual([200, true]);
    expect(page.html).not.toContain('<img src=x');
    expect(page.text).toContain('Nhập 1 dòng');
    expect(await desk.site.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
  },
);
