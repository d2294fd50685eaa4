import type { Reminder, ReminderKind } from '../notices/reminder-rules.ts';
import { REMINDER_KINDS } from '../notices/reminder-rules.ts';
import { Fold } from '../ui/fold.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { PlayedDay, PlayItem } from './play.ts';

export const REMINDER_NAMES: Record<ReminderKind, string> = {
  due_soon: 'sắp đến hạn',
  due_today: 'đến hạn hôm nay',
  overdue: 'quá hạn',
  overdue_below: 'báo cấp trên',
};

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
const weekdayOf = (day: string): string => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** Day by day: what is given, what is due, what arrives, of what people are reminded. */
export function DaysPlayed({ days, items }: { days: readonly PlayedDay[]; items: readonly PlayItem[] }) {
  const names = new Map(items.map((item) => [item.id, item]));
  return (
    <DataTable
      caption="Từng ngày của bản chạy thử"
      captionHidden
      columns={[
        { key: 'day', label: 'Ngày', width: 'narrow' },
        { key: 'given', label: 'Giao việc' },
        { key: 'due', label: 'Đến hạn' },
        { key: 'arriving', label: 'Gửi đến' },
        { key: 'reminders', label: 'Nhắc' },
      ]}
      rows={days.map(({ day, given, due, arriving, reminders }) => ({
        day: (
          <>
            {formatDate(day)}
            <br />
            <span class="muted">{weekdayOf(day)}</span>
          </>
        ),
        given: <Grouped items={given} />,
        due: <Grouped items={due} />,
        arriving: <Grouped items={arriving} byReceiver />,
        reminders: <Reminded reminders={reminders} names={names} />,
      }))}
      empty="Trong khoảng này không có việc gì xảy ra."
    />
  );
}

const MOST_NAMES = 12;

/** 'Báo cáo năm – Năm 2018: 26 đơn vị', with the names behind it. */
function Grouped({ items, byReceiver }: { items: readonly PlayItem[]; byReceiver?: boolean }) {
  if (items.length === 0) return <span class="muted">–</span>;
  const groups = new Map<string, PlayItem[]>();
  for (const item of items) {
    const to = byReceiver ? ` → ${item.receiverName ?? ''}` : '';
    const key = `${item.dutyName} – ${item.periodWords}${to}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return (
    <>
      {[...groups].map(([what, of]) =>
        of.length === 1 ? (
          <p>
            {what}: {of[0]?.officeName}
          </p>
        ) : (
          <Fold summary={`${what}: ${formatCount(of.length)} đơn vị`}>
            <p>{namesOf(of)}</p>
          </Fold>
        ),
      )}
    </>
  );
}

function namesOf(items: readonly PlayItem[]): string {
  const names = items.slice(0, MOST_NAMES).map(({ officeName }) => officeName);
  const more = items.length - names.length;
  return `${names.join('; ')}${more > 0 ? `; và ${formatCount(more)} đơn vị khác (đủ trong bảng tính)` : ''}`;
}

function Reminded({
  reminders,
  names,
}: {
  reminders: readonly Reminder[];
  names: ReadonlyMap<number, PlayItem>;
}) {
  if (reminders.length === 0) return <span class="muted">–</span>;
  return (
    <>
      {REMINDER_KINDS.map((kind) => {
        const of = reminders.filter((reminder) => reminder.kind === kind);
        if (of.length === 0) return null;
        const items = [...new Set(of.map(({ itemId }) => itemId))].flatMap((id) => names.get(id) ?? []);
        return (
          <Fold summary={`${formatCount(of.length)} lượt ${REMINDER_NAMES[kind]}`}>
            <p>{namesOf(items)}</p>
            <p class="muted">Ví dụ: {of[0]?.sentence}</p>
          </Fold>
        );
      })}
    </>
  );
}
