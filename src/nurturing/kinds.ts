/** Kinds of support, as plan 1711 names them: what the exemplar gains, and the conditions made for it. */
export const SUPPORT_KIND_NAMES = {
  motive: 'Xác định động cơ phấn đấu',
  awareness: 'Nâng cao nhận thức',
  skill: 'Chuyên môn nghiệp vụ',
  experience: 'Kinh nghiệm công tác',
  spiritual: 'Điều kiện tinh thần',
  material: 'Điều kiện vật chất',
  policy: 'Cơ chế chính sách',
  environment: 'Môi trường thuận lợi',
} as const;

export type SupportKind = keyof typeof SUPPORT_KIND_NAMES;
export const SUPPORT_KINDS = Object.keys(SUPPORT_KIND_NAMES) as [SupportKind, ...SupportKind[]];

/** The four questions of a check, in the words of the plan. */
export const QUESTION_NAMES = {
  effect: 'Tác dụng',
  efficiency: 'Tính hiệu quả',
  potential: 'Khả năng phát triển',
  influence: 'Ảnh hưởng trong xã hội và ở cơ quan, đơn vị, địa phương',
} as const;

export type Question = keyof typeof QUESTION_NAMES;
export const QUESTIONS = Object.keys(QUESTION_NAMES) as Question[];

export const SCORE_NAMES: Record<string, string> = {
  1: '1 – rất thấp',
  2: '2 – thấp',
  3: '3 – trung bình',
  4: '4 – khá',
  5: '5 – tốt',
};

export const CONCLUSION_NAMES = {
  keep: 'Tiếp tục',
  help: 'Cần giúp đỡ',
  stop: 'Không tiếp tục',
} as const;

export type Conclusion = keyof typeof CONCLUSION_NAMES;
export const CONCLUSIONS = Object.keys(CONCLUSION_NAMES) as [Conclusion, ...Conclusion[]];
