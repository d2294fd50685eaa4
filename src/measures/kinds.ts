import type { SubjectKind } from '../subjects/kinds.ts';

/** What is measured; which units of it are understood stands in `units.ts`. */
export const MEASURE_KINDS = ['money', 'area', 'length', 'mass', 'days', 'count', 'percent'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const MEASURE_KIND_NAMES: Record<MeasureKind, string> = {
  money: 'Tiền',
  area: 'Diện tích',
  length: 'Chiều dài',
  mass: 'Khối lượng',
  days: 'Ngày công',
  count: 'Số đếm được',
  percent: 'Tỷ lệ phần trăm',
};

/** What figures of several years or subjects make together. */
export const ADDINGS = ['sum', 'last', 'mean', 'none'] as const;
export type Adding = (typeof ADDINGS)[number];

export const ADDING_NAMES: Record<Adding, string> = {
  sum: 'Cộng lại',
  last: 'Lấy số mới nhất',
  mean: 'Lấy trung bình',
  none: 'Không gộp',
};

export const SHOWINGS = ['short', 'plain'] as const;
export type Showing = (typeof SHOWINGS)[number];

export const SHOWING_NAMES: Record<Showing, string> = {
  short: 'Gọn khi nói đúng bấy nhiêu: 15 triệu đồng, 1,2 ha',
  plain: 'Luôn theo đơn vị tính: 15.000.000 đồng, 12.000 m²',
};

/** As which sort of gift (đóng góp) a figure is written down. */
export const CONTRIBUTION_KINDS = ['land', 'money', 'goods', 'work_days', 'other'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const CONTRIBUTION_KIND_NAMES: Record<ContributionKind, string> = {
  land: 'Đất',
  money: 'Tiền',
  goods: 'Hiện vật',
  work_days: 'Ngày công',
  other: 'Đóng góp khác',
};

/** How a measure writes its values: all that is needed to show one. */
export interface Scale {
  kind: MeasureKind;
  /** In which values are kept: 'đồng', 'm²', 'hộ'. */
  unit: string;
  decimals: number;
  shown: Showing;
}

/** Between which values a figure usually lies, both included; null: open. */
export interface PlausibleRange {
  subjectKind: SubjectKind;
  lowest: number | null;
  highest: number | null;
  source: string;
  /** Set by us, and not yet compared with anything. */
  provisional: boolean;
}
