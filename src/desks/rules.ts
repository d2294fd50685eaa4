import type { Reason } from '../platform/outcome.ts';

/** One reason of a return, tied to the field or part that it is about. */
export interface ReturnReason {
  field: string;
  label: string;
  reason: string;
}

export interface EarlierReturn {
  byOfficeId: number;
}

export interface ReturnPermission {
  toOfficeId: number;
  used: boolean;
}

const MOST_REASONS = 40;

/**
 * Why a level may not return a paper; null when it may. A paper comes back once from each level, with all its reasons
 * at once; once more only when an office above has said so, and each such word serves for one return.
 */
export function refusalToReturn(
  byOfficeId: number,
  earlier: readonly EarlierReturn[],
  permissions: readonly ReturnPermission[],
  whoMayAllow: readonly string[] = [],
): Reason | null {
  if (!earlier.some((one) => one.byOfficeId === byOfficeId)) return null;
  if (permissions.some((one) => one.toOfficeId === byOfficeId && !one.used)) return null;
  const above = whoMayAllow.length > 0 ? whoMayAllow.join(' hoặc ') : 'cơ quan cấp trên';
  return {
    rule: 'returned_before',
    sentence: `Cơ quan này đã trả lại văn bản một lần với đủ các lý do. Muốn trả lại lần nữa, cần ${above} cho phép ở mục “Văn bản đang ở đâu”; nếu không, hãy quyết định trên hồ sơ hiện có.`,
  };
}

/** What is wrong with the reasons themselves; null when nothing is. */
export function wrongReasons(reasons: readonly ReturnReason[]): string | null {
  if (reasons.length === 0) return 'Hãy đánh dấu ít nhất một mục cần bổ sung và ghi lý do cho mục đó.';
  if (reasons.length > MOST_REASONS) return `Nhiều quá ${MOST_REASONS} lý do; hãy gộp các lý do cùng mục.`;
  const silent = reasons.find(({ reason }) => reason.trim() === '');
  return silent ? `Hãy ghi lý do cho mục “${silent.label}”.` : null;
}

const LONGEST_SUMMARY = 2_000;

/** 'Cần bổ sung 2 mục: Trách nhiệm lãnh đạo: chưa có; Chế độ báo cáo: chưa rõ'; of very long reasons the parts alone. */
export function reasonsInWords(reasons: readonly ReturnReason[]): string {
  const told = (words: string[]) => `Cần bổ sung ${reasons.length} mục: ${words.join('; ')}`;
  const whole = told(reasons.map(({ label, reason }) => `${label}: ${reason.replace(/[.;\s]+$/, '')}`));
  return whole.length <= LONGEST_SUMMARY ? whole : told(reasons.map(({ label }) => label));
}
