import type { Child } from 'hono/jsx';
import { type DayMark, isoOf, WEEKDAYS, weeksOf } from './year-calendar.tsx';

export interface MonthCalendarProps {
  year: number;
  month: number;
  /** What stands on a day, by ISO day. */
  days: ReadonlyMap<string, Child>;
  /** Days off and days worked in exchange. */
  marks: readonly DayMark[];
  today?: string | undefined;
  /** What a phone says of a month in which nothing stands. */
  empty: string;
}

/** One month: weeks from Monday in a grid; on a phone a list of the days on which something stands. */
export function MonthCalendar(props: MonthCalendarProps) {
  return (
    <>
      <MonthGrid {...props} />
      <div class="month-list">
        <MonthList {...props} />
      </div>
    </>
  );
}

function MonthGrid({ year, month, days, marks, today }: MonthCalendarProps) {
  const named = new Map(marks.map((mark) => [mark.day, mark]));
  return (
    <table class="month-grid">
      <caption class="visually-hidden">{`Tháng ${month}/${year}`}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([, long]) => (
            <th scope="col">{long}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr>
            {week.map((number, column) => {
              if (number === null) return <td />;
              const day = isoOf(year, month, number);
              const mark = named.get(day);
              return (
                <td class={looksOf(column, mark, day === today)}>
                  <DayHead number={number} mark={mark} isToday={day === today} />
                  {days.get(day)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const looksOf = (column: number, mark: DayMark | undefined, isToday: boolean): string =>
  [
    'month-day',
    mark?.kind === 'off' || (column > 4 && mark?.kind !== 'work') ? 'is-off' : '',
    isToday ? 'is-today' : '',
  ]
    .filter(Boolean)
    .join(' ');

interface DayHeadProps {
  number: number;
  mark: DayMark | undefined;
  isToday: boolean;
}

function DayHead({ number, mark, isToday }: DayHeadProps) {
  return (
    <p>
      <b>{number}</b>
      {isToday ? <span class="muted"> hôm nay</span> : null}
      {mark ? <span class="muted"> {mark.name}</span> : null}
    </p>
  );
}

/** The same by day, for a screen that has no room for seven columns. */
function MonthList({ year, month, days, marks, today, empty }: MonthCalendarProps) {
  const named = new Map(marks.map((mark) => [mark.day, mark]));
  const shown = weeksOf(year, month).flatMap((week) =>
    week.flatMap((number, column) => {
      const day = number === null ? '' : isoOf(year, month, number);
      return number !== null && days.has(day) ? [{ number, day, weekday: WEEKDAYS[column]?.[1] ?? '' }] : [];
    }),
  );
  if (shown.length === 0) return <p>{empty}</p>;
  return (
    <ul class="plain-list">
      {shown.map(({ number, day, weekday }) => (
        <li>
          <p>
            <b>{`${weekday}, ${number}/${month}`}</b>
            {day === today ? <span class="muted"> hôm nay</span> : null}
            {named.has(day) ? <span class="muted"> {named.get(day)?.name}</span> : null}
          </p>
          {days.get(day)}
        </li>
      ))}
    </ul>
  );
}
