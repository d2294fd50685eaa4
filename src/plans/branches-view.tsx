import { formatCount } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { BranchCounts } from './branches.ts';

const COUNTS = ['onTheWay', 'nurtured', 'recognised', 'honoured'] as const;

/** How many exemplars each branch has, by where they stand; the sums below. */
export function BranchTable({ branches }: { branches: readonly BranchCounts[] }) {
  const total = (key: (typeof COUNTS)[number]) =>
    formatCount(branches.reduce((sum, branch) => sum + branch[key], 0));
  return (
    <DataTable
      caption="Điển hình theo đơn vị"
      captionHidden
      wide
      columns={[
        { key: 'office', label: 'Đơn vị', width: 'wide' },
        { key: 'onTheWay', label: 'Phát hiện, đề nghị', align: 'end' },
        { key: 'nurtured', label: 'Đang bồi dưỡng', align: 'end' },
        { key: 'recognised', label: 'Đã công nhận', align: 'end' },
        { key: 'honoured', label: 'Đã tôn vinh', align: 'end' },
      ]}
      rows={branches.map((branch) => ({
        office: <a href={`/dien-hinh?don_vi=${branch.officeId}`}>{branch.officeName}</a>,
        ...Object.fromEntries(COUNTS.map((key) => [key, formatCount(branch[key])])),
      }))}
      foot={{ office: 'Cộng', ...Object.fromEntries(COUNTS.map((key) => [key, total(key)])) }}
      empty="Kế hoạch chưa có điển hình nào."
    />
  );
}
