import { weekday } from '../../calendar/days.ts';
import type { KeptHoliday } from '../../calendar/edit-holidays.ts';
import type { HolidayRow } from '../../calendar/vietnamese-holidays.ts';
import type { Day } from '../../platform/clock.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { DataTable } from '../../ui/table.tsx';
import { YearCalendar } from '../../ui/year-calendar.tsx';
import type { Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { HolidayForm } from './holiday-form.tsx';

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

export interface HolidaysPageProps {
  year: number;
  today: Day;
  days: readonly KeptHoliday[];
  /** What the rule has and the record has not. */
  missing: readonly HolidayRow[];
  workingDays: number;
  mayKeep: boolean;
  /** The day whose row is being changed; null: a new one is written. */
  changed: KeptHoliday | null;
  typed: Typed;
  errors: FieldErrors;
  reasons: readonly Reason[];
}

/** The days of a year that differ from their weekday, with where each is laid down. */
export function HolidaysPage(props: HolidaysPageProps) {
  const { year, days, missing, workingDays, mayKeep } = props;
  const at = (other: number) => `/danh-muc/ngay-nghi?nam=${other}`;
  return (
    <>
      <PageHead
        title={`Ngày nghỉ, ngày làm bù năm ${year}`}
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Ngày nghỉ' }]}
        lead={`Thứ hai đến thứ sáu là ngày làm việc, trừ các ngày dưới đây. Năm ${year} có ${workingDays} ngày làm việc. Mọi hạn tính bằng ngày làm việc theo lịch này; sửa lịch thì hạn của việc chưa đến hạn được tính lại trong vòng một ngày.`}
        actions={
          <>
            <ButtonLink href={at(year - 1)}>Năm {year - 1}</ButtonLink>
            <ButtonLink href={at(year + 1)}>Năm {year + 1}</ButtonLink>
          </>
        }
      />
      <YearCalendar
        year={year}
        today={props.today}
        marks={days.map(({ day, kind, name }) => ({ day, kind, name, href: `#${anchorOf(day)}` }))}
      />
      <DataTable
        caption={`Ngày nghỉ, ngày làm bù năm ${year}`}
        captionHidden
        columns={[
          { key: 'day', label: 'Ngày' },
          { key: 'name', label: 'Tên', width: 'wide' },
          { key: 'kind', label: 'Loại' },
          { key: 'source', label: 'Căn cứ', width: 'wide' },
          ...(mayKeep ? [{ key: 'change', label: 'Sửa hoặc bỏ', labelHidden: true }] : []),
        ]}
        rows={days.map((row) => ({
          day: (
            <span id={anchorOf(row.day)}>
              {WEEKDAYS[weekday(row.day)]}, {formatDate(row.day)}
            </span>
          ),
          name: row.name,
          kind:
            row.kind === 'off' ? (
              <StateTag tone="good" word="nghỉ" />
            ) : (
              <StateTag tone="progress" word="làm bù" />
            ),
          source: row.source ?? <span class="unknown">tính theo quy tắc, chưa đối chiếu văn bản</span>,
          change: mayKeep ? <Change row={row} /> : null,
        }))}
        empty={
          <EmptyState title={`Chưa có ngày nghỉ nào của năm ${year}`}>
            Không có ngày nghỉ thì hạn tính bằng ngày làm việc chỉ trừ thứ bảy, chủ nhật.
          </EmptyState>
        }
      />
      {mayKeep && missing.length > 0 ? <Proposal year={year} missing={missing} /> : null}
      {mayKeep ? <HolidayForm {...props} /> : null}
    </>
  );
}

const anchorOf = (day: Day): string => `ngay-${day}`;

function Change({ row }: { row: HolidayRow }) {
  const which = <span class="visually-hidden"> {formatDate(row.day)}</span>;
  return (
    <form method="post" action="/danh-muc/ngay-nghi/bo" class="row-links">
      <ButtonLink small href={`/danh-muc/ngay-nghi?nam=${row.day.slice(0, 4)}&sua=${row.day}#ghi`}>
        Sửa{which}
      </ButtonLink>
      <HiddenFields />
      <input type="hidden" name="day" value={formatDate(row.day)} />
      <Button small>Bỏ{which}</Button>
    </form>
  );
}

function Proposal({ year, missing }: { year: number; missing: readonly HolidayRow[] }) {
  return (
    <Section
      id="de-xuat"
      title={`Đề xuất theo quy tắc cho năm ${year}`}
      count={missing.length}
      intro="Theo Bộ luật Lao động và âm lịch Việt Nam. Ngày nào của Tết và Quốc khánh do quyết định hằng năm định, ngày hoán đổi thì phải tự ghi."
    >
      <ul>
        {missing.map(({ day, name }) => (
          <li>
            {WEEKDAYS[weekday(day)]}, {formatDate(day)}: {name}
          </li>
        ))}
      </ul>
      <form method="post" action="/danh-muc/ngay-nghi/theo-quy-tac">
        <HiddenFields />
        <input type="hidden" name="year" value={String(year)} />
        <Button>Thêm {missing.length} ngày này</Button>
      </form>
    </Section>
  );
}
