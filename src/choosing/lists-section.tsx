import { formatDate } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { listPath } from './field-query.ts';
import type { DecisionList } from './lists.ts';
import { listWorkflow } from './workflow.ts';

/** Every list of the field, the newest first. */
export function ListsSection({ lists }: { lists: readonly DecisionList[] }) {
  if (lists.length === 0) return null;
  return (
    <Section id="quyet-dinh" title="Danh sách quyết định" count={lists.length}>
      <DataTable
        caption="Danh sách quyết định"
        captionHidden
        columns={[
          { key: 'list', label: 'Danh sách', primary: true },
          { key: 'state', label: 'Tình trạng' },
          { key: 'day', label: 'Ngày quyết định' },
          { key: 'by', label: 'Người áp dụng' },
        ]}
        rows={lists.map((list) => ({
          list: <a href={listPath(list.id)}>Danh sách số {list.id}</a>,
          state: <ListTag list={list} />,
          day: list.decidedOn ? formatDate(list.decidedOn) : '–',
          by: list.appliedBy ?? '–',
        }))}
      />
    </Section>
  );
}

export function ListTag({ list }: { list: DecisionList }) {
  const { name, tone } = listWorkflow.states[list.state];
  return <StateTag tone={tone} word={`${name.charAt(0).toUpperCase()}${name.slice(1)}`} />;
}
