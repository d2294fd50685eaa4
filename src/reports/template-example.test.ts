import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_FORM, wordOf } from '../../test/word-template.ts';
import { docxParagraphs } from '../papers/read-back.ts';
import { templateData } from './template-data.ts';
import { fillTemplate } from './template-engine.ts';
import { exampleTemplate } from './template-example.ts';
import { fieldsOf } from './template-fields.ts';
import { checkTemplate } from './template-file.ts';

const REPORT = {
  officeName: 'Ban Thi đua - Khen thưởng tỉnh Phú Thọ',
  superiorName: 'Ủy ban nhân dân tỉnh Phú Thọ',
  formName: 'Báo cáo năm',
  periodWords: 'Năm 2017',
  year: 2017,
  closingOn: '2017-12-31',
  planNumber: '1711/KH-UBND',
  planTitle: 'Xây dựng điển hình tiên tiến <giai đoạn> 2016–2020 & tiếp theo',
  completeness: '10 trong 13 báo cáo, 3 chưa có',
  paper: {
    number: '5',
    symbol: 'BC-BTĐKT',
    place: 'Phú Thọ',
    date: '2018-02-05',
    authority: null,
    signerTitle: 'TRƯỞNG BAN',
    signerName: 'Nguyễn Thị Hồng Hạnh',
    recipients: ['UBND tỉnh', 'Lưu: VT'],
  },
  figures: [
    { key: 'so_dien_hinh', name: 'Số điển hình đang bồi dưỡng', unit: 'điển hình', value: 1234 },
    { key: 'so_ton_vinh', name: 'Số điển hình được tôn vinh', unit: 'điển hình', value: null },
  ],
  corrections: [
    {
      figure: 'Số điển hình đang bồi dưỡng',
      officeName: 'Xã Muộn',
      why: 'nộp lại 20/02/2018',
      before: 1234,
      after: 1230,
    },
  ],
  tables: [
    {
      ...TEMPLATE_FORM.tables[0],
      key: 'state',
      title: 'Điển hình theo trạng thái',
      columns: [
        { label: 'Trạng thái', kind: 'text' as const },
        { label: 'Số lượng', kind: 'number' as const },
      ],
      rows: [
        ['đang bồi dưỡng', 20],
        ['đã tôn vinh', 1500],
      ],
      totals: ['Tổng số', 1520],
    },
  ],
  parts: TEMPLATE_FORM.parts,
  words: { result: 'Đoạn một.\nĐoạn hai {{ten_don_vi}} không phải là trường.' },
};

describe('the example template', () => {
  it('lets an office print corrections in a row of its own, and nothing where there are none', async () => {
    const words = await wordOf([
      'Đính chính:',
      '{{#dinh_chinh}}{{chi_tieu}} ({{do_don_vi}}, {{vi_sao}}): {{truoc}} → {{sau}}{{/dinh_chinh}}',
    ]);
    const fields = fieldsOf(TEMPLATE_FORM).flatMap((group) => group.fields);
    expect((await checkTemplate('mau.docx', words, fields)).ok).toBe(true);
    const filled = await fillTemplate(words, templateData(REPORT));
    expect(filled.ok && (await docxParagraphs(filled.file)).join('|')).toContain(
      'Số điển hình đang bồi dưỡng (Xã Muộn, nộp lại 20/02/2018): 1.234 → 1.230',
    );
    const none = await fillTemplate(words, templateData({ ...REPORT, corrections: [] }));
    expect(none.ok && (await docxParagraphs(none.file)).join('|')).not.toContain('→');
  });

  it('is a good template of its own form', async () => {
    const fields = fieldsOf(TEMPLATE_FORM).flatMap((group) => group.fields);
    const checked = await checkTemplate('mau.docx', await exampleTemplate(TEMPLATE_FORM), fields);
    expect(checked.ok ? [] : checked.sentences).toEqual([]);
  });

  it('becomes a paper with every field in its place, and none left', async () => {
    const filled = await fillTemplate(await exampleTemplate(TEMPLATE_FORM), templateData(REPORT));
    if (!filled.ok) throw new Error(filled.wrong.text);
    const text = docxParagraphs(filled.file).join('\n');
    for (const words of [
      'BAN THI ĐUA - KHEN THƯỞNG TỈNH PHÚ THỌ',
      'Số: 5/BC-BTĐKT',
      'Phú Thọ, ngày 05 tháng 02 năm 2018',
      '10 trong 13 báo cáo',
      '1.234',
      'chưa rõ',
      '1.520',
      'Đoạn một.',
      'Nguyễn Thị Hồng Hạnh',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('<giai đoạn> 2016–2020 & tiếp theo');
    // what a person typed is words, never a field
    expect(text.match(/\{\{[^}]*\}\}/g)).toEqual(['{{ten_don_vi}}']);
  });

  it.skipIf(!existsSync('/usr/bin/soffice'))(
    'opens in LibreOffice as a paper',
    { timeout: 90_000 },
    async () => {
      const { laidOut } = await import('../../test/libreoffice.ts');
      const filled = await fillTemplate(await exampleTemplate(TEMPLATE_FORM), templateData(REPORT));
      if (!filled.ok) throw new Error(filled.wrong.text);
      const { pages, text } = await laidOut(filled.file);
      expect(pages.length).toBeGreaterThan(0);
      expect(text).toContain('đã tôn vinh');
    },
  );
});
