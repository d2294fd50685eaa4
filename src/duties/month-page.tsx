import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount } from '../ui/format.ts';
import { MonthCalendar } from '../ui/month-calendar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import type { DayMark } from '../ui/year-calendar.tsx';
import { STATE_LOOKS, STATE_NAMES } from './duty-state.tsx';
import { addressOf, LIST_PATH, type ListFilter, PARAM } from './list-filter.ts';
import { chipsOf } from './list-page.tsx';
import type { ListChoices } from './list-queries.ts';
import {
  MONTH,
  MONTH_VIEW,
  type Month,
  monthAfter,
  monthHref,
  monthInWords,
  VIEW,
  yearAndMonth,
} from './months.ts';
import type { DayCount } from './queries.ts';
import type { DutyState } from './state.ts';

interface MonthPageProps {
  filter: ListFilter;
  month: Month;
  counts: readonly DayCount[];
  choices: ListChoices;
  marks: readonly DayMark[];
  today: Day;
}

/** What is due in one month: each day with its duties and how they stand. */
export function MonthPage({ filter, month, counts, choices, marks, today }: MonthPageProps) {
  const [year, number] = yearAndMonth(month);
  const days = new Map<Day, DayCount[]>();
  for (const one of counts) days.set(one.dueOn, [...(days.get(one.dueOn) ?? []), one]);
  return (
    <>
      <PageHead
        title={`Nhiệm vụ ${monthInWords(month)}`}
        crumbs={[{ label: 'Nhiệm vụ', href: addressOf({ ...filter, page: 1 }) }, { label: 'Theo tháng' }]}
        lead="Việc đến hạn từng ngày của đơn vị mình và các đơn vị cấp dưới."
        actions={<ButtonLink href={addressOf({ ...filter, page: 1 })}>Xem danh sách</ButtonLink>}
      />
      <Months filter={filter} month={month} today={today} />
      <Filters filter={filter} month={month} choices={choices} counts={counts} />
      <MonthCalendar
        year={year}
        month={number}
        today={today}
        marks={marks}
        days={new Map([...days].map(([day, due]) => [day, <DueItems due={due} filter={filter} />]))}
        empty={`Không có việc nào đến hạn trong ${monthInWords(month)}.`}
      />
    </>
  );
}

/** The month before, this one and the one after, and the present one where it is another. */
function Months({ filter, month, today }: Pick<MonthPageProps, 'filter' | 'month' | 'today'>) {
  const near = [monthAfter(month, -1), month, monthAfter(month, 1)].filter((one) => one !== null);
  const present = today.slice(0, 7);
  const words = (one: Month): string => {
    if (one === present) return `Tháng này (${shortly(one)})`;
    if (one === month) return upperFirst(monthInWords(one));
    return one < month ? `Tháng trước (${shortly(one)})` : `Tháng sau (${shortly(one)})`;
  };
  return (
    <SwitchLinks
      label="Chọn tháng"
      links={[...new Set([...near, present])].map((one) => ({
        label: words(one),
        href: monthHref(filter, one),
        current: one === month,
      }))}
    />
  );
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const shortly = (month: Month): string => yearAndMonth(month).toReversed().join('/');

function Filters(props: Pick<MonthPageProps, 'filter' | 'month' | 'choices' | 'counts'>) {
  const { filter, month, choices, counts } = props;
  const narrowed = { ...filter, year: null };
  return (
    <FilterBar
      action={LIST_PATH}
      count={counts.reduce((sum, one) => sum + totalOf(one), 0)}
      noun="việc trong tháng"
      keep={{ [VIEW]: MONTH_VIEW, [MONTH]: month }}
      chips={chipsOf(narrowed, choices).map(({ label }) => ({
        label,
        removeHref: monthHref(
          label.startsWith('Đơn vị') ? { ...narrowed, officeId: null } : { ...narrowed, dutyId: null },
          month,
        ),
      }))}
      clearHref={monthHref({ ...filter, dutyId: null, officeId: null }, month)}
    >
      <SelectField
        name={PARAM.dutyId}
        label="Nhiệm vụ"
        placeholder="Tất cả"
        value={String(filter.dutyId ?? '')}
        options={choices.duties.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {choices.offices.length > 1 ? (
        <SelectField
          name={PARAM.officeId}
          label="Đơn vị (và cấp dưới)"
          placeholder="Tất cả"
          value={String(filter.officeId ?? '')}
          options={choices.offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
    </FilterBar>
  );
}

/** The states in the order in which they ask for attention. */
const IN_ORDER = ['late', 'open', 'done_late', 'done', 'excused', 'void'] as const satisfies DutyState[];

const totalOf = ({ counts }: DayCount): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function DueItems({ due, filter }: { due: readonly DayCount[]; filter: ListFilter }) {
  return (
    <ul class="month-items plain-list">
      {due.map((one) => (
        <li>
          <a href={hrefOf(one, filter)}>{one.dutyName}</a>
          <div class="muted">{one.only ? one.only.officeName : `${formatCount(totalOf(one))} đơn vị`}</div>
          {IN_ORDER.filter((state) => one.counts[state]).map((state) => (
            <StateTag {...STATE_LOOKS[state]} word={stateInWords(one, state)} />
          ))}
        </li>
      ))}
    </ul>
  );
}

const stateInWords = ({ counts, only }: DayCount, state: DutyState): string =>
  only ? STATE_NAMES[state] : `${STATE_NAMES[state]} ${formatCount(counts[state] ?? 0)}`;

/** The one thing itself, or the list of them all. */
const hrefOf = ({ only, dutyId, dueOn }: DayCount, { officeId }: ListFilter): string =>
  only
    ? `/nhiem-vu/muc/${only.id}`
    : addressOf({
        shown: 'tat-ca',
        year: Number(dueOn.slice(0, 4)),
        dutyId,
        officeId,
        page: 1,
      });
