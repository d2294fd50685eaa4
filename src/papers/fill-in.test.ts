import { describe, expect, it } from 'vitest';
import { type FillIn, renderFillIn } from './fill-in.ts';
import { readFillIn } from './fill-in-read.ts';
import { zipPart } from './read-back.ts';
import { renderXlsx } from './xlsx.ts';

const FORM: FillIn = {
  title: 'Báo cáo năm 2017',
  facts: [{ label: 'Đơn vị', value: 'UBND xã Đồng Luận' }],
  marks: { kind: 'thu', office: '7' },
  help: ['Chỉ điền ô màu vàng.'],
  numbers: [
    { key: 'mot', label: 'Một', unit: 'người', hint: 'Cách tính dài. '.repeat(20), value: 12.5 },
    { key: 'hai', label: '=1+1', unit: '', hint: '', value: null },
  ],
  texts: [{ key: 'loi', label: 'Lời', hint: '', value: 'Dòng một\nDòng hai' }],
};

describe('a form to be filled in with Excel', () => {
  it('comes back as it went out', async () => {
    const read = await readFillIn(await renderFillIn(FORM));
    expect(read?.marks).toEqual({ kind: 'thu', office: '7' });
    expect(read?.numbers).toEqual([
      { key: 'mot', at: 'E6', value: 12.5, odd: false, formula: false },
      { key: 'hai', at: 'E7', value: null, odd: false, formula: false },
    ]);
    expect(read?.texts).toMatchObject([{ key: 'loi', value: 'Dòng một\nDòng hai' }]);
  });

  it('hides its keys, opens only the cells to fill in, and asks for numbers', async () => {
    const file = await renderFillIn(FORM);
    const sheet = zipPart(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<col [^>]*hidden="true"/);
    expect(sheet).toContain('<sheetProtection');
    expect(sheet).toMatch(/<dataValidation type="decimal" sqref="E6:E7"/);
    // a label that looks like a formula stays words
    expect(sheet).not.toContain('<f>');
    expect(zipPart(file, 'xl/workbook.xml')).toContain('state="veryHidden"');
  });

  it('is told from every other workbook, and from what is none', async () => {
    const other = await renderXlsx({
      title: 'Khác',
      sheets: [{ name: 'Số liệu', columns: [{ label: 'a' }], rows: [] }],
    });
    expect(await readFillIn(other)).toBeNull();
    expect(await readFillIn(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});
