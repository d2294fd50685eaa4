/** The steps of a registration (đăng ký), in the order in which people tell it and in which the paper form asks. */
export const STEP_KEYS = [
  'ai',
  'phat-hien',
  'linh-vuc',
  'muc-do',
  'tom-tat',
  'thanh-tich',
  'minh-chung',
  'dong-gop',
  'suy-ton',
  'tieu-chi',
  'boi-duong',
  'dong-y',
] as const;
/** The key of a step is its place in the address as well. */
export type StepKey = (typeof STEP_KEYS)[number];

export const STEP_TITLES: Record<StepKey, string> = {
  ai: 'Ai',
  'phat-hien': 'Phát hiện từ đâu',
  'linh-vuc': 'Lĩnh vực, phong trào',
  'muc-do': 'Toàn diện hay từng mặt',
  'tom-tat': 'Tóm tắt thành tích',
  'thanh-tich': 'Thành tích bằng số liệu',
  'minh-chung': 'Minh chứng',
  'dong-gop': 'Đóng góp',
  'suy-ton': 'Suy tôn của tập thể',
  'tieu-chi': 'Đánh giá theo tiêu chí',
  'boi-duong': 'Kế hoạch bồi dưỡng',
  'dong-y': 'Sự đồng ý của điển hình',
};

/** The task list of a registration. */
export const registerPath = (id: number): string => `/dien-hinh/${id}/dang-ky`;

export const stepPagePath = (id: number, key: StepKey): string => `${registerPath(id)}/${key}`;

export const isStepKey = (text: string | undefined): text is StepKey => STEP_KEYS.some((key) => key === text);

/** The steps before and after; null at the ends. */
export function neighbours(key: StepKey): { before: StepKey | null; after: StepKey | null } {
  const at = STEP_KEYS.indexOf(key);
  return { before: STEP_KEYS[at - 1] ?? null, after: STEP_KEYS[at + 1] ?? null };
}

/** Is this the address of a step? Its own form adds there what elsewhere a button leads to. */
export const isStepPage = (path: string): boolean => /^\/dien-hinh\/\d+\/dang-ky\/[a-z-]+$/.test(path);
