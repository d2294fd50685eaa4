/** A table of a report, drawn alike on the screen, in the paper and in the workbook. */
export interface ReportTable {
  key: string;
  title: string;
  columns: { label: string; kind: 'text' | 'number' | 'decimal' }[];
  rows: (string | number | null)[][];
  totals?: (string | number | null)[];
  note?: string;
}
