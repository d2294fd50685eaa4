import { formatDate, formatNumber } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { ShownCorrection } from './gap-arrival.ts';
import { indicatorsOf } from './merged-indicators.ts';

/**
 * What came after the report had gone on without it: the figures as they were submitted and as they are with the late
 * reports. Nothing without any. For the page of the report and for that of its roll-up.
 */
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
            <a href={`/bao-cao/${one.arrivedReportId}`}>{one.officeName}</a>: nêu thiếu ngày{' '}
            {formatDate(one.namedOn)} ({one.reason}), ghép ngày {formatDate(one.arrivedOn)}.
          </li>
        ))}
      </ul>
      <DataTable
        caption="Số liệu đính chính"
        columns={[
          { key: 'name', label: 'Chỉ tiêu', width: 'wide' },
          { key: 'office', label: 'Do báo cáo của' },
          { key: 'before', label: 'Trước', align: 'end' },
          { key: 'after', label: 'Sau khi ghép', align: 'end' },
        ]}
        rows={corrections.flatMap(({ officeName, changes }) =>
          Object.entries(changes).map(([key, { before, after }]) => ({
            name: names.get(key) ?? key,
            office: officeName,
            before: formatNumber(before),
            after: <strong>{formatNumber(after)}</strong>,
          })),
        )}
        empty="Báo cáo đến muộn không làm thay đổi số liệu nào."
      />
    </div>
  );
}
