import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, withSheetXml, xlsxOf } from '../../test/imports-desk.ts';
import { refused, sentenceOf } from '../../test/imports-read.ts';
import { toOldFont } from './font-convert.ts';
import { readListFile, readPasted } from './read-file.ts';

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

describe('a workbook', () => {
  it('is read with its numbers, days, ticks, fonts and merged cells, and its formulas are not evaluated', async () => {
    const bytes = await xlsxOf(
      [
        ['Họ và tên', 'Diện tích', 'Ngày', 'Nữ', 'Tổng'],
        ['A', 1200.5, new Date(Date.UTC(2018, 11, 5)), true, null],
        ['B', 7, null, false, null],
      ],
      { formulas: { '1,4': ['B2*2', 2401], '2,4': ['B3*2', null] }, merges: [[1, 0, 2, 0]] },
    );
    const read = await readListFile('ds', bytes);
    expect(read.ok && read.list.tables[0]).toMatchObject({
      name: 'Danh sách',
      rows: [
        { no: 1, cells: ['Họ và tên', 'Diện tích', 'Ngày', 'Nữ', 'Tổng'] },
        { no: 2, cells: ['A', '1200,5', '05/12/2018', 'x', '2401'], formulas: [4] },
        { no: 3, cells: ['B', '7', '', '', ''], formulas: [4] },
      ],
      merges: [[2, 0, 3, 0]],
    });
  });

  it('tells by the names of its fonts what is no Unicode', async () => {
    const bytes = await xlsxOf([[toOldFont('nguyễn văn an', 'tcvn3')]], { fonts: '.VnTimeH' });
    const read = await readListFile('ds', bytes);
    expect(read.ok && read.list.tables[0]?.rows[0]?.fonts).toBe('T');
  });

  it('of a million empty rows is a sentence at once', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" s="0"/></row>`,
    );
    const xml = `<worksheet ${SHEET}><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const bytes = withSheetXml(await xlsxOf([['A']]), xml);
    expect(await refused(bytes, 4_000)).toContain('quá nhiều dòng');
  });

  it('with cells in ten thousand columns, or far away, is a sentence', async () => {
    const wide = Array.from({ length: 10_000 }, (_, n) => `<c t="inlineStr"><is><t>${n}</t></is></c>`).join(
      '',
    );
    const xml = `<worksheet ${SHEET}><sheetData><row r="1">${wide}</row></sheetData></worksheet>`;
    expect(await refused(withSheetXml(await xlsxOf([['A']]), xml), 4_000)).toContain('quá nhiều cột');
    const far = `<worksheet ${SHEET}><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await refused(withSheetXml(await xlsxOf([['A']]), far), 12_000)).not.toBe('');
  });

  it('that is a bomb, damaged, of the old kind, with a password or really something else is a sentence', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('x'),
      'xl/workbook.xml': new Uint8Array(100_000_000),
    });
    expect(await refused(bomb, 2_000)).toContain('nén bất thường');
    const good = await xlsxOf([['Họ và tên'], ['A']]);
    expect(await refused(good.slice(0, good.length - 200), 1_000)).toContain('bị hỏng');
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1'.padEnd(64, '0'), 'hex'), 1_000)).toContain(
      'mật khẩu',
    );
    expect(await refused(zipSync({ 'a.txt': strToU8('x') }), 1_000)).toContain('không phải Word');
    expect(await refused(Buffer.from('89504e470d0a1a0a0000', 'hex'), 1_000)).toContain('là ảnh');
    expect(await refused(new Uint8Array(0), 1_000)).toContain('trống');
    expect(await refused(Buffer.from('<!DOCTYPE html><table>'), 1_000)).toContain('trang web');
    expect(await refused(Buffer.from([1, 2, 0, 3, 4, 5, 0, 9, 200, 201, 0, 0]), 1_000)).toContain(
      'không đúng loại',
    );
    const broken = withSheetXml(good, '<worksheet><sheetData><row r="x"');
    expect(sentenceOf(await readListFile('ds', broken))).not.toBe('');
  });
});

describe('a Word file', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const row = (...all: string[]) => `<w:tr>${all.join('')}</w:tr>`;

  it('gives its tables with merged cells and old fonts, and nothing of what was struck out', async () => {
    const old = `<w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>${toOldFont('Nguyễn', 'tcvn3')}</w:t></w:r></w:p></w:tc>`;
    const struck =
      '<w:tc><w:p><w:r><w:t>Khu 7</w:t></w:r><w:del><w:r><w:t> bỏ</w:t></w:r></w:del></w:p></w:tc>';
    const body = `<w:p><w:r><w:t>DANH SÁCH</w:t></w:r></w:p><w:tbl>${row(cell('TT', '<w:vMerge w:val="restart"/>'), cell('Năm sinh', '<w:gridSpan w:val="2"/>'))}${row(
      cell('', '<w:vMerge/>'),
      cell('Nam'),
      cell('Nữ &amp; khác'),
    )}${row(old, struck, cell('1972'))}</w:tbl>`;
    const read = await readListFile('ds.docx', docxOf(body));
    expect(read.ok && read.list).toMatchObject({
      kind: 'docx',
      tables: [
        {
          name: 'Bảng 1',
          rows: [
            { no: 1, cells: ['TT', 'Năm sinh', ''] },
            { no: 2, cells: ['', 'Nam', 'Nữ & khác'] },
            { no: 3, cells: [toOldFont('Nguyễn', 'tcvn3'), 'Khu 7', '1972'], fonts: 't  ' },
          ],
          merges: [
            [1, 0, 2, 0],
            [1, 1, 1, 2],
          ],
        },
      ],
    });
  });

  it('without a table is a sentence', async () => {
    expect(
      sentenceOf(await readListFile('ds.docx', docxOf('<w:p><w:r><w:t>chữ</w:t></w:r></w:p>'))),
    ).toContain('không có bảng nào');
  });
});

describe('a pasted table', () => {
  it('is read as it comes from Excel', async () => {
    const read = await readPasted('STT\tHọ và tên\n1\t"Nguyễn\nVăn An"\n');
    expect(read.ok && read.list.tables[0]?.rows.map((one) => one.cells)).toEqual([
      ['STT', 'Họ và tên'],
      ['1', 'Nguyễn\nVăn An'],
    ]);
  });

  it('that is too long, too wide or empty is a sentence', async () => {
    expect(sentenceOf(await readPasted('a\t'.repeat(2_000_000)))).toContain('quá dài');
    expect(sentenceOf(await readPasted('a\t'.repeat(200)))).toContain('quá nhiều cột');
    expect(sentenceOf(await readPasted(' \n \n'))).toContain('không có dòng nào');
  });
});
