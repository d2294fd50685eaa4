import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';

/** The words that the office uses for what the code keeps as keys. */

/** From the lowest to the highest. */
export const LEVELS = ['unit', 'commune', 'district', 'sector', 'province', 'national'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_NAMES: Record<Level, string> = {
  unit: 'Cấp đơn vị',
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  sector: 'Cấp ngành',
  province: 'Cấp tỉnh',
  national: 'Cấp quốc gia',
};

export const MATURITIES = ['emerging', 'exemplar', 'outstanding'] as const;
export const MATURITY_NAMES: Record<(typeof MATURITIES)[number], string> = {
  emerging: 'Nhân tố mới',
  exemplar: 'Điển hình tiên tiến',
  outstanding: 'Xuất sắc, tiêu biểu',
};

export const BREADTHS = ['comprehensive', 'aspect'] as const;
export const BREADTH_NAMES: Record<(typeof BREADTHS)[number], string> = {
  comprehensive: 'Toàn diện',
  aspect: 'Từng mặt, từng lĩnh vực công tác',
};

export const ORIGINS = ['office', 'association', 'press', 'citizen', 'own_search'] as const;
export const ORIGIN_NAMES: Record<(typeof ORIGINS)[number], string> = {
  office: 'Cơ quan, đơn vị phát hiện',
  association: 'Đoàn thể, hội giới thiệu',
  press: 'Báo chí, đài phát thanh',
  citizen: 'Người dân giới thiệu',
  own_search: 'Cơ quan phụ trách tự tìm hiểu',
};

export const isSubjectKind = (text: string): text is SubjectKind => Object.hasOwn(SUBJECT_KIND_NAMES, text);
export const isLevel = (text: string): text is Level => Object.hasOwn(LEVEL_NAMES, text);

/** The word for a key of one of the lists above; null stays null, so that it is shown as "chưa rõ". */
export function wordFor(names: Readonly<Record<string, string>>, key: string | null): string | null {
  return key === null ? null : (names[key] ?? key);
}
