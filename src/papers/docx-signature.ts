import { Paragraph, type Table } from 'docx';
import { centredLine, mm, runs, STYLE, spacer, typeSize, unframedTable } from './docx-parts.ts';
import { LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import type { TypesetPaper } from './typeset.ts';

const { recipients, signature } = LAYOUT;

/** Nơi nhận on the left, the signature on the right. */
export function docxSignature(paper: TypesetPaper): (Paragraph | Table)[] {
  const lines = paper.signature.lines.map((line) => centredLine(line, signature.sizePt, { bold: true }));
  const name = new Paragraph({
    style: STYLE.head,
    spacing: { before: mm(signature.spaceMm) },
    children: runs(paper.signature.name, { bold: true, size: typeSize(signature.sizePt) }),
  });
  return [
    spacer(8),
    unframedTable(
      [recipients.widthMm, TEXT_WIDTH_MM - recipients.widthMm],
      [[recipientList(paper.recipients), [...lines, name]]],
      paper.wholeSignature,
    ),
    spacer(1),
  ];
}

function recipientList(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return [new Paragraph({})];
  const label = runs('Nơi nhận:', { bold: true, italics: true, size: typeSize(recipients.labelPt) });
  return [
    new Paragraph({ alignment: 'left', children: label }),
    ...names.map(
      (name) =>
        new Paragraph({ alignment: 'left', children: runs(name, { size: typeSize(recipients.listPt) }) }),
    ),
  ];
}
