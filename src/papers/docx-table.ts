import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { mm, pt, runs, STYLE, spacer, stroke } from './docx-parts.ts';
import { LAYOUT } from './layout.ts';
import type { TypesetTable } from './typeset-table.ts';

const LINE = { style: 'single', size: stroke(LAYOUT.table.strokePt), color: '000000' } as const;
const GRID = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

type Align = 'left' | 'center' | 'right';

/** A table with its title above and its note below; the head is repeated on each page. */
export function docxTable(table: TypesetTable): (Paragraph | Table)[] {
  const title = new Paragraph({ style: STYLE.tableTitle, children: runs(table.title) });
  const note = new Paragraph({
    style: STYLE.cell,
    spacing: { before: pt(4) },
    children: runs(table.note, { italics: true }),
  });
  return [
    ...(table.title === '' ? [] : [title]),
    grid(table),
    ...(table.note === '' ? [] : [note]),
    spacer(LAYOUT.body.afterParagraphPt),
  ];
}

function grid(table: TypesetTable): Table {
  const widths = table.columns.map((column) => mm(column.widthMm));
  const head = new TableRow({
    tableHeader: table.repeatHead,
    cantSplit: table.repeatHead,
    keepNext: true,
    children: table.columns.map((column, i) => cell(column.label, 'center', widths[i], true)),
  });
  const row = (texts: readonly string[], bold: boolean): TableRow =>
    new TableRow({
      cantSplit: table.wholeRows,
      children: texts.map((text, i) => cell(text, table.columns[i]?.align ?? 'left', widths[i], bold)),
    });
  const insetX = mm(LAYOUT.table.insetXMm);
  const insetY = mm(LAYOUT.table.insetYMm);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: 'center',
    borders: GRID,
    margins: { left: insetX, right: insetX, top: insetY, bottom: insetY },
    rows: [
      head,
      ...(table.rows.length === 0 ? [emptyRow(table)] : table.rows.map((texts) => row(texts, false))),
      ...(table.totals ? [row(table.totals, true)] : []),
    ],
  });
}

function cell(text: string, align: Align, width = 0, bold = false): TableCell {
  return new TableCell({
    verticalAlign: 'center',
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: STYLE.cell, alignment: align, children: runs(text, { bold }) })],
  });
}

/** Says that there is nothing, instead of a head with nothing under it. */
function emptyRow(table: TypesetTable): TableRow {
  const words = runs(table.emptyText, { italics: true });
  return new TableRow({
    children: [
      new TableCell({
        columnSpan: table.columns.length,
        children: [new Paragraph({ style: STYLE.cell, alignment: 'center', children: words })],
      }),
    ],
  });
}
