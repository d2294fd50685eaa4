import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { DayMark } from '../ui/year-calendar.tsx';
import { withQuery } from '../web/query.ts';
import { LIST_PATH, type ListFilter, PARAM } from './list-filter.ts';

/** Parameters of the address of the month view. */
export const VIEW = 'xem';
export const MONTH_VIEW = 'thang';
export const MONTH = 'thang';

/** A month, as '2018-11'. */
export type Month = string;

/** The month that an address names, between 1900 and 2199; null when it is none. */
export const readMonth = (text: string): Month | null =>
  /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null;

const partsOf = (month: Month): [year: number, month: number] => {
  const [year, number] = month.split('-').map(Number);
  return [year ?? 0, number ?? 1];
};

/** 'tháng 11/2018' */
export const monthInWords = (month: Month): string => {
  const [year, number] = partsOf(month);
  return `tháng ${number}/${year}`;
};

export const yearAndMonth = partsOf;

/** The month so many months later, or before; null where the addresses end. */
export function monthAfter(month: Month, by: number): Month | null {
  const [year, number] = partsOf(month);
  const at = year * 12 + number - 1 + by;
  return readMonth(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
}

export const firstOf = (month: Month): Day => `${month}-01`;

export function lastOf(month: Month): Day {
  const [year, number] = partsOf(month);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Days off, and days worked in exchange, that are on record for a span of days. One query. */
export async function daysMarked(
  db: Reader,
  { dueFrom, dueTo }: { dueFrom: Day; dueTo: Day },
): Promise<DayMark[]> {
  const rows = await db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', dueFrom)
    .where('day', '<=', dueTo)
    .orderBy('day')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === 'work' ? 'work' : 'off' }));
}

/** The address of a month with the duty and the office that the list is narrowed to. */
export const monthHref = ({ dutyId, officeId }: ListFilter, month: Month): string =>
  withQuery(LIST_PATH, {
    [VIEW]: MONTH_VIEW,
    [MONTH]: month,
    [PARAM.dutyId]: dutyId,
    [PARAM.officeId]: officeId,
  });
