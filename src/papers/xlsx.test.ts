import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { bare, zipPart } from './read-back.ts';
import { UGLY_CASES } from './ugly-text.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { renderXlsx } from './xlsx.ts';

const SHEET: Sheet = {
  name: 'Điển hình',
  title: 'Danh sách điển hình tiên tiến năm 2018',
  columns: [
    { label: 'STT', kind: 'number' },
    { label: 'Họ và tên' },
    { label: 'Ngày công nhận', kind: 'date' },
    { label: 'Tỷ lệ suy tôn', kind: 'percent' },
    { label: 'Giá trị (triệu đồng)', kind: 'number' },
    { label: 'Năm' },
  ],
  rows: [
    [1, 'Nguyễn Thị Hồng Hạnh', '2018-12-05', 95, 1234.5, 2018],
    [2, 'Trần Văn Bình', 'Quý II/2018', 87.5, null, 2017],
  ],
  note: 'Ghi chú: ô trống là chưa có số liệu.',
};
const bookOf = (sheet: Partial<Sheet>): Workbook => ({
  title: 'Danh sách',
  sheets: [{ ...SHEET, ...sheet }],
});
const xmlOf = async (book: Workbook) => zipPart(await renderXlsx(book), 'xl/worksheets/sheet1.xml');

/** The format of a cell, by Excel's way through the styles. */
async function formatOf(book: Workbook, cell: string): Promise<string | undefined> {
  const file = await renderXlsx(book);
  const style = new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(
    zipPart(file, 'xl/worksheets/sheet1.xml'),
  )?.[1];
  const styles = zipPart(file, 'xl/styles.xml');
  const used = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)][Number(style)]?.[1];
  return new RegExp(`numFmtId="${used}" formatCode="([^"]+)"`).exec(styles)?.[1] ?? `builtin ${used}`;
}

