import type { SubjectKind } from '../subjects/kinds.ts';
import { cleanText } from '../web/form.ts';
import { type Cursor, readCursor, writeCursor } from '../web/list-cursor.ts';
import { isLevel, isSubjectKind, type Level } from './show-words.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

/** How the list can be sorted; the value is the one in the address. */
export const SORTS = ['ten', 'sua', 'don_vi'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list is narrowed to. Everything stands in the address, so that a list can be sent on. */
export interface ExemplarFilter {
  /** A name or part of one, as typed. */
  text: string;
  states: readonly ExemplarState[];
  fieldId: number | null;
  kind: SubjectKind | null;
  /** Each with all offices below it. */
  districtId: number | null;
  officeId: number | null;
  level: Level | null;
  /** Under care, and not checked in the present year. */
  checkMissing: boolean;
  foundYear: number | null;
  sort: Sort;
  descending: boolean;
}

/** From which row on a page is shown. */
export type ListPlace = { kind: 'start' } | { kind: 'after' | 'before'; cursor: Cursor };

/** Name of a filter → name of its parameter in the address and of its field in the form. */
export const PARAM = {
  text: 'q',
  states: 'trang_thai',
  fieldId: 'linh_vuc',
  kind: 'loai',
  districtId: 'huyen',
  officeId: 'don_vi',
  level: 'cap',
  checkMissing: 'thieu_kiem_tra',
  foundYear: 'nam',
  sort: 'xep',
  after: 'sau',
  before: 'truoc',
} as const;

type Query = Readonly<Record<string, readonly string[] | undefined>>;

/** The filter in an address. What cannot be understood is left out: a list never answers with an error. */
export function readFilter(query: Query): ExemplarFilter {
  const one = (name: keyof typeof PARAM) => query[PARAM[name]]?.[0] ?? '';
  const kind = one('kind');
  const level = one('level');
  const year = Number(one('foundYear'));
  return {
    text: cleanText(one('text')).trim().slice(0, 100),
    states: [...new Set(query[PARAM.states] ?? [])].filter(isState),
    fieldId: idIn(one('fieldId')),
    kind: isSubjectKind(kind) ? kind : null,
    districtId: idIn(one('districtId')),
    officeId: idIn(one('officeId')),
    level: isLevel(level) ? level : null,
    checkMissing: one('checkMissing') === '1',
    foundYear: Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null,
    ...sortIn(one('sort')),
  };
}

/** The row values at which a page of this sort begins; see `list-query.ts` for what they are. */
export const CURSOR_SHAPE: Record<Sort, readonly ('string' | 'number')[]> = {
  ten: ['string', 'string', 'number'],
  sua: ['string', 'number'],
  don_vi: ['string', 'number', 'string', 'string', 'number'],
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

export function readPlace(query: Query, sort: Sort): ListPlace {
  for (const kind of ['after', 'before'] as const) {
    const written = query[PARAM[kind]]?.[0];
    const cursor = written ? readCursor(written, CURSOR_SHAPE[sort]) : null;
    if (cursor && (sort !== 'sua' || isMoment(String(cursor[0])))) return { kind, cursor };
  }
  return { kind: 'start' };
}

const isMoment = (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

/** The address of the list under a filter, with the filters that say nothing left out. */
export function addressOf(
  path: string,
  filter: ExemplarFilter,
  place: ListPlace = { kind: 'start' },
): string {
  const params = new URLSearchParams(pairsOf(filter));
  if (place.kind !== 'start') params.set(PARAM[place.kind], writeCursor(place.cursor));
  const written = params.toString();
  return written ? `${path}?${written}` : path;
}

function pairsOf(filter: ExemplarFilter): string[][] {
  const { sort, descending } = filter;
  const single: [keyof typeof PARAM, string | number | null][] = [
    ['text', filter.text],
    ['fieldId', filter.fieldId],
    ['kind', filter.kind],
    ['districtId', filter.districtId],
    ['officeId', filter.officeId],
    ['level', filter.level],
    ['checkMissing', filter.checkMissing ? '1' : null],
    ['foundYear', filter.foundYear],
    ['sort', sort === 'ten' && !descending ? null : writeSort(sort, descending)],
  ];
  return [
    ...filter.states.map((state) => [PARAM.states, state]),
    ...single.flatMap(([name, value]) => (value ? [[PARAM[name], String(value)]] : [])),
  ];
}

/** 'sua' runs from the newest change by itself, so the minus turns it to the oldest first. */
export const writeSort = (sort: Sort, descending: boolean): string =>
  (sort === 'sua') === descending ? sort : `-${sort}`;

function sortIn(written: string): Pick<ExemplarFilter, 'sort' | 'descending'> {
  const turned = written.startsWith('-');
  const named = turned ? written.slice(1) : written;
  const sort = SORTS.find((candidate) => candidate === named) ?? 'ten';
  return { sort, descending: (sort === 'sua') !== turned };
}

const idIn = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

const isState = (text: string): text is ExemplarState => Object.hasOwn(exemplarWorkflow.states, text);
