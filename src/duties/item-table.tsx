import type { Child } from 'hono/jsx';
import { periodInWords } from '../calendar/periods.ts';
import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { type Column, DataTable } from '../ui/table.tsx';
import { DutyState } from './duty-state.tsx';
import type { DutyItem } from './queries.ts';
import { itemName } from './words.ts';

interface ItemTableProps {
  items: readonly DutyItem[];
  today: Day;
  /** Items that may be ticked to be reminded of. */
  mayRemind?: ReadonlySet<number> | undefined;
  empty?: Child;
}

/** Things due as a list, with a box to tick where this person may remind. */
export function ItemTable({ items, today, mayRemind, empty }: ItemTableProps) {
  const ticks = mayRemind && items.some(({ id }) => mayRemind.has(id));
  const columns: Column[] = [
    ...(ticks ? [{ key: 'tick', label: 'Chọn để nhắc', labelHidden: true, width: 'narrow' as const }] : []),
    { key: 'what', label: 'Việc', width: 'wide', primary: true },
    { key: 'office', label: 'Đơn vị' },
    { key: 'due', label: 'Hạn', width: 'narrow' },
    { key: 'state', label: 'Tình trạng', width: 'narrow' },
    { key: 'to', label: 'Nơi nhận' },
  ];
  return (
    <DataTable
      caption="Việc đến hạn"
      captionHidden
      columns={columns}
      empty={empty}
      rows={items.map((item) => ({
        tick: mayRemind?.has(item.id) ? (
          <input
            type="checkbox"
            name="item"
            value={String(item.id)}
            aria-label={`Nhắc ${item.officeName}: ${itemName(item)}`}
          />
        ) : null,
        what: (
          <>
            <a href={`/nhiem-vu/muc/${item.id}`}>{item.dutyName}</a>
            <br />
            <span class="muted">{periodInWords({ from: item.periodFrom, to: item.periodTo })}</span>
          </>
        ),
        office: item.officeName,
        due: formatDate(item.dueOn),
        state: <DutyState item={item} today={today} />,
        to: item.receiverName ?? <span class="muted">không gửi nơi nào</span>,
      }))}
    />
  );
}