describe('a workbook', () => {
  it('holds title, head, rows and note, with numbers, days and percentages as values', async () => {
    const { sheets } = await readXlsx(await renderXlsx(bookOf({})));
    const rows = sheets[0]?.rows ?? [];
    expect(sheets[0]?.name).toBe('Điển hình');
    expect(rows[0]?.[0]).toBe('Danh sách điển hình tiên tiến năm 2018');
    expect(rows[2]).toEqual(SHEET.columns.map((column) => column.label));
    const [number, name, day, share, value, year] = rows[3] ?? [];
    expect([number, name, share, value, year]).toEqual([1, 'Nguyễn Thị Hồng Hạnh', 0.95, 1234.5, '2018']);
    expect(day instanceof Date ? day.toISOString().slice(0, 10) : day).toBe('2018-12-05');
    expect(rows[4]).toEqual([2, 'Trần Văn Bình', 'Quý II/2018', 0.875, null, '2017']);
    expect(rows.at(-1)?.[0]).toBe('Ghi chú: ô trống là chưa có số liệu.');
  });

  it('shows days as dd/mm/yyyy, numbers with thousands, percentages, each with the decimals that it needs', async () => {
    expect(await formatOf(bookOf({}), 'C4')).toBe('dd/mm/yyyy');
    expect(await formatOf(bookOf({}), 'E4')).toBe('#,##0.0');
    expect(await formatOf(bookOf({}), 'D4')).toBe('0.0%');
    expect(await formatOf(bookOf({}), 'A4')).toMatch(/^(#,##0|builtin 3)$/);
    expect(await formatOf(bookOf({}), 'B4')).toMatch(/^(@|builtin 49)$/);
  });

  it('shows each figure with its own decimals where figures of different kinds stand under each other', async () => {
    const book = bookOf({
      columns: [{ label: 'Kỳ này', kind: 'figures' }],
      rows: [[15], [27.33], ['chưa rõ'], [24.9], [76_500_000]],
    });
    expect(await formatOf(book, 'A4')).toMatch(/^(#,##0|builtin 3)$/);
    expect(await formatOf(book, 'A5')).toMatch(/^(#,##0\.00|builtin 4)$/);
    expect(await formatOf(book, 'A7')).toBe('#,##0.0');
    expect(await formatOf(book, 'A8')).toMatch(/^(#,##0|builtin 3)$/);
    const { sheets } = await readXlsx(await renderXlsx(book));
    expect(sheets[0]?.rows.slice(3, 8).map(([value]) => value)).toEqual([
      15,
      27.33,
      'chưa rõ',
      24.9,
      76_500_000,
    ]);
  });

  it('freezes, filters and repeats its head', async () => {
    const file = await renderXlsx(bookOf({}));
    const xml = zipPart(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A3:F5"');
    expect(zipPart(file, 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^<]*<?[^<]*\$3:\$3/);
    expect(await xmlOf(bookOf({ title: '' }))).toContain('<autoFilter ref="A1:F3"');
  });

  it('never writes a formula or an error, whatever a text begins with', async () => {
    const texts = [
      '=1+1',
      '+84 210',
      '-5',
      '@SUM(A1)',
      '=HYPERLINK("http://x")',
      '#N/A',
      '#REF!',
      '\t=1',
      "'=1",
    ];
    const file = await renderXlsx(bookOf({ rows: texts.map((text) => [1, text]) }));
    const xml = zipPart(file, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f');
    expect(xml).not.toContain('t="e"');
    expect(xml).not.toContain('t="str"');
    const { sheets } = await readXlsx(file);
    expect(sheets[0]?.rows.slice(3, -2).map((row) => row[1])).toEqual(texts.map(cleanText));
  });

  it.each(UGLY_CASES)('takes text as text: $name', async ({ text }) => {
    const book = bookOf({
      title: text,
      note: text,
      rows: [[1, text]],
      columns: [{ label: 'STT' }, { label: text }],
    });
    const { sheets, properties } = await readXlsx(await renderXlsx({ ...book, title: text }));
    const rows = sheets[0]?.rows ?? [];
    const read = [rows[0]?.[0], rows[2]?.[1], rows[3]?.[1], rows.at(-1)?.[0], properties?.title];
    for (const found of read) expect(bare(String(found))).toBe(bare(cleanText(text)));
  });

  it('gives back any text that goes in, even one that looks like a code of the format', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('_x0041_', 'a_x000D_b', '#N/A'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const { sheets } = await readXlsx(
          await renderXlsx(
            bookOf({
              rows: [
                [1, `đầu ${one}`],
                [2, one],
              ],
            }),
          ),
        );
        expect(sheets[0]?.rows[3]?.[1]).toBe(cleanText(`đầu ${one}`));
        expect(sheets[0]?.rows[4]?.[1] ?? '').toBe(cleanText(one));
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a text that Excel would refuse, and shows the cut', async () => {
    const { sheets } = await readXlsx(await renderXlsx(bookOf({ rows: [[1, 'a'.repeat(40_000)]] })));
    const cell = String(sheets[0]?.rows[3]?.[1]);
    expect(cell).toHaveLength(32_767);
    expect(cell.endsWith(' […]')).toBe(true);
  });

  it('keeps a day that does not exist, and one before Excel counts right, as text', async () => {
    const { sheets } = await readXlsx(
      await renderXlsx(bookOf({ rows: ['2018-02-31', '1890-05-19'].map((day) => [1, '', day]) })),
    );
    expect(sheets[0]?.rows.slice(3, 5).map((row) => row[2])).toEqual(['2018-02-31', '1890-05-19']);
  });

  it('makes rows tall enough for their text', async () => {
    expect(await xmlOf(bookOf({ rows: [[1, 'Nguyễn Thị '.repeat(20)]] }))).toMatch(
      /<row r="4" ht="\d+" customHeight="1"/,
    );
  });

  it('may be empty, but not without sheets or columns, and takes a row that is too long for a bug', async () => {
    expect((await readXlsx(await renderXlsx(bookOf({ rows: [] })))).sheets[0]?.rows[2]?.[1]).toBe(
      'Họ và tên',
    );
    await expect(renderXlsx({ title: 'Không', sheets: [] })).rejects.toThrow('no sheets');
    await expect(renderXlsx(bookOf({ columns: [] }))).rejects.toThrow('no columns');
    await expect(renderXlsx(bookOf({ rows: [[1, 2, 3, 4, 5, 6, 7]] }))).rejects.toThrow('7 cells');
  });

  it('writes a large workbook in a thread of its own, the same as a small one', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => [i, `Hộ số ${i}`, '2018-12-05', 50, i / 2, 2018]);
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const file = await renderXlsx(bookOf({ rows }));
    clearInterval(turning);
    const { sheets } = await readXlsx(file);
    expect(sheets[0]?.rows[5_002]?.[1]).toBe('Hộ số 4999');
    expect(turns).toBeGreaterThan(10);
  });
});
