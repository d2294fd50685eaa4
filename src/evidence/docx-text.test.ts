import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../papers/docx.ts';
import { SAMPLE_PAPER } from '../papers/sample-paper.ts';
import { readDocxText } from './docx-text.ts';
import { blocksOfXml, headingStyles } from './docx-xml.ts';

const run = (text: string, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (inside: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inside}</w:p>`;
const styles = headingStyles(
  '<w:style w:type="paragraph" w:styleId="Mc1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Riêng"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Thuong"><w:name w:val="Normal"/></w:style>',
);
const docx = (xml: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });

describe('the text of a Word document', () => {
  it('tells headings by style, by outline and by bold from paragraphs and cells', () => {
    const xml = [
      para(run('I. Trách nhiệm'), 'Mc1'),
      para(run('Mục nhỏ'), 'X'),
      para(run('Đậm cả dòng', true)),
      para(run('Đậm một ', true) + run('nửa'), 'Thuong'),
      `<w:tbl><w:tr><w:tc>${para(run('Trong ô', true))}</w:tc></w:tr></w:tbl>`,
      para(''),
    ].join('');
    expect(blocksOfXml(xml, styles)).toEqual([
      { kind: 'heading', level: 1, text: 'I. Trách nhiệm' },
      { kind: 'heading', level: 2, text: 'Mục nhỏ' },
      { kind: 'heading', level: 3, text: 'Đậm cả dòng' },
      { kind: 'paragraph', level: 0, text: 'Đậm một nửa' },
      { kind: 'cell', level: 0, text: 'Trong ô' },
    ]);
  });

  it('keeps line breaks, reads entities, and leaves out what was struck', () => {
    const xml = para(
      `<w:r><w:t>a &amp; b</w:t><w:br/><w:t>&#272;</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>`,
    );
    expect(blocksOfXml(xml, styles).map(({ text }) => text)).toEqual(['a & b\nĐ']);
  });

  it('reads a paper that the program itself has written', async () => {
    const read = await readDocxText(await renderDocx(SAMPLE_PAPER));
    const texts = read.ok ? read.blocks.map(({ text }) => text) : [];
    expect(texts).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  it('refuses what is no Word document, a bomb, and one without words, each in a sentence', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': new Uint8Array(30 * 1024 * 1024),
    });
    const said = async (bytes: Uint8Array) => {
      const read = await readDocxText(bytes);
      return read.ok ? '' : read.sentence;
    };
    expect(await said(strToU8('%PDF-1.7 …'))).toBe('không phải là tệp Word (.docx)');
    expect(await said(zipSync({ 'a.txt': strToU8('a') }))).toContain('không phải Word');
    expect(await said(bomb)).toContain('nén bất thường');
    expect(await said(docx('<w:p></w:p>'))).toBe('không có chữ nào để đọc');
    expect(await said(docx(para(run('x'))).slice(0, -30))).toContain('hỏng');
  });

  it('never fails on broken XML, and reads a long one in time', () => {
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '<w:t>',
      'chữ',
      '</w:t>',
      '<w:b/>',
      '<w:tc>',
      '</w:tc>',
      '<',
      '&#x1;',
      '<w:del>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { text } of blocksOfXml(pieces.join(''), styles)) expect(text).not.toBe('');
      }),
    );
    const before = performance.now();
    expect(blocksOfXml(para(run('Một đoạn văn dài.')).repeat(50_000), styles)).toHaveLength(50_000);
    blocksOfXml('<w:p '.repeat(200_000), styles);
    headingStyles('<w:style w:styleId="a">'.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
