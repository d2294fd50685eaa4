import { daysFrom } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { PAPER_NAMES } from '../desks/stay.ts';
import { DutyState } from '../duties/duty-state.tsx';
import type { DutyItem } from '../duties/queries.ts';
import { itemName, workHref } from '../duties/words.ts';
import type { Day } from '../platform/clock.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { PaperForMe } from './my-work-due.ts';
import { PAPER_PATHS } from './paper-notices.ts';

interface DueTableProps {
  items: readonly DutyItem[];
  today: Day;
  calendar: WorkCalendar;
}

/** What is owed, each with its state, its day and where it is done. */
export function DueTable({ items, today, calendar }: DueTableProps) {
  return (
    <DataTable
      caption="Nhiệm vụ đến hạn"
      captionHidden
      columns={[
        { key: 'what', label: 'Việc', width: 'wide' },
        { key: 'state', label: 'Tình trạng' },
        { key: 'due', label: 'Hạn' },
        { key: 'to', label: 'Gửi đến' },
      ]}
      rows={items.map((item) => ({
        what: (
          <>
            <a href={workHref(item)}>{itemName(item)}</a>
            <div class="muted">{item.officeName}</div>
          </>
        ),
        state: <DutyState item={item} today={today} />,
        due: (
          <>
            {formatDate(item.dueOn)}
            {item.dueOn >= today ? (
              <div class="muted">
                còn {formatCount(calendar.workingDaysBetween(today, item.dueOn))} ngày làm việc
              </div>
            ) : null}
          </>
        ),
        to: item.receiverName ?? <span class="muted">không phải gửi</span>,
      }))}
    />
  );
}

/** Papers that lie on one's desk, or about which one was asked. */
export function PaperTable({
  papers,
  today,
  caption,
}: {
  papers: readonly PaperForMe[];
  today: Day;
  caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'paper', label: 'Văn bản', width: 'wide' },
        { key: 'waits', label: 'Chờ việc gì', width: 'wide' },
        { key: 'since', label: 'Từ ngày' },
        { key: 'due', label: 'Hạn' },
      ]}
      rows={papers.map((one) => ({
        paper: (
          <a href={`${PAPER_PATHS[one.paper]}/${one.paperId}`}>
            {upperFirst(PAPER_NAMES[one.paper])}
            {one.authorName ? ` – ${one.authorName}` : ''}
          </a>
        ),
        waits: (
          <>
            {one.waitsFor}
            {one.reasons.length > 0 ? (
              <ul>
                {one.reasons.map(({ label, reason }) => (
                  <li>
                    <strong>{label}:</strong> {reason}
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        ),
        since: `${formatDate(one.since)} (${formatCount(daysFrom(one.since, today))} ngày)`,
        due: <Due dueOn={one.dueOn} today={today} />,
      }))}
    />
  );
}

function Due({ dueOn, today }: { dueOn: Day | null; today: Day }) {
  if (dueOn === null) return <span class="muted">không đặt hạn</span>;
  return (
    <>
      {formatDate(dueOn)} {dueOn < today ? <StateTag tone="warn" word="quá hạn" shape="clock" /> : null}
    </>
  );
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
