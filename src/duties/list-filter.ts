import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import { queryChoice, queryNumber, queryText, withQuery } from '../web/query.ts';
import type { Visit } from '../web/visit.ts';
import { STATE_NAMES } from './duty-state.tsx';
import type { ItemFilter } from './queries.ts';
import type { DutyState } from './state.ts';

/** What one may ask of the list by state; the first is asked unless told. */
export const SHOWN = [
  'chua-xong',
  'qua-han',
  'chua-den-han',
  'dung-han',
  'xong-muon',
  'duoc-mien',
  'tat-ca',
] as const;
export type Shown = (typeof SHOWN)[number];

export const SHOWN_NAMES: Record<Shown, string> = {
  'chua-xong': 'Chưa xong',
  'qua-han': STATE_NAMES.late,
  'chua-den-han': STATE_NAMES.open,
  'dung-han': STATE_NAMES.done,
  'xong-muon': STATE_NAMES.done_late,
  'duoc-mien': STATE_NAMES.excused,
  'tat-ca': 'Tất cả',
};

export const STATES_SHOWN: Record<Shown, readonly DutyState[]> = {
  'chua-xong': ['late', 'open'],
  'qua-han': ['late'],
  'chua-den-han': ['open'],
  'dung-han': ['done'],
  'xong-muon': ['done_late'],
  'duoc-mien': ['excused'],
  'tat-ca': ['late', 'open', 'done', 'done_late', 'excused', 'void'],
};

/** The list as its address asks for it. */
export interface ListFilter {
  shown: Shown;
  /** Due in this year; null: up to the end of the present one; 'all': whenever. */
  year: number | 'all' | null;
  dutyId: number | null;
  officeId: number | null;
  page: number;
}

export const PARAM = {
  shown: 'tinh_trang',
  year: 'nam',
  dutyId: 'nhiem_vu',
  officeId: 'don_vi',
  page: 'trang',
} as const;
export const ALL_YEARS = 'tat-ca';
export const LIST_PATH = '/nhiem-vu';
export const PER_PAGE = 100;

export function readListFilter(visit: Visit): ListFilter {
  const year = queryText(visit, PARAM.year, 10);
  return {
    shown: queryChoice(visit, PARAM.shown, SHOWN) ?? 'chua-xong',
    year: year === ALL_YEARS ? 'all' : /^(19|2[01])\d\d$/.test(year) ? Number(year) : null,
    dutyId: queryNumber(visit, PARAM.dutyId),
    officeId: queryNumber(visit, PARAM.officeId),
    page: Math.min(queryNumber(visit, PARAM.page) ?? 1, 10_000),
  };
}

/** The address of the list with this filter, its page only when it is not the first. */
export function addressOf(filter: ListFilter, path = LIST_PATH): string {
  return withQuery(path, {
    [PARAM.shown]: filter.shown === 'chua-xong' ? null : filter.shown,
    [PARAM.year]: filter.year === 'all' ? ALL_YEARS : filter.year,
    [PARAM.dutyId]: filter.dutyId,
    [PARAM.officeId]: filter.officeId,
    [PARAM.page]: filter.page > 1 ? filter.page : null,
  });
}

/** The filter as the query takes it, without its states. */
export function itemsAsked(filter: ListFilter, actor: Actor, today: Day): ItemFilter {
  const { year, dutyId, officeId } = filter;
  return {
    seenBy: actor,
    ...(dutyId === null ? {} : { dutyId }),
    ...(officeId === null ? {} : { branchOf: officeId }),
    ...(year === null ? { dueTo: `${today.slice(0, 4)}-12-31` } : {}),
    ...(typeof year === 'number' ? { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` } : {}),
  };
}
