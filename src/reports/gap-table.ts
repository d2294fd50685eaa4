import { formatDate } from '../ui/format.ts';
import type { ShownCorrection } from './gap-arrival.ts';
import { indicatorsOf } from './merged-indicators.ts';
import type { ReportTable } from './report-table.ts';

/** 'nộp lại 20/02/2018' */
export const cameShortly = ({
  namedOn,
  arrivedOn,
}: Pick<ShownCorrection, 'namedOn' | 'arrivedOn'>): string =>
  namedOn === null
    ? `nộp lại ${formatDate(arrivedOn)}`
    : `nêu thiếu ${formatDate(namedOn)}, ghép ${formatDate(arrivedOn)}`;

/** The corrections by reports that came late or were sent again, as a table for the paper and the workbook; none without any. */
export function correctionTables(corrections: readonly ShownCorrection[]): ReportTable[] {
  if (corrections.length === 0) return [];
  const names = new Map(
    indicatorsOf(corrections.flatMap((one) => Object.keys(one.changes))).map((one) => [one.key, one.name]),
  );
  return [
    {
      key: 'corrections',
      title: 'Đính chính do báo cáo đến muộn, nộp lại',
      columns: [
        { label: 'Chỉ tiêu', kind: 'text' },
        { label: 'Do báo cáo của', kind: 'text' },
        { label: 'Trước', kind: 'decimal' },
        { label: 'Sau', kind: 'decimal' },
      ],
      rows: corrections.flatMap(({ officeName, changes }) =>
        Object.entries(changes).map(([key, { before, after }]) => [
          names.get(key) ?? key,
          officeName,
          before,
          after,
        ]),
      ),
      note: corrections.map((one) => `${one.officeName}: ${cameShortly(one)}.`).join(' '),
    },
  ];
}
