import { type Block, isCapitals } from './read-blocks.ts';
import type { Found } from './read-found.ts';
import { property } from './read-head.ts';
import { kindOfNumber } from './read-numbers.ts';
import { findAll, type Passage, type Source, trimmed, wholeOf, wordsIn, writtenIn } from './read-source.ts';

const KINDS: readonly [folded: string, kind: string][] = [
  ['ke hoach', 'Kế hoạch'],
  ['chuong trinh', 'Chương trình'],
  ['de an', 'Đề án'],
  ['huong dan', 'Hướng dẫn'],
  ['chi thi', 'Chỉ thị'],
  ['quyet dinh', 'Quyết định'],
];
const KIND_LINE = new RegExp(`^(?:${KINDS.map(([folded]) => folded).join('|')})$`);
const kindOf = (folded: string): string | null =>
  KINDS.find(([start]) => folded.startsWith(start))?.[1] ?? null;

/** The sort of paper: a row above the text, a line of its own, or what the symbol in the number says. */
export function readKind(
  source: Source,
  blocks: readonly Block[],
  number: Found<string>,
): Found<string> | null {
  const row = property(source, 'kind');
  const inRow = row && kindOf(source.folded.slice(row.start, row.end));
  if (row && inRow) return { value: inRow, passage: row, sure: 'sure' };
  const line = blocks.find((block) => KIND_LINE.test(source.folded.slice(block.start, block.end)));
  const alone =
    line ??
    blocks.find((block) => isCapitals(source, block) && kindOf(source.folded.slice(block.start, block.end)));
  const inLine = alone && kindOf(source.folded.slice(alone.start, alone.end));
  if (alone && inLine) return { value: inLine, passage: alone, sure: 'sure' };
  const bySymbol = kindOfNumber(number.value);
  return bySymbol ? { value: bySymbol, passage: number.passage, sure: 'likely' } : null;
}

const PREAMBLE =
  /^(?:[-+*]\s*)?(?:can cu|(?:thuc hien|thi hanh|trien khai|theo|quan triet|tiep tuc thuc hien)\s+(?:chi thi|nghi quyet|nghi dinh|quyet dinh|thong tu|luat|ke hoach|ket luan|huong dan|cong van|chuong trinh|thong bao)|nham |de |kinh gui|xet de nghi)/;
