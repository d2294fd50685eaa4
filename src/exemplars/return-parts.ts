import type { ReturnPart } from '../desks/return-form.tsx';

/** The parts of a file that a reason of its return may be tied to, in the order of the page. */
export const RETURN_PARTS = [
  { field: 'statement', label: 'Tóm tắt thành tích' },
  { field: 'field', label: 'Lĩnh vực' },
  { field: 'breadth', label: 'Toàn diện hay từng mặt' },
  { field: 'achievements', label: 'Thành tích' },
  { field: 'evidence', label: 'Minh chứng' },
  { field: 'endorsement', label: 'Suy tôn' },
  { field: 'consent', label: 'Sự đồng ý của điển hình' },
  { field: 'criteria', label: 'Tiêu chí' },
  { field: 'nurturing', label: 'Bồi dưỡng' },
  { field: 'other', label: 'Nội dung khác' },
] as const satisfies readonly ReturnPart[];

export type ReturnField = (typeof RETURN_PARTS)[number]['field'];

/** The section of the page on which each part stands. */
export const SECTION_OF_PART: Record<ReturnField, string | null> = {
  statement: 'dang-ky',
  field: 'dang-ky',
  breadth: 'dang-ky',
  achievements: 'thanh-tich',
  evidence: 'minh-chung',
  endorsement: 'suy-ton',
  consent: 'dong-y',
  criteria: 'tieu-chi',
  nurturing: 'boi-duong',
  other: null,
};
