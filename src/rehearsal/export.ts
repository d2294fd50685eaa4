import type { PlanOfDuties } from '../duties/duty-queries.ts';
import { STATE_NAMES } from '../duties/duty-state.tsx';
import type { Sheet, Workbook } from '../papers/workbook.ts';
import { formatDate } from '../ui/format.ts';
import type { Asked } from './asked.ts';
import { BEHAVIOUR_NAMES } from './behaviour.ts';
import type { MonthLoad } from './clashes.ts';
import { workOf } from './clashes-view.tsx';
import { REMINDER_NAMES } from './days-view.tsx';
import { type PlayedDay, playedState } from './play.ts';
import type { Played } from './played.ts';

/** More reminders than this are no list that anybody reads; the others are counted on the screen. */
const MOST_REMINDERS = 20_000;

/** The play as a workbook. `days`: every day of it. Things due, reminders, clashes, and the load by month. */
export function playBook(
  plan: PlanOfDuties,
  asked: Asked,
  played: Played,
  days: readonly PlayedDay[],
): Workbook {
  const note = `Bản chạy thử kế hoạch ${plan.number}, từ ${formatDate(asked.from)} đến ${formatDate(asked.to)}; ${BEHAVIOUR_NAMES[asked.behaviour].toLowerCase()}. Không có gì được gửi đi hay ghi lại.`;
  const sheets = [
    itemSheet(asked, played),
    reminderSheet(days),
    clashSheet(played),
    loadSheet('Việc theo tháng', 'Đơn vị', played.due, played.months),
    loadSheet('Nhận theo tháng', 'Nơi nhận', played.arriving, played.months),
  ];
  return { title: `Chạy thử kế hoạch ${plan.number}`, sheets: sheets.map((sheet) => ({ ...sheet, note })) };
}

const date = (label: string) => ({ label, kind: 'date' as const });

function itemSheet(asked: Asked, { items }: Played): Sheet {
  return {
    name: 'Việc',
    title: 'Việc được giao và đến hạn',
    columns: [
      { label: 'Nhiệm vụ' },
      { label: 'Kỳ' },
      { label: 'Đơn vị' },
      date('Ngày giao'),
      date('Hạn'),
      date('Ngày làm xong'),
      { label: 'Kết quả cuối bản chạy' },
      { label: 'Nơi nhận' },
    ],
    rows: items
      .filter(({ dueOn }) => asked.from <= dueOn && dueOn <= asked.to)
      .map((item) => [
        item.dutyName,
        item.periodWords,
        item.officeName,
        item.givenOn,
        item.dueOn,
        item.doneOn,
        STATE_NAMES[playedState(item, asked.to)],
        item.receiverName,
      ]),
  };
}

function reminderSheet(days: readonly PlayedDay[]): Sheet {
  const rows = days.flatMap(({ day, reminders }) =>
    reminders.map(({ kind, sentence }) => [day, REMINDER_NAMES[kind], sentence]),
  );
  return {
    name: 'Nhắc việc',
    title: 'Lượt nhắc sẽ gửi',
    columns: [date('Ngày'), { label: 'Loại' }, { label: 'Nội dung' }],
    rows: rows.slice(0, MOST_REMINDERS),
  };
}

function clashSheet({ clashes }: Played): Sheet {
  const rows = [
    ...clashes.daysOff.map(({ day, why, items }) => [
      'Hạn vào ngày nghỉ',
      day,
      why,
      items.length,
      workOf(items),
    ]),
    ...clashes.weeks.map(({ week, officeName, items }) => [
      'Đơn vị dồn việc (tuần)',
      week,
      officeName,
      items.length,
      workOf(items),
    ]),
    ...clashes.desks.map(({ day, officeName, items }) => [
      'Nơi nhận dồn việc (ngày)',
      day,
      officeName,
      items.length,
      workOf(items),
    ]),
  ];
  return {
    name: 'Chỗ vướng',
    title: 'Chỗ vướng trong năm',
    columns: [
      { label: 'Loại' },
      date('Ngày'),
      { label: 'Đơn vị hoặc ngày nghỉ' },
      { label: 'Số việc', kind: 'number' },
      { label: 'Việc' },
    ],
    rows,
  };
}

function loadSheet(
  name: string,
  head: string,
  loads: readonly MonthLoad[],
  months: readonly string[],
): Sheet {
  return {
    name,
    title: name,
    columns: [
      { label: head },
      ...months.map((month) => ({
        label: `${month.slice(5)}/${month.slice(0, 4)}`,
        kind: 'number' as const,
      })),
      { label: 'Cả năm', kind: 'number' },
    ],
    rows: loads.map(({ officeName, counts, sum }) => [officeName, ...counts, sum]),
  };
}
