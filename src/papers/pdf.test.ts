import { describe, expect, it } from 'vitest';
import { LAYOUT } from './layout.ts';
import type { OfficialPaper } from './official-paper.ts';
import { renderPdf } from './pdf.ts';
import { bare, readPdf } from './read-back.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';
import { typeset } from './typeset.ts';

const pt = (mm: number) => (mm * 72) / 25.4;
const AT = new Date('2018-12-05T08:00:00Z');
const read = async (paper: OfficialPaper) => readPdf(await renderPdf(paper, { createdAt: AT }));

describe('the PDF of an official paper', () => {
  it('says everything that the paper says', async () => {
    const { text, pages } = await read(SAMPLE_PAPER);
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 05/BC-BTĐKT',
      'Phú Thọ, ngày 05 tháng 12 năm 2018',
      'Bảng 1. Điển hình đăng ký bồi dưỡng theo lĩnh vực năm 2018',
      '12.450,5',
      'Tiên Kiên - Xuân Lũng - Thạch Sơn',
      'trân trọng báo cáo Ủy ban nhân dân tỉnh./.',
      'KT. TRƯỞNG BAN',
      'Nguyễn Thị Hồng Hạnh',
      '- Lưu: VT, NV1.',
    ]) {
      expect(bare(text)).toContain(bare(part));
    }
    expect(pages.length).toBeGreaterThanOrEqual(3);
  });

  it('claims PDF/A-2b and carries its title, author and language', async () => {
    const file = await renderPdf(SAMPLE_PAPER, { createdAt: AT });
    const { info, xmp } = await readPdf(file);
    expect([xmp('pdfaid:part'), xmp('pdfaid:conformance')]).toEqual(['2', 'B']);
    expect(info.Title).toMatch(/^BÁO CÁO Kết quả phát hiện/);
    expect(info.Author).toBe('BAN THI ĐUA - KHEN THƯỞNG');
    expect(info.Language).toBe('vi-VN');
  });

  it('is A4, with every line inside the margins of the decree', async () => {
    const { pages } = await read(SAMPLE_PAPER);
    for (const [i, page] of pages.entries()) {
      expect([page.widthPt, page.heightPt].map(Math.round)).toEqual([595, 842]);
      for (const { left, right, top, text } of page.texts) {
        expect(left, text).toBeGreaterThan(pt(30) - 0.5);
        expect(right, text).toBeLessThan(pt(210 - 15) + 0.5);
        expect(top, text).toBeLessThan(pt(297 - 20));
        if (i === 0) expect(top, text).toBeGreaterThan(pt(20));
      }
    }
  });

  it('numbers pages at the top in the middle, from page 2', async () => {
    const { pages } = await read(SAMPLE_PAPER);
    const inTopMargin = pages.map((page) => page.texts.filter(({ top }) => top < pt(20)));
    expect(inTopMargin[0]).toEqual([]);
    for (const [i, found] of inTopMargin.entries()) {
      if (i === 0) continue;
      expect(found.map(({ text }) => text)).toEqual([String(i + 1)]);
      const [number] = found;
      expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(pt(30 + 165 / 2), 0);
      expect(number?.sizePt).toBeCloseTo(LAYOUT.pageNumber.sizePt, 1);
    }
  });

  it('keeps each name in the head on one line, the two columns level', async () => {
    const { pages } = await read(SAMPLE_PAPER);
    const find = (text: string) => pages[0]?.texts.find((one) => bare(one.text) === bare(text));
    const [superior, issuer, nation, motto, number, date] = [
      'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
      'BAN THI ĐUA - KHEN THƯỞNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/BC-BTĐKT',
      'Phú Thọ, ngày 05 tháng 12 năm 2018',
    ].map(find);
    for (const line of [superior, issuer, nation, motto, number, date]) expect(line).toBeDefined();
    expect(superior?.top).toBeCloseTo(nation?.top ?? 0, 0);
    expect(number?.top).toBeCloseTo(date?.top ?? 0, 0);
    expect(superior?.right).toBeLessThan(nation?.left ?? 0);
    expect([nation, motto, number, date].map((line) => Math.round(line?.sizePt ?? 0))).toEqual([
      12, 13, 13, 13,
    ]);
  });

  it('rules under the Tiêu ngữ as long as it, under the issuer and the subject 1/3 to 1/2 of the line', async () => {
    const { pages } = await read(SAMPLE_PAPER);
    const { issuerRuleMm, mottoRuleMm, subjectRuleMm } = typeset(SAMPLE_PAPER);
    const share = (ruleMm: number, line: string) => {
      const found = pages[0]?.texts.find(({ text }) => text === line);
      return pt(ruleMm) / ((found?.right ?? 0) - (found?.left ?? 0));
    };
    expect(share(mottoRuleMm, 'Độc lập - Tự do - Hạnh phúc')).toBeCloseTo(1, 2);
    for (const ratio of [
      share(issuerRuleMm, 'BAN THI ĐUA - KHEN THƯỞNG'),
      share(subjectRuleMm, 'điển hình tiên tiến năm 2018 trên địa bàn tỉnh Phú Thọ'),
    ]) {
      expect(ratio).toBeGreaterThan(1 / 3);
      expect(ratio).toBeLessThan(1 / 2);
    }
  });

  it('repeats the head of a table on every page of it', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => [i + 1, `Hộ số ${i + 1}`]);
    const columns = [{ label: 'STT' }, { label: 'Tên điển hình' }];
    const { pages } = await read({ ...SAMPLE_PAPER, body: [{ type: 'table', title: '', columns, rows }] });
    const withRows = pages.filter((page) => page.text.includes('Hộ số'));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) expect(page.text).toContain('Tên điển hình');
  });

  it('never leaves the signature alone on a page', async () => {
    for (let lines = 20; lines < 40; lines++) {
      const body = Array.from({ length: lines }, (_, i) => ({
        type: 'note' as const,
        text: `Dòng thứ ${i}`,
      }));
      const { pages } = await read({ ...SAMPLE_PAPER, body });
      const signed = pages.find((page) => page.text.includes('Hồng Hạnh'));
      expect(signed?.text, `${lines} lines`).toContain(`Dòng thứ ${lines - 1}`);
      expect(signed?.text).toContain('Nơi nhận');
    }
  });

  it('turns only the pages of a wide table', async () => {
    const table = {
      type: 'table' as const,
      title: 'Rộng',
      columns: [{ label: 'A' }],
      rows: [['x']],
      landscape: true,
    };
    const { pages } = await read({ ...SAMPLE_PAPER, body: [{ type: 'paragraph', text: 'Trước' }, table] });
    expect(pages.map((page) => page.widthPt > page.heightPt)).toEqual([false, true, false]);
  });

  it('leaves open what is not known yet, and says that an empty table is empty', async () => {
    const empty = {
      type: 'table' as const,
      title: 'Trống',
      columns: [{ label: 'A' }, { label: 'B' }],
      rows: [],
    };
    const unsigned = { authority: [], title: 'Trưởng ban', name: null };
    const draft = {
      ...SAMPLE_PAPER,
      superior: null,
      number: null,
      date: null,
      signature: unsigned,
      body: [empty],
    };
    const { text } = await read(draft);
    expect(text).toContain('Không có số liệu');
    expect(text).toContain('ngày … tháng … năm 2018');
    expect(text).toMatch(/Số:\s+\/BC-BTĐKT/);
    expect(text).not.toContain('ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ');
  });

  it('gives the same bytes for the same paper and time', async () => {
    const [once, again] = [
      await renderPdf(SAMPLE_PAPER, { createdAt: AT }),
      await renderPdf(SAMPLE_PAPER, { createdAt: AT }),
    ];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});
