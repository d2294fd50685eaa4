import type { Child } from 'hono/jsx';
import { formatNumber, UNKNOWN } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { Unknown } from '../ui/summary-list.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import type { FigureGroup, ReportFigure } from './figures-view.ts';
import { TARGET_WORDS } from './targets.ts';

const COLUMNS: Column[] = [
  { key: 'name', label: 'Số liệu', width: 'wide' },
  { key: 'value', label: 'Kỳ này', align: 'end' },
  { key: 'lastYear', label: 'Cùng kỳ năm trước', align: 'end' },
  { key: 'change', label: 'Tăng, giảm', align: 'end' },
  { key: 'target', label: 'Kế hoạch', align: 'end' },
];

const SOURCE_WORDS: Record<ReportFigure['source'], string | null> = {
  system: null,
  rolled_up: 'cộng từ cấp dưới',
  typed: 'nhập tay',
};

interface FiguresProps {
  reportId: number;
  groups: readonly FigureGroup[];
  intro: Child;
}

/** Every figure with its definition, beside last year's and the plan's; each opens the list behind it. */
export function FiguresSection({ reportId, groups, intro }: FiguresProps) {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.figures.length, 0);
  return (
    <Section id="so-lieu" title="Số liệu" count={count} intro={intro}>
      <DataTable caption="Số liệu của báo cáo" captionHidden columns={COLUMNS}>
        {groups.map((group) => (
          <>
            <TableGroup columns={COLUMNS}>{group.name}</TableGroup>
            {group.figures.map((figure) => (
              <TableRow columns={COLUMNS} row={rowOf(reportId, figure)} />
            ))}
          </>
        ))}
      </DataTable>
    </Section>
  );
}

function rowOf(reportId: number, figure: ReportFigure) {
  const { name, definition, unit, value, source, lastYear, target } = figure;
  const from = SOURCE_WORDS[source];
  return {
    name: (
      <div id={`sl-${figure.key}`}>
        {name}
        <div class="muted figure-definition">{definition}</div>
      </div>
    ),
    value: (
      <>
        <a href={`/bao-cao/${reportId}/so-lieu/${figure.key}`}>
          <strong>{formatNumber(value)}</strong>
          <span class="visually-hidden"> {name}</span>
        </a>{' '}
        <span class="muted">{value === null ? '' : unit}</span>
        {from ? <div class="muted">{from}</div> : null}
      </>
    ),
    lastYear: lastYear === undefined || lastYear === null ? <Unknown /> : formatNumber(lastYear),
    change: changeInWords(value, lastYear),
    target: target ? (
      <>
        {formatNumber(target.value)}
        <div class="muted">{TARGET_WORDS[target.from]}</div>
      </>
    ) : (
      <Unknown />
    ),
  };
}

/** 'tăng 3', 'giảm 2', 'không đổi'; unknown where one of the two is. */
export function changeInWords(value: number | null, before: number | null | undefined): string {
  if (value === null || before === null || before === undefined) return UNKNOWN;
  const difference = Math.round((value - before) * 100) / 100;
  if (difference === 0) return 'không đổi';
  return difference > 0 ? `tăng ${formatNumber(difference)}` : `giảm ${formatNumber(-difference)}`;
}
