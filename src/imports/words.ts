/** Words without marks, capitals and signs: 'Họ và tên (*)' → 'ho va ten'. One key for all spellings of a head. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Small letters in NFC with one placement of tones, blanks made one: 'Hoà  Bình' and 'Hòa Bình' are the same. */
export const spellingOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(o|u)(a|e|y)([\u0300\u0301\u0303\u0309\u0323])(?![a-z])/giu, '$1$3$2')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,.–-]+/g, ' ')
    .trim();

/** How alike two keys are, from 0 to 1: the share of pairs of letters that both have. */
export function likeness(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return one === other ? 1 : 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at++) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let both = 0;
  for (let at = 0; at < other.length - 1; at++) {
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) both++;
    pairs.set(pair, left - 1);
  }
  return (2 * both) / (one.length + other.length - 2);
}
