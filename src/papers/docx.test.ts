import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { renderDocx } from './docx.ts';
import type { OfficialPaper } from './official-paper.ts';
import { bare, docxParagraphs, zipPart } from './read-back.ts';
import { longPaper, SAMPLE_PAPER } from './sample-paper.ts';
import { UGLY_CASES } from './ugly-text.ts';

const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

async function documentXml(paper: OfficialPaper): Promise<string> {
  return zipPart(await renderDocx(paper), 'word/document.xml');
}

describe('the Word file of an official paper', () => {
  it('says everything in the order of the decree', async () => {
    const paragraphs = docxParagraphs(await renderDocx(SAMPLE_PAPER));
    const at = (text: string) => paragraphs.findIndex((paragraph) => paragraph.startsWith(text));
    const order = [
      at('ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ'),
      at('BAN THI ĐUA - KHEN THƯỞNG'),
      at('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      at('Độc lập - Tự do - Hạnh phúc'),
      at('Số: 05/BC-BTĐKT'),
      at('Phú Thọ, ngày 05 tháng 12 năm 2018'),
      at('BÁO CÁO'),
      at('Kết quả phát hiện'),
      at('Kính gửi: Ủy ban nhân dân tỉnh Phú Thọ'),
      at('I. KẾT QUẢ ĐẠT ĐƯỢC'),
      at('Bảng 1.'),
      at('Ghi chú:'),
      at('Nơi nhận:'),
      at('- Lưu: VT, NV1.'),
      at('KT. TRƯỞNG BAN'),
      at('Nguyễn Thị Hồng Hạnh'),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(paragraphs).toContain('12.450,5');
    expect(paragraphs).toContain('52.645,75');
  });

  it('is A4 with the margins of the decree, in Times New Roman, Vietnamese', async () => {
    const file = await renderDocx(SAMPLE_PAPER);
    const xml = zipPart(file, 'word/document.xml');
    expect(xml).toMatch(new RegExp(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`));
    expect(xml).toMatch(
      new RegExp(`w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}"`),
    );
    const styles = zipPart(file, 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('w:val="vi-VN"');
    expect(styles).not.toMatch(/w:ascii="(?!Times New Roman)/);
  });

  it('gives the head no cell margins, so that the Quốc hiệu stays on one line', async () => {
    const head = (await documentXml(SAMPLE_PAPER)).split('</w:tbl>')[0] ?? '';
    const margins = [...head.matchAll(/<w:tcMar>(.*?)<\/w:tcMar>/gs)].map((match) => match[1] ?? '');
    expect(margins.length).toBe(4);
    for (const margin of margins) {
      expect([...margin.matchAll(/w:w="(\d+)"/g)].map((match) => match[1])).toEqual(['0', '0', '0', '0']);
    }
  });

  it('numbers pages at the top from page 2: the first page has a head of its own without a number', async () => {
    const file = await renderDocx(SAMPLE_PAPER);
    const xml = zipPart(file, 'word/document.xml');
    const relations = zipPart(file, 'word/_rels/document.xml.rels');
    const headerOf = (type: string) => {
      const id = new RegExp(`<w:headerReference w:type="${type}" r:id="(\\w+)"`).exec(xml)?.[1];
      const target = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([tag]) =>
        tag.includes(`Id="${id}"`),
      )?.[0];
      return zipPart(file, `word/${/Target="([^"]+)"/.exec(target ?? '')?.[1]}`);
    };
    expect(xml).toContain('<w:titlePg/>');
    expect(headerOf('default')).toContain('PAGE');
    expect(headerOf('first')).not.toContain('PAGE');
  });

  it('repeats the head of each table and keeps rows whole', async () => {
    const tables = (await documentXml(SAMPLE_PAPER))
      .split('<w:tbl>')
      .filter((table) => table.includes('STT'));
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)?.length ?? 0);
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
    const xml = await documentXml({ ...SAMPLE_PAPER, body: [{ type: 'paragraph', text: 'Trước' }, table] });
    const turned = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size.includes('landscape'));
    expect(turned).toEqual([false, true, false]);
  });

  it('says that an empty table is empty', async () => {
    const empty = {
      type: 'table' as const,
      title: 'Trống',
      columns: [{ label: 'A' }, { label: 'B' }],
      rows: [],
    };
    expect(docxParagraphs(await renderDocx({ ...SAMPLE_PAPER, body: [empty] }))).toContain(
      'Không có số liệu',
    );
  });

  it('carries its real title and author', async () => {
    const core = zipPart(await renderDocx(SAMPLE_PAPER), 'docProps/core.xml');
    expect(core).toContain('<dc:title>BÁO CÁO Kết quả phát hiện, bồi dưỡng');
    expect(core).toContain('<dc:creator>BAN THI ĐUA - KHEN THƯỞNG</dc:creator>');
    expect(core).not.toContain('Un-named');
  });

  it.each(UGLY_CASES)('takes text as text: $name', async ({ text }) => {
    const columns = [{ label: text }, { label: 'B' }];
    const body: OfficialPaper['body'] = [
      { type: 'heading', level: 1, text },
      { type: 'table', title: text, columns, rows: [[text, 1]], note: text },
      { type: 'paragraph', text, lead: text },
    ];
    const paragraphs = docxParagraphs(
      await renderDocx({ ...SAMPLE_PAPER, subject: text, body, recipients: [] }),
    );
    // Subject, heading, title of the table, head, cell, note; the paragraph has its lead and the closing mark.
    expect(paragraphs.filter((paragraph) => bare(paragraph) === bare(cleanText(text)))).toHaveLength(6);
  });

  it('gives back any text that goes in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        const body: OfficialPaper['body'] = [{ type: 'note', text: `đầu ${text} cuối` }];
        const paragraphs = docxParagraphs(await renderDocx({ ...SAMPLE_PAPER, body }));
        expect(paragraphs.map(bare)).toContain(bare(cleanText(`đầu ${text} cuối`)));
      }),
      { numRuns: 60 },
    );
  });

  it('stays small', async () => {
    expect((await renderDocx(SAMPLE_PAPER)).length).toBeLessThan(60_000);
    expect((await renderDocx(longPaper(20))).length).toBeLessThan(300_000);
  });
});
