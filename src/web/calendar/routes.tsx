import { z } from 'zod';
import { weekday } from '../../calendar/days.ts';
import {
  addByRule,
  holidaysOf,
  keepsCalendar,
  missingByRule,
  numberOf,
  removeHoliday,
  setHoliday,
} from '../../calendar/edit-holidays.ts';
import { HOLIDAY_YEARS } from '../../calendar/vietnamese-holidays.ts';
import { makeCalendar } from '../../calendar/working-days.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { answerRefusal } from '../answer.tsx';
import { redirectWith } from '../flash.ts';
import { readForm, type Typed } from '../form.ts';
import { choice, day, optionalText, text, wholeNumber } from '../form-fields.ts';
import { officePage } from '../page.tsx';
import { queryDay, queryNumber } from '../query.ts';
import { get, post, type Route } from '../route.ts';
import { acting, actorOf, type Visit } from '../visit.ts';
import { HolidaysPage } from './holidays-page.tsx';

const PATH = '/danh-muc/ngay-nghi';
const { first, last } = HOLIDAY_YEARS;

const holidayForm = z
  .object({
    day: day('ngày'),
    kind: choice('loại ngày', ['off', 'work']),
    name: text('tên ngày', 200),
    source: optionalText('căn cứ', 300),
  })
  .superRefine((row, context) => {
    const isWeekend = weekday(row.day) === 0 || weekday(row.day) === 6;
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['day'], message });
    if (row.kind === 'work' && !isWeekend) wrong('Ngày làm bù phải là thứ bảy hoặc chủ nhật.');
    const year = Number(row.day.slice(0, 4));
    if (year < first || year > last) wrong(`Lịch chỉ giữ các năm từ ${first} đến ${last}.`);
  });

export const calendarRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => showYear(visit, yearOf(visit), FRESH)),
  post(PATH, 'signed_in', async (visit) => {
    const form = await readForm(visit, holidayForm);
    if (!form.ok)
      return showYear(visit, yearOf(visit), { errors: form.errors, reasons: [], typed: form.typed });
    const row = form.value;
    const outcome = await setHoliday(acting(visit, form.key), { ...row, version: form.version });
    const backTo = `${PATH}?nam=${row.day.slice(0, 4)}`;
    if (!outcome.ok) {
      return answerRefusal(visit, outcome.refusal, {
        backTo,
        thing: { kind: 'holiday', id: numberOf(row.day), version: form.version },
        sent: form,
        again: (errors, reasons) =>
          showYear(visit, Number(row.day.slice(0, 4)), { errors, reasons, typed: form.typed }),
      });
    }
    return redirectWith(visit, backTo, 'Đã ghi ngày này vào lịch.');
  }),
  post(`${PATH}/bo`, 'signed_in', async (visit) => {
    const form = await readForm(visit, z.object({ day: day('ngày') }));
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: PATH });
    const outcome = await removeHoliday(acting(visit, form.key), form.value.day);
    const backTo = `${PATH}?nam=${form.value.day.slice(0, 4)}`;
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo });
    return redirectWith(visit, backTo, 'Đã bỏ ngày này khỏi lịch.');
  }),
  post(`${PATH}/theo-quy-tac`, 'signed_in', async (visit) => {
    const form = await readForm(visit, z.object({ year: wholeNumber('năm', first, last) }));
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: PATH });
    const outcome = await addByRule(acting(visit, form.key), form.value.year);
    const backTo = `${PATH}?nam=${form.value.year}`;
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo });
    return redirectWith(visit, backTo, `Đã thêm ${outcome.value.count} ngày theo quy tắc.`);
  }),
];

/** The year that is asked for, held within the calendar; this one unless told. */
function yearOf(visit: Visit): number {
  const thisYear = Number(visit.get('deps').clock.today().slice(0, 4));
  return Math.min(last, Math.max(first, queryNumber(visit, 'nam') ?? thisYear));
}

interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

const FRESH: Again = { errors: {}, reasons: [], typed: {} };

async function showYear(visit: Visit, year: number, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const days = await holidaysOf(db, year);
  const toChange = queryDay(visit, 'sua');
  return officePage(visit, {
    title: `Ngày nghỉ năm ${year}`,
    pictures: true,
    status: again === FRESH ? 200 : 422,
    children: (
      <HolidaysPage
        {...{ year, days }}
        {...again}
        today={clock.today()}
        changed={days.find(({ day }) => day === toChange) ?? null}
        missing={missingByRule(days, year)}
        workingDays={makeCalendar(days).workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)}
        mayKeep={keepsCalendar(actorOf(visit))}
      />
    ),
  });
}
