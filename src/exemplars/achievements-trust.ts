import type { Reason } from '../platform/outcome.ts';

/** How far an achievement can be believed, in the words of the office. */
export const TRUST_NAMES = {
  self_declared: 'tự khai',
  confirmed: 'đã xác nhận',
  contradicted: 'có nguồn nói khác',
} as const;
export type Trust = keyof typeof TRUST_NAMES;

/** What stands in an achievement: the sentence, and the figure where there is one. */
export interface Claim {
  statement: string;
  measure: string | null;
  value: number | null;
  unit: string | null;
  year: number | null;
  measureId?: number | null;
  /** What it was before, and in which year. */
  valueBefore?: number | null;
  yearBefore?: number | null;
}

/**
 * Does the change leave alone what somebody could have confirmed? That is the figure with its year; where there is
 * no figure, it is the sentence itself.
 */
export function sameClaim(before: Claim, after: Claim): boolean {
  const sameFigure =
    before.measure === after.measure &&
    before.value === after.value &&
    before.unit === after.unit &&
    before.year === after.year &&
    (before.measureId ?? null) === (after.measureId ?? null) &&
    (before.valueBefore ?? null) === (after.valueBefore ?? null) &&
    (before.yearBefore ?? null) === (after.yearBefore ?? null);
  return sameFigure && (after.value !== null || before.statement === after.statement);
}

/**
 * Why this account may not confirm the achievement: nobody confirms what they typed, nor the figures of a record
 * that they proposed. Empty when it may. What the program itself wrote (null) is nobody's own.
 */
export function whyNotConfirm(
  accountId: number | null,
  { recordedBy, proposedBy }: { recordedBy: number | null; proposedBy: number | null },
): Reason[] {
  if (accountId === null) return [];
  const reasons: Reason[] = [];
  if (recordedBy === accountId) reasons.push(OWN_FIGURE);
  if (proposedBy === accountId) reasons.push(OWN_PROPOSAL);
  return reasons;
}

const OWN_FIGURE: Reason = {
  rule: 'not_own_figure',
  sentence:
    'Bạn là người ghi thành tích này nên không tự xác nhận; hãy nhờ người khác có thẩm quyền với hồ sơ xác nhận.',
};
const OWN_PROPOSAL: Reason = {
  rule: 'not_own_proposal',
  sentence:
    'Bạn là người đề nghị hồ sơ này nên không tự xác nhận số liệu của hồ sơ; hãy nhờ người khác có thẩm quyền xác nhận.',
};

/** As the audit tells it. */
export const trustInWords = (trust: string) => ({ 'Độ tin cậy': TRUST_NAMES[trust as Trust] });
