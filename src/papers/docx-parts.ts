import {
  AlignmentType,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { LAYOUT } from './layout.ts';

/** Word measures in twips (1/20 pt). */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);
export const pt = (length: number): number => Math.round(length * 20);
/** Word measures type in half points. */
export const typeSize = (sizePt: number): number => Math.round(sizePt * 2);
/** Word measures the stroke of a border in eighths of a point. */
export const stroke = (widthPt: number): number => Math.round(widthPt * 8);

/** Paragraph styles of our papers, by the names that a clerk sees in Word. */
export const STYLE = {
  body: 'NoiDung',
  head: 'PhanDau',
  cell: 'OBang',
  tableTitle: 'TenBang',
} as const;

/** Runs of plain text with its line breaks. */
export function runs(text: string, style: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

/** A centred line of the head, the title or the signature. */
export function centredLine(text: string, sizePt: number, style: IRunOptions = {}): Paragraph {
  return new Paragraph({ style: STYLE.head, children: runs(text, { ...style, size: typeSize(sizePt) }) });
}

/**
 * A rule of a given length in the middle of a column: the upper border of an empty paragraph, indented from both
 * sides, so that it stays in place when the clerk edits the lines above.
 */
export function rule(lengthMm: number, columnMm: number): Paragraph {
  const side = Math.max(0, mm((columnMm - lengthMm) / 2));
  const width = stroke(LAYOUT.rule.strokePt);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: pt(LAYOUT.rule.gapPt), after: 0, line: pt(2), lineRule: LineRuleType.EXACT },
    border: { top: { style: 'single', size: width, space: 0, color: '000000' } },
  });
}

/** An empty paragraph of a given height: Word wants one after a table, and joins tables that touch. */
export function spacer(heightPt: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: pt(heightPt), lineRule: LineRuleType.EXACT },
  });
}

const NO_BORDER = { style: 'none', size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

/**
 * A table that only places things side by side: no frame, and no cell margins, or “VIỆT NAM” would wrap.
 * `whole` keeps each row on one page.
 */
export function unframedTable(
  widthsMm: readonly number[],
  rows: readonly Paragraph[][][],
  whole = true,
): Table {
  const widths = widthsMm.map(mm);
  const noMargin = { top: 0, bottom: 0, left: 0, right: 0 };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: noMargin,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: whole,
          children: cells.map(
            (children, i) =>
              new TableCell({
                children,
                margins: noMargin,
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}
