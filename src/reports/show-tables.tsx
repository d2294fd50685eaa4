import { Fold } from '../ui/fold.tsx';
import { formatNumber } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import type { ReportTable } from './report-table.ts';

/** The tables that the form asks for. */
export function TablesSection({
  tables,
  intro,
}: {
  tables: readonly ReportTable[];
  intro?: string | undefined;
}) {
  if (tables.length === 0) return null;
  return (
    <Section id="bang" title="Các bảng" count={tables.length} intro={intro}>
      {tables.map((table) => (
        <Fold summary={`${table.title} (${table.rows.length} dòng)`}>
          <FigureTable table={table} />
        </Fold>
      ))}
    </Section>
  );
}

function FigureTable({ table }: { table: ReportTable }) {
  const cells = (row: ReportTable['rows'][number]) =>
    Object.fromEntries(table.columns.map((_, index) => [String(index), shown(row[index] ?? null)]));
  return (
    <div class="report-table">
      <DataTable
        caption={table.title}
        captionHidden
        wide={table.columns.length > 4}
        columns={table.columns.map(({ label, kind }, index) => ({
          key: String(index),
          label,
          align: kind === 'text' ? ('start' as const) : ('end' as const),
        }))}
        rows={table.rows.map(cells)}
        foot={table.totals && table.rows.length > 0 ? cells(table.totals) : undefined}
        empty={`${table.title}: không có.`}
      />
      {table.note ? <p class="muted">{table.note}</p> : null}
    </div>
  );
}

const shown = (cell: string | number | null): string =>
  cell === null ? '–' : typeof cell === 'number' ? formatNumber(cell) : cell;
