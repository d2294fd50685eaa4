import { formatDate, formatNumber } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { ShownCorrection } from './gap-arrival.ts';
import { indicatorsOf } from './merged-indicators.ts';

/**
 * What came late, or was returned and sent again, after the report was merged: the figures as they were and as they are
 * with it. Nothing without any. For the page of the report and for that of its roll-up.
 */
/** 'nêu thiếu ngày 25/01/2018 (không trả lời), ghép ngày 20/02/2018.' */
export function cameInWords({ namedOn, reason, arrivedOn }: ShownCorrection): string {
  const arrived = formatDate(arrivedOn);
  if (namedOn === null) return `trả lại sau khi đã ghép, nộp lại ngày ${arrived}.`;
  return `nêu thiếu ngày ${formatDate(namedOn)} (${reason}), ghép ngày ${arrived}.`;
}

export function Corrections({ corrections }: { corrections: readonly ShownCorrection[] }) {
  if (corrections.length === 0) return null;
  const names = new Map(
    indicatorsOf(corrections.flatMap((one) => Object.keys(one.changes))).map((one) => [one.key, one.name]),
  );
  return (
    <div class="stack">
      <ul>
        {corrections.map((one) => (
          <li>
            <a href={`/bao-cao/${one.arrivedReportId}`}>{one.officeName}</a>: {cameInWords(one)}
          </li>
        ))}
      </ul>
      <DataTable
        caption="Số liệu đính chính"
        columns={[
          { key: 'name', label: 'Chỉ tiêu', width: 'wide' },
          { key: 'office', label: 'Do báo cáo của' },
          { key: 'before', label: 'Trước', align: 'end' },
          { key: 'after', label: 'Sau', align: 'end' },
        ]}
        rows={corrections.flatMap(({ officeName, changes }) =>
          Object.entries(changes).map(([key, { before, after }]) => ({
            name: names.get(key) ?? key,
            office: officeName,
            before: formatNumber(before),
            after: <strong>{formatNumber(after)}</strong>,
          })),
        )}
        empty="Báo cáo đến muộn, nộp lại không làm thay đổi số liệu nào."
      />
    </div>
  );
}
