import type { AddRule } from './indicators/kinds.ts';
import type { BelowStatus } from './rollup-below.ts';

/** How many of the expected reports are there. All but `expected` add up to it. */
export interface Completeness {
  expected: number;
  accepted: number;
  submitted: number;
  /** Named by the office above: nothing to be expected. */
  none: number;
  /** Named gaps: missing, for a reason. */
  gap: number;
  excused: number;
  /** Not submitted, or returned and not yet submitted again. */
  waiting: number;
  /** Reports that go into the sum: those of the branches that lie below a counted one are in it already. */
  counted: number;
}

/** Counts where the offices below stand. */
export function completenessOf(below: readonly { status: BelowStatus; counted: boolean }[]): Completeness {
  const count = (...statuses: BelowStatus[]) => below.filter((one) => statuses.includes(one.status)).length;
  return {
    expected: below.length,
    accepted: count('accepted'),
    submitted: count('submitted'),
    none: count('none'),
    gap: count('gap'),
    excused: count('excused'),
    waiting: count('waiting', 'returned'),
    counted: below.filter((one) => one.counted).length,
  };
}

const written = (n: number): string => n.toLocaleString('vi-VN');

/** "213 trong 277 báo cáo, 4 ước tính không phát sinh, 60 chưa có". */
export function completenessInWords(whole: Completeness): string {
  if (whole.expected === 0) return 'Chưa đơn vị cấp dưới nào có nhiệm vụ gửi báo cáo này';
  const rest = [
    [whole.none, 'ước tính không phát sinh'],
    [whole.gap, 'thiếu có nêu lý do'],
    [whole.excused, 'được miễn'],
    [whole.waiting, 'chưa có'],
  ] as const;
  const parts = rest.flatMap(([n, words]) => (n > 0 ? [`${written(n)} ${words}`] : []));
  const arrived = whole.accepted + whole.submitted;
  return [`${written(arrived)} trong ${written(whole.expected)} báo cáo`, ...parts].join(', ');
}

/** One indicator over the counted reports, added up in every way that a rule may ask for. Null: no report knows it. */
export interface Sums {
  sum: number | null;
  mean: number | null;
  max: number | null;
}

/** The figure by the rule of its indicator; null where nothing is known or the indicator is never added up. */
export function byRule(rule: AddRule, sums: Sums): number | null {
  if (rule === 'none') return null;
  return rule === 'mean' ? rounded(sums.mean) : sums[rule];
}

/** A mean has two decimals, as the figures have that it is made of. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

/**
 * The figure of those below and the office's own as one; each is null where it is not known. A share of shares means
 * nothing, so `none` stays null. A mean of the two weighs
 * them by the number of reports that know it: an office's own figure is one of them.
 */
export function withOwn(
  rule: AddRule,
  below: { value: number | null; known: number },
  own: number | null,
): number | null {
  if (rule === 'none') return null;
  if (own === null) return below.value;
  if (below.value === null) return own;
  if (rule === 'sum') return below.value + own;
  if (rule === 'max') return Math.max(below.value, own);
  return rounded((below.value * below.known + own) / (below.known + 1));
}
