import type { ExemplarPart } from '../exemplars/part.ts';
import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { Unknown } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { type Honour, honoursOf } from './queries.ts';

/** The honours of an exemplar. They are given at the one place of the page where steps are taken. */
export const awardsPart: ExemplarPart = {
  id: 'ton-vinh',
  title: 'Tôn vinh, khen thưởng',
  async render(visit, exemplar) {
    return <HonourTable honours={await honoursOf(visit.get('deps').db, exemplar.id)} />;
  },
};

function HonourTable({ honours }: { honours: readonly Honour[] }) {
  if (honours.length === 0) {
    return (
      <EmptyState title="Chưa được tôn vinh">
        Mỗi lần biểu dương, tôn vinh sẽ hiện ở đây, kèm hình thức khen thưởng nếu có.
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Các lần tôn vinh"
      captionHidden
      columns={[
        { key: 'occasion', label: 'Dịp', width: 'wide' },
        { key: 'day', label: 'Ngày', align: 'end', width: 'narrow' },
        { key: 'level', label: 'Cấp', width: 'narrow' },
        { key: 'award', label: 'Hình thức khen thưởng' },
        { key: 'paper', label: 'Quyết định số', width: 'narrow' },
      ]}
      rows={honours.map((honour) => ({
        occasion: honour.occasion,
        day: formatDate(honour.honouredOn),
        level: LEVEL_NAMES[honour.level],
        award: honour.awardName ?? 'Không kèm khen thưởng',
        paper: honour.paperNumber ?? <Unknown />,
      }))}
    />
  );
}
