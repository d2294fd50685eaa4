import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { TemplateForm } from '../src/reports/template-fields.ts';

/** A Word file of these paragraphs; a list is a paragraph whose text Word has split into several runs. */
export async function wordOf(paragraphs: readonly (string | readonly string[])[]): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: paragraphs.map(
          (one) =>
            new Paragraph({
              children: [one].flat().map((text, n) => new TextRun({ text, bold: n % 2 === 1 })),
            }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export const TEMPLATE_FORM: TemplateForm = {
  indicators: [
    { key: 'so_dien_hinh', name: 'Số điển hình đang bồi dưỡng', unit: 'điển hình' },
    { key: 'so_ton_vinh', name: 'Số điển hình được tôn vinh', unit: 'điển hình' },
  ],
  tables: [
    {
      key: 'state',
      title: 'Điển hình theo trạng thái',
      columns: [
        { label: 'Trạng thái', kind: 'text' },
        { label: 'Số lượng', kind: 'number' },
      ],
    },
  ],
  parts: [
    { key: 'result', name: 'Kết quả' },
    { key: 'proposal', name: 'Kiến nghị, đề xuất' },
  ],
};
