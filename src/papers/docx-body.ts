import { HeadingLevel, Paragraph, type Table } from 'docx';
import { runs, STYLE } from './docx-parts.ts';
import { docxTable } from './docx-table.ts';
import type { TypesetBlock } from './typeset.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** One block of the text. `keepNext` holds it on the page of what follows. */
export function docxBlock(block: TypesetBlock, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.type) {
    case 'table':
      return docxTable(block);
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], keepNext: true, children: runs(block.text) })];
    case 'centred':
    case 'under': {
      const children = runs(block.text, block.type === 'under' ? { italics: true } : { bold: true });
      return [
        new Paragraph({
          style: STYLE.body,
          alignment: 'center',
          indent: { firstLine: 0 },
          keepNext: true,
          children,
        }),
      ];
    }
    case 'paragraph': {
      const lead = block.lead === '' ? [] : runs(`${block.lead} `, { bold: true });
      return [new Paragraph({ style: STYLE.body, keepNext, children: [...lead, ...runs(block.text)] })];
    }
    case 'item':
      return [new Paragraph({ style: STYLE.body, keepNext, children: runs(block.text) })];
    default:
      return [new Paragraph({ style: STYLE.body, keepNext, children: runs(block.text, { italics: true }) })];
  }
}
