import { LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import { tinosBold } from './typeface.ts';
import type { TypesetBlock, TypesetPaper } from './typeset.ts';
import type { TypesetTable } from './typeset-table.ts';

/** Shown for a character that the font does not have (PDF/A refuses a missing glyph): visibly something is there. */
export const NO_GLYPH = '□';

/** An invisible place where a line may break. */
const BREAK = '\u200B';

/** Width left free in a line, for the first-line indent and the dash. */
const MARGIN_OF_SAFETY = 0.9;

/** The paper with only characters that the PDF's font has, and with no word wider than its line. */
export function printablePaper(paper: TypesetPaper): TypesetPaper {
  const headLeft = (text: string): string => printable(text, LAYOUT.head.leftMm, LAYOUT.number.sizePt);
  const headRight = (text: string): string =>
    printable(text, LAYOUT.head.rightMm, LAYOUT.placeAndDate.sizePt);
  const signed = (text: string): string =>
    printable(text, TEXT_WIDTH_MM - LAYOUT.recipients.widthMm, LAYOUT.signature.sizePt);
  const recipient = (text: string): string =>
    printable(text, LAYOUT.recipients.widthMm, LAYOUT.recipients.listPt);
  return {
    ...paper,
    title: withKnownGlyphs(paper.title),
    superior: headLeft(paper.superior),
    issuer: headLeft(paper.issuer),
    numberLine: headLeft(paper.numberLine),
    placeAndDate: headRight(paper.placeAndDate),
    kind: inBody(paper.kind),
    subject: inBody(paper.subject),
    addressees: paper.addressees.map((text) => printable(text, TEXT_WIDTH_MM / 2, LAYOUT.body.sizePt)),
    body: paper.body.map(printableBlock),
    annex: paper.annex.map(printableBlock),
    signature: { lines: paper.signature.lines.map(signed), name: signed(paper.signature.name) },
    recipients: paper.recipients.map(recipient),
  };
}

const inBody = (text: string): string => printable(text, TEXT_WIDTH_MM, LAYOUT.body.sizePt);

function printableBlock(block: TypesetBlock): TypesetBlock {
  switch (block.type) {
    case 'table':
      return printableTable(block);
    case 'paragraph':
      return { ...block, lead: inBody(block.lead), text: inBody(block.text) };
    default:
      return { ...block, text: inBody(block.text) };
  }
}

function printableTable(table: TypesetTable): TypesetTable {
  const cell = (text: string, column: number): string => {
    const room = (table.columns[column]?.widthMm ?? TEXT_WIDTH_MM) - 2 * LAYOUT.table.insetXMm;
    return printable(text, room, LAYOUT.table.sizePt);
  };
  return {
    ...table,
    title: inBody(table.title),
    columns: table.columns.map((column, i) => ({ ...column, label: cell(column.label, i) })),
    rows: table.rows.map((row) => row.map(cell)),
    totals: table.totals?.map(cell) ?? null,
    note: inBody(table.note),
  };
}

function printable(text: string, lineMm: number, sizePt: number): string {
  const room = lineMm * MARGIN_OF_SAFETY;
  return withKnownGlyphs(text).replace(/\S+/g, (word) => pieces(word, room, sizePt).join(BREAK));
}

/** A word in pieces that each fit on a line; nearly always the word itself. */
function pieces(word: string, roomMm: number, sizePt: number): string[] {
  if (tinosBold().widthMm(word, sizePt) <= roomMm) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && tinosBold().widthMm(piece + letter, sizePt) > roomMm) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

/** The text with only characters that the font has: a box for each other one. */
export function withKnownGlyphs(text: string): string {
  return text.replace(/[^\n\x20-\x7E]/gu, (character) => {
    if (tinosBold().shows(character.codePointAt(0) ?? 0)) return character;
    return /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : NO_GLYPH;
  });
}