const NO_TITLE =
  /^(?:so\s*[:|]|so hieu|cong hoa|doc lap|ngay |loai van ban|co quan ban hanh|nguoi ky|linh vuc|uy ban|ubnd|hoi dong|bo |so [a-z]|ban |dan$|nhan dan|tinh |xa |phuong |\(?kem theo|\(?ban hanh|-+$|_+$|\*+$)/;

/** What the plan is about: the lines below "KẾ HOẠCH", or the line in capitals below the head. */
export function readTitle(
  source: Source,
  blocks: readonly Block[],
  number: Found<string>,
): Found<string> | null {
  const after = firstAfterHead(source, blocks, number);
  const kindAt = blocks.findIndex(
    (block, n) =>
      n >= after - 1 && n < after + 8 && KIND_LINE.test(source.folded.slice(block.start, block.end)),
  );
  const place =
    kindAt >= 0
      ? below(source, blocks.slice(kindAt + 1))
      : inCapitals(source, blocks.slice(Math.max(0, after)));
  const named = place
    ? { passage: withoutKind(source, place), sure: 'sure' as const }
    : firstLine(source, blocks);
  if (!named || named.passage.start >= named.passage.end) return null;
  return { ...named, value: inSentenceCase(source, named.passage) };
}

const firstAfterHead = (source: Source, blocks: readonly Block[], number: Found<string>): number => {
  const at = blocks.findIndex((block) => block.start >= number.passage.start);
  const motto = blocks.findLastIndex(
    (block) =>
      block.start < 2_000 && /^(?:cong hoa|doc lap)/.test(source.folded.slice(block.start, block.end)),
  );
  return Math.max(at, motto + 1);
};

/** All lines up to the first sentence of the text. */
function below(source: Source, blocks: readonly Block[]): Passage | null {
  const end = blocks.findIndex(
    (block) =>
      PREAMBLE.test(source.folded.slice(block.start, block.end)) ||
      block.mark !== 'none' ||
      block.end - block.start > 400,
  );
  const lines = blocks
    .slice(0, end < 0 ? 2 : Math.min(end, 4))
    .filter((block) => !NO_TITLE.test(source.folded.slice(block.start, block.end)));
  const [first] = lines;
  return first ? { start: first.start, end: lines.at(-1)?.end ?? first.end } : null;
}

function inCapitals(source: Source, blocks: readonly Block[]): Passage | null {
  const line = blocks
    .slice(0, 12)
    .find(
      (block) =>
        block.mark === 'none' &&
        isCapitals(source, block) &&
        block.end - block.start > 20 &&
        !NO_TITLE.test(source.folded.slice(block.start, block.end)),
    );
  return line ?? null;
}

/** The name under which a collection of papers lists it: "Kế hoạch 1711/KH-UBND năm 2016 xây dựng …". */
function firstLine(source: Source, blocks: readonly Block[]): { passage: Passage; sure: 'likely' } | null {
  const match = findAll(
    source,
    /^\s*(?:ke hoach|chuong trinh)\s+(?:so\s+)?\d\S+\s+(?:nam \d{4}\s+|ngay \S+\s+)?(?:ve\s+)?/,
    wholeOf(source),
  )[0];
  const [first] = blocks;
  if (!match || !first || match.index > first.start) return null;
  const passage = trimmed(source, { start: match.index + match[0].length, end: first.end });
  return { passage, sure: 'likely' };
}

function withoutKind(source: Source, passage: Passage): Passage {
  const match = /^(?:ke hoach|chuong trinh|de an|huong dan)\s+(?:ve\s+)?|^v\/v\s*|^ve\s+(?:viec\s+)?/.exec(
    source.folded.slice(passage.start, passage.end),
  );
  return trimmed(source, { start: passage.start + (match?.[0].length ?? 0), end: passage.end }, /[\s|"_*]/);
}

/** A title in capitals as a sentence: words keep the capital that they have elsewhere in the text ("Phú Thọ"). */
export function inSentenceCase(source: Source, passage: Passage): string {
  const written = writtenIn(source, passage);
  if (!isCapitals(source, passage)) return upperFirst(written);
  const words = wordsIn(source, passage).split(' ');
  const shown = written.split(' ');
  return upperFirst(words.map((word, n) => caseOf(source, words, n, shown[n] ?? word)).join(' '));
}

/** Words of sorts of places: small in a sentence, however a list above the text writes them. */
const COMMON = new Set(['tỉnh', 'huyện', 'xã', 'phường', 'thành', 'phố', 'thị', 'quận', 'giai', 'năm']);

function caseOf(source: Source, words: readonly string[], n: number, shown: string): string {
  const bare = (word: string | undefined) => (word ?? '').replace(/[^\p{L}\d]/gu, '');
  const word = bare(words[n]);
  if (!word || /\d/.test(word)) return shown;
  const pairs = [
    [word, bare(words[n + 1])],
    [bare(words[n - 1]), word],
  ].filter(([one, two]) => one && two);
  const capital =
    !COMMON.has(word.toLowerCase()) &&
    pairs.some(([one = '', two = '']) => isNameElsewhere(source, one, two));
  const small = shown.toLowerCase();
  return capital ? small.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : small;
}

/** Two words that stand side by side elsewhere, both with a capital and neither in capitals alone. */
function isNameElsewhere(source: Source, one: string, two: string): boolean {
  const name = (word: string) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`;
  return source.plain.includes(`${name(one)} ${name(two)}`);
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
