import { isSubjectKind } from '../exemplars/show-words.ts';
import type { ExemplarState } from '../exemplars/workflow.ts';
import type { SubjectKind } from '../subjects/kinds.ts';

/** Which files of a field one looks at; the value is the one in the address. */
export const TABS = ['ung-vien', 'da-chon', 'khong-chon', 'tra-lai'] as const;
export type Tab = (typeof TABS)[number];

export const TAB_NAMES: Record<Tab, string> = {
  'ung-vien': 'Đề nghị và chờ',
  'da-chon': 'Đã chọn',
  'khong-chon': 'Không chọn',
  'tra-lai': 'Trả lại',
};

export const STATES_OF_TAB: Record<Tab, readonly ExemplarState[]> = {
  'ung-vien': ['proposed', 'waiting'],
  'da-chon': ['nurtured', 'recognised', 'honoured', 'held'],
  'khong-chon': ['declined', 'withdrawn', 'lapsed'],
  'tra-lai': ['returned'],
};

export const SORT_NAMES = {
  de_nghi: 'Ngày đề nghị',
  ten: 'Tên',
  don_vi: 'Đơn vị',
  tan_thanh: 'Tỷ lệ tán thành',
  cho: 'Thứ tự danh sách chờ',
} as const;
export type Sort = keyof typeof SORT_NAMES;
export const SORTS = Object.keys(SORT_NAMES) as Sort[];

/** What the candidates are narrowed to and sorted by; all of it stands in the address. */
export interface CandidateFilter {
  tab: Tab;
  kind: SubjectKind | null;
  /** With all offices below it. */
  officeId: number | null;
  sort: Sort;
}

type Query = Readonly<Record<string, readonly string[] | undefined>>;

/** The filter in an address; what cannot be understood is left out. */
export function readCandidateFilter(query: Query): CandidateFilter {
  const one = (name: string) => query[name]?.[0] ?? '';
  const kind = one('loai');
  return {
    tab: TABS.find((tab) => tab === one('xem')) ?? 'ung-vien',
    kind: isSubjectKind(kind) ? kind : null,
    officeId: /^[1-9]\d{0,14}$/.test(one('don_vi')) ? Number(one('don_vi')) : null,
    sort: SORTS.find((sort) => sort === one('xep')) ?? 'de_nghi',
  };
}

/** The parts of the address that a filter stands in; null where it says nothing. */
export const filterQuery = ({ tab, kind, officeId, sort }: CandidateFilter) => ({
  xem: tab === 'ung-vien' ? null : tab,
  loai: kind,
  don_vi: officeId,
  xep: sort === 'de_nghi' ? null : sort,
});

/** At most so many stand side by side. */
export const MOST_COMPARED = 4;

/** The marked ids in an address or form: whole numbers, each once, in their order. */
export const readIds = (written: readonly string[], most: number): number[] =>
  [...new Set(written.filter((one) => /^[1-9]\d{0,14}$/.test(one)).map(Number))].slice(0, most);
