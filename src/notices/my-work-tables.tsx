import { SampleMark } from '../exemplars/show-marks.tsx';
import { daysBetween } from '../plans/pages-when.ts';
import type { Day } from '../platform/clock.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import type { OverduePromise, WaitingExemplar } from './my-work-queries.ts';

/** What was promised and not done in time, with how late it is. */
export function OverdueTable({ items, today }: { items: readonly OverduePromise[]; today: Day }) {
  return (
    <DataTable
      caption="Việc giúp đỡ và bồi dưỡng quá hạn"
      captionHidden
      columns={[
        { key: 'what', label: 'Việc', width: 'wide' },
        { key: 'who', label: 'Điển hình' },
        { key: 'owner', label: 'Người phụ trách' },
        { key: 'due', label: 'Hạn' },
      ]}
      rows={items.map((item) => ({
        what: (
          <a href={`/dien-hinh/${item.exemplarId}#${item.kind === 'help' ? 'kiem-tra' : 'boi-duong'}`}>
            {item.what}
          </a>
        ),
        who: <WhoAndWhere {...item} />,
        owner: item.owner,
        due: (
          <>
            {formatDate(item.dueOn)}
            <br />
            <StateTag tone="warn" word={`Quá hạn ${formatCount(daysBetween(item.dueOn, today))} ngày`} />
          </>
        ),
      }))}
    />
  );
}

/** Exemplars that wait, each with since when. */
export function ExemplarTable(props: {
  items: readonly WaitingExemplar[];
  caption: string;
  why?: boolean | undefined;
  anchor?: string | undefined;
}) {
  const { items, caption, why, anchor } = props;
  const columns: Column[] = [
    { key: 'name', label: 'Điển hình', width: 'wide' },
    { key: 'field', label: 'Lĩnh vực' },
    ...(why ? [{ key: 'why', label: 'Lý do' }] : []),
    { key: 'since', label: 'Từ ngày' },
  ];
  const toRow = (item: WaitingExemplar): Row => ({
    name: <WhoAndWhere {...item} exemplarId={item.id} anchor={anchor} />,
    field: item.fieldName ?? <span class="unknown">chưa rõ</span>,
    why: item.lastReason,
    since: formatDate(item.since),
  });
  return <DataTable caption={caption} captionHidden columns={columns} rows={items.map(toRow)} />;
}

function WhoAndWhere(props: {
  exemplarId: number;
  fullName: string;
  officeName: string;
  isSample: boolean;
  anchor?: string | undefined;
}) {
  return (
    <>
      <a href={`/dien-hinh/${props.exemplarId}${props.anchor ? `#${props.anchor}` : ''}`}>{props.fullName}</a>{' '}
      <SampleMark shown={props.isSample} />
      <br />
      <span class="muted">{props.officeName}</span>
    </>
  );
}
