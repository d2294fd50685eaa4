import { cleanText } from '../web/form.ts';
import { type Cursor, readCursor, writeCursor } from '../web/list-cursor.ts';
import { SUBJECT_KINDS, type SubjectKind } from './kinds.ts';

/** What the list of subjects is narrowed to; everything stands in the address, so that a list can be sent on. */
export interface SubjectFilter {
  /** A name or part of one, as typed. */
  text: string;
  kind: SubjectKind | null;
  /** With all offices below it. */
  officeId: number | null;
  /** Only those with an award, from before or of this programme. */
  awarded: boolean;
  /** Only those that may be one with another. */
  twins: boolean;
}

/** From which row on a page is shown. */
export type ListPlace = { kind: 'start' } | { kind: 'after' | 'before'; cursor: Cursor };

export const PARAM = {
  text: 'q',
  kind: 'loai',
  officeId: 'don_vi',
  awarded: 'khen_thuong',
  twins: 'trung',
  after: 'sau',
  before: 'truoc',
} as const;

type Query = Readonly<Record<string, readonly string[] | undefined>>;

/** The filter in an address. What cannot be understood is left out: a list never answers with an error. */
export function readFilter(query: Query): SubjectFilter {
  const one = (name: keyof typeof PARAM) => query[PARAM[name]]?.[0] ?? '';
  const office = one('officeId');
  return {
    text: cleanText(one('text')).trim().slice(0, 100),
    kind: SUBJECT_KINDS.find((kind) => kind === one('kind')) ?? null,
    officeId: /^[1-9]\d{0,14}$/.test(office) ? Number(office) : null,
    awarded: one('awarded') === '1',
    twins: one('twins') === '1',
  };
}

/** Given name, whole name, number. */
const CURSOR_SHAPE = ['string', 'string', 'number'] as const;

export function readPlace(query: Query): ListPlace {
  for (const kind of ['after', 'before'] as const) {
    const written = query[PARAM[kind]]?.[0];
    const cursor = written ? readCursor(written, CURSOR_SHAPE) : null;
    if (cursor) return { kind, cursor };
  }
  return { kind: 'start' };
}

/** The address of the list under a filter, with the filters that say nothing left out. */
export function addressOf(path: string, filter: SubjectFilter, place: ListPlace = { kind: 'start' }): string {
  const pairs: [keyof typeof PARAM, string | number | null][] = [
    ['text', filter.text],
    ['kind', filter.kind],
    ['officeId', filter.officeId],
    ['awarded', filter.awarded ? '1' : null],
    ['twins', filter.twins ? '1' : null],
  ];
  const params = new URLSearchParams(
    pairs.flatMap(([name, value]) => (value ? [[PARAM[name], String(value)]] : [])),
  );
  if (place.kind !== 'start') params.set(PARAM[place.kind], writeCursor(place.cursor));
  const written = params.toString();
  return written ? `${path}?${written}` : path;
}
