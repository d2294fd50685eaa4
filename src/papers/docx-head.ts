import { Paragraph, type Table } from 'docx';
import { centredLine, mm, pt, rule, runs, spacer, unframedTable } from './docx-parts.ts';
import { LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import type { TypesetPaper } from './typeset.ts';

/** Head of the first page: names of the bodies, Quốc hiệu and Tiêu ngữ, number, place and date, kind, subject. */
export function docxHead(paper: TypesetPaper): (Paragraph | Table)[] {
  const { head, superior, issuer, nation, motto, number, placeAndDate } = LAYOUT;
  const left = [
    ...(paper.superior === '' ? [] : [centredLine(paper.superior, superior.sizePt)]),
    centredLine(paper.issuer, issuer.sizePt, { bold: true }),
    rule(paper.issuerRuleMm, head.leftMm),
  ];
  const right = [
    centredLine(nation.text, nation.sizePt, { bold: true }),
    centredLine(motto.text, motto.sizePt, { bold: true }),
    rule(paper.mottoRuleMm, head.rightMm),
  ];
  return [
    unframedTable(
      [head.leftMm, head.rightMm],
      [
        [left, right],
        [
          [spacer(6), centredLine(paper.numberLine, number.sizePt)],
          [spacer(6), centredLine(paper.placeAndDate, placeAndDate.sizePt, { italics: true })],
        ],
      ],
    ),
    spacer(14),
    centredLine(paper.kind, LAYOUT.kind.sizePt, { bold: true }),
    centredLine(paper.subject, LAYOUT.subject.sizePt, { bold: true }),
    rule(paper.subjectRuleMm, TEXT_WIDTH_MM),
    spacer(12),
    ...addressees(paper.addressees),
  ];
}

/** One addressee stands on the line of “Kính gửi:”, several below each other. */
function addressees(names: readonly string[]): Paragraph[] {
  const [first, ...others] = names;
  if (first === undefined) return [];
  const spacing = { after: pt(LAYOUT.body.afterParagraphPt) };
  if (others.length === 0) {
    return [new Paragraph({ alignment: 'center', spacing, children: runs(`Kính gửi: ${first}`) })];
  }
  return [
    new Paragraph({ indent: { left: mm(30) }, children: runs('Kính gửi:') }),
    ...names.map((name) => new Paragraph({ indent: { left: mm(40) }, children: runs(`- ${name};`) })),
    spacer(LAYOUT.body.afterParagraphPt),
  ];
}
