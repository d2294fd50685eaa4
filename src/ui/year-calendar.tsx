/** A day that is not what its weekday is. */
export interface DayMark {
  /** `yyyy-mm-dd` */
  day: string;
  /** off: nobody works although it may be a weekday; work: a Saturday or Sunday that is worked. */
  kind: 'off' | 'work';
  name: string;
  href?: string | undefined;
}

export const WEEKDAYS = [
  ['T2', 'Thứ hai'],
  ['T3', 'Thứ ba'],
  ['T4', 'Thứ tư'],
  ['T5', 'Thứ năm'],
  ['T6', 'Thứ sáu'],
  ['T7', 'Thứ bảy'],
  ['CN', 'Chủ nhật'],
] as const;
const KIND_WORDS = { off: 'nghỉ', work: 'làm bù' } as const;

/** A year at a glance: twelve months, weeks from Monday, marked days by colour, shape and word. */
export function YearCalendar(props: { year: number; marks: readonly DayMark[]; today?: string | undefined }) {
  const marks = new Map(props.marks.map((mark) => [mark.day, mark]));
  return (
    <div class="year">
      <div class="year-months">
        {Array.from({ length: 12 }, (_, month) => (
          <Month year={props.year} month={month + 1} marks={marks} today={props.today} />
        ))}
      </div>
      <p class="year-legend" aria-hidden="true">
        <span>
          <b class="year-day is-off">1</b> ngày nghỉ lễ, nghỉ bù
        </span>
        <span>
          <b class="year-day is-work">1</b> ngày làm bù
        </span>
        <span>
          <b class="year-day is-weekend">1</b> cuối tuần
        </span>
      </p>
    </div>
  );
}

interface MonthProps {
  year: number;
  month: number;
  marks: ReadonlyMap<string, DayMark>;
  today: string | undefined;
}

function Month({ year, month, marks, today }: MonthProps) {
  return (
    <table class="year-month">
      <caption>Tháng {month}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([short, long]) => (
            <th scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr>
            {week.map((number, column) => (
              <td>
                {number === null ? null : (
                  <DayCell
                    number={number}
                    isWeekend={column > 4}
                    isToday={isoOf(year, month, number) === today}
                    mark={marks.get(isoOf(year, month, number))}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  number: number;
  isWeekend: boolean;
  isToday: boolean;
  mark: DayMark | undefined;
}

function DayCell({ number, isWeekend, isToday, mark }: DayCellProps) {
  const looks = [
    'year-day',
    mark ? `is-${mark.kind}` : isWeekend ? 'is-weekend' : '',
    isToday ? 'is-today' : '',
  ];
  const content = (
    <>
      {number}
      {isToday ? <span class="visually-hidden"> (hôm nay)</span> : null}
      {mark ? <span class="visually-hidden">{` ${KIND_WORDS[mark.kind]}: ${mark.name}`}</span> : null}
    </>
  );
  const shared = { class: looks.filter(Boolean).join(' '), title: mark?.name };
  return mark?.href ? (
    <a {...shared} href={mark.href}>
      {content}
    </a>
  ) : (
    <span {...shared}>{content}</span>
  );
}

export const isoOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The days of a month in weeks from Monday; null before the first and after the last one. */
export function weeksOf(year: number, month: number): (number | null)[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((first + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_cell, column) => {
      const day = week * 7 + column - first + 1;
      return day >= 1 && day <= length ? day : null;
    }),
  );
}
