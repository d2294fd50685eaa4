import { daysFrom } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Stay } from './stay.ts';

/** Whole days that a paper has lain, or lay, on a desk. */
export const daysOnDesk = ({ since, until }: Pick<Stay, 'since' | 'until'>, today: Day): number =>
  daysFrom(since, until ?? today);

/** Where a paper is, since when, until when, waiting for what: the one line that stands wherever the paper appears. */
export function DeskLine({ stay, today }: { stay: Stay | null; today: Day }) {
  if (!stay) return null;
  const late = stay.dueOn !== null && stay.dueOn < today;
  return (
    <p class="desk-line">
      Đang ở bàn của <strong>{stay.officeName}</strong>, từ ngày {formatDate(stay.since)} (
      {formatCount(daysOnDesk(stay, today))} ngày)
      {stay.dueOn ? `, hạn ${formatDate(stay.dueOn)}` : ''}, còn chờ {stay.waitsFor}.{' '}
      {late && stay.dueOn ? (
        <StateTag tone="warn" word={`quá hạn ${formatCount(daysFrom(stay.dueOn, today))} ngày`} />
      ) : null}
    </p>
  );
}

/** Every desk that the paper has lain on, with the days spent on each and in all. */
export function DeskHistory({ stays, today }: { stays: readonly Stay[]; today: Day }) {
  const total = stays.reduce((sum, stay) => sum + daysOnDesk(stay, today), 0);
  return (
    <DataTable
      caption="Văn bản đã qua các bàn"
      captionHidden
      columns={[
        { key: 'office', label: 'Ở bàn của' },
        { key: 'since', label: 'Từ ngày', width: 'narrow' },
        { key: 'until', label: 'Đến ngày', width: 'narrow' },
        { key: 'waits', label: 'Chờ việc gì' },
        { key: 'days', label: 'Số ngày', align: 'end', width: 'narrow' },
      ]}
      rows={stays.map((stay) => ({
        office: stay.officeName,
        since: formatDate(stay.since),
        until: stay.until ? formatDate(stay.until) : 'hiện nay',
        waits: (
          <>
            {stay.waitsFor}
            {stay.reason ? <div class="muted">Lý do chuyển: {stay.reason}</div> : null}
          </>
        ),
        days: formatCount(daysOnDesk(stay, today)),
      }))}
      foot={{ office: 'Tổng cộng', days: formatCount(total) }}
      empty="Văn bản chưa được gửi đi."
    />
  );
}
