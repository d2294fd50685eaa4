import { formatCount, formatPercent } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Rate } from './list-queries.ts';
import { reportTitle } from './rules.ts';

/** Two figures that are not the same: how many reports came, and how many came in time. */
export function RatesSection({ rates }: { rates: readonly Rate[] }) {
  return (
    <Section
      id="ty-le"
      title="Tỷ lệ nộp và tỷ lệ đúng hạn"
      intro="Trên số báo cáo đã đến hạn của các đơn vị trong phạm vi bạn được xem, không kể đơn vị được miễn."
    >
      <DataTable
        caption="Tỷ lệ nộp và tỷ lệ đúng hạn theo mẫu và kỳ"
        captionHidden
        columns={[
          { key: 'name', label: 'Báo cáo', width: 'wide' },
          { key: 'due', label: 'Đến hạn', align: 'end' },
          { key: 'submitted', label: 'Đã nộp', align: 'end' },
          { key: 'rate', label: 'Tỷ lệ nộp', align: 'end' },
          { key: 'inTime', label: 'Đúng hạn', align: 'end' },
          { key: 'inTimeRate', label: 'Tỷ lệ đúng hạn', align: 'end' },
          { key: 'excused', label: 'Được miễn', align: 'end' },
        ]}
        rows={rates.map(({ formName, periodWords, due, submitted, inTime, excused }) => ({
          name: reportTitle(formName, periodWords),
          due: formatCount(due),
          submitted: formatCount(submitted),
          rate: formatPercent(due > 0 ? submitted / due : null),
          inTime: formatCount(inTime),
          inTimeRate: formatPercent(due > 0 ? inTime / due : null),
          excused: formatCount(excused),
        }))}
        empty="Chưa có báo cáo nào đến hạn theo nhiệm vụ đã giao."
      />
    </Section>
  );
}
