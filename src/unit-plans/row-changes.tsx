import { Section } from '../ui/panel.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { RowChange } from './differences.ts';

const CHANGE_WORDS: Record<RowChange['kind'], { tone: Tone; word: string }> = {
  same: { tone: 'neutral', word: 'giữ nguyên' },
  added: { tone: 'good', word: 'thêm' },
  removed: { tone: 'stopped', word: 'bỏ' },
  changed: { tone: 'warn', word: 'sửa' },
};

/** What changed in the rows of a list from one version to the other. */
export function Changes({ id, title, rows }: { id: string; title: string; rows: readonly RowChange[] }) {
  return (
    <Section id={id} title={title}>
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'name', label: 'Nội dung', width: 'wide' },
          { key: 'kind', label: 'Thay đổi' },
          { key: 'before', label: 'Trước' },
          { key: 'after', label: 'Sau' },
        ]}
        rows={rows.map(({ kind, name, before, after }) => ({
          name,
          kind: <StateTag {...CHANGE_WORDS[kind]} />,
          before: before || '–',
          after: after || '–',
        }))}
        empty="Cả hai lần đều không có."
      />
    </Section>
  );
}
