import type { SubjectKind } from '../subjects/kinds.ts';
import type { PlausibleRange, Scale } from './kinds.ts';
import { showAmount } from './show-amount.ts';

export const OUTSIDE_WORDS = 'ngoài khoảng thường gặp';

type Bounds = Pick<PlausibleRange, 'lowest' | 'highest'>;

/** Both ends belong to the range; an open end is passed by nothing. */
export const liesOutside = (value: number, { lowest, highest }: Bounds): boolean =>
  (lowest !== null && value < lowest) || (highest !== null && value > highest);

export const rangeFor = (ranges: readonly PlausibleRange[], kind: SubjectKind): PlausibleRange | undefined =>
  ranges.find(({ subjectKind }) => subjectKind === kind);

/** 'từ 1 triệu đồng đến 500 triệu đồng', 'đến 100%'. */
export function rangeInWords({ lowest, highest }: Bounds, scale: Scale): string {
  const parts = [
    ...(lowest === null ? [] : [`từ ${showAmount(lowest, scale)}`]),
    ...(highest === null ? [] : [`đến ${showAmount(highest, scale)}`]),
  ];
  return parts.join(' ');
}

/** Whose range it is, so that nobody takes one of ours for a norm. */
export const sourceInWords = ({
  source,
  provisional,
}: Pick<PlausibleRange, 'source' | 'provisional'>): string =>
  provisional ? `${source} (đặt tạm, chưa đối chiếu)` : source;

/** The question that comes back once with a figure outside of its range; null when nothing is to be asked. */
export function askAgain(
  values: readonly (number | null)[],
  range: PlausibleRange | undefined,
  about: { name: string; scale: Scale },
): string | null {
  if (!range) return null;
  const outside = values.filter((value): value is number => value !== null && liesOutside(value, range));
  if (outside.length === 0) return null;
  const shown = outside.map((value) => showAmount(value, about.scale)).join(' và ');
  return `${shown} nằm ${OUTSIDE_WORDS} của “${about.name}” (${rangeInWords(range, about.scale)}; ${sourceInWords(range)}). Có đúng không? Nếu đúng, hãy đánh dấu ô này rồi lưu lại; nếu nhầm, hãy sửa số.`;
}
