import type { Passage, Source } from './read-source.ts';

export type Mark = 'roman' | 'number' | 'letter' | 'dash' | 'none';

/** A paragraph, a heading or an item of a list, however many lines it was broken over. */
export interface Block extends Passage {
  mark: Mark;
  /** "II", "2.1", "a"; empty without one. */
  label: string;
  /** Where the words begin, behind the mark. */
  from: number;
}

interface Line extends Passage {
  mark: Mark;
  label: string;
  from: number;
}

const MARKS: readonly [mark: Mark, pattern: RegExp][] = [
  ['roman', /^(?:phan\s+|muc\s+)?([ivx]{1,5})\s*[.)/:-]\s*(?=\S)/],
  ['number', /^(?:dieu\s+|muc\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})\s*(?:[.)]\s*|:\s+|\s+)(?=[a-z"(])/],
  ['letter', /^([a-z])\s*[.)]\s+(?=\S)/],
  ['dash', /^()[-+*•]\s*(?=[a-z"(])/],
];
/** A place in a list of numbers; a bare number before a word is none ("05 hộ gia đình"). */
const BARE_NUMBER = /^\d{1,2}\s+[a-z]/;

/** The blocks of a text in their order; nothing but blanks and bars stands between them. */
export function blocksOf(source: Source): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  let blank = false;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) blocks.push(...cut({ ...first, end: last.end }));
    open = [];
  };
  const lines = linesOf(source);
  const spaced = isSpaced(lines);
  for (const line of lines) {
    if (line.start === line.end) {
      blank = !spaced;
      continue;
    }
    if (open.length > 0 && !(continues(source, open, line) && !(blank && isNew(source, open, line)))) close();
    open.push(line);
    blank = false;
  }
  close();
  return blocks;
}

/** A text in which nearly every line is followed by an empty one says nothing by it. */
function isSpaced(lines: readonly Line[]): boolean {
  const empty = lines.filter(({ start, end }) => start === end).length;
  return empty > 0.4 * lines.length;
}

/** No paragraph of a plan is longer; what has no end is read in pieces, so that it is read in time. */
const LONGEST = 8_000;

function cut(block: Block): Block[] {
  if (block.end - block.start <= LONGEST) return [block];
  const rest = {
    mark: 'none',
    label: '',
    start: block.start + LONGEST,
    from: block.start + LONGEST,
  } as const;
  return [{ ...block, end: rest.start }, ...cut({ ...rest, end: block.end })];
}

/** The cells of a table stand on one line with bars between them: each is a line. */
function linesOf(source: Source): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const piece of source.plain.split(/[\n|]/)) {
    const start = at + (piece.length - piece.trimStart().length);
    const end = Math.max(start, at + piece.trimEnd().length);
    lines.push({ start, end, ...markOf(source.folded.slice(start, end), start) });
    at += piece.length + 1;
  }
  return lines;
}

function markOf(folded: string, start: number): Pick<Line, 'mark' | 'label' | 'from'> {
  for (const [mark, pattern] of MARKS) {
    const found = pattern.exec(folded);
    if (found && !(mark === 'number' && BARE_NUMBER.test(folded) && !found[1]?.includes('.'))) {
      return { mark, label: found[1] ?? '', from: start + found[0].length };
    }
  }
  return { mark: 'none', label: '', from: start };
}

/** A line as long as this was probably broken because the page ended there. */
const FULL_LINE = 45;

/** Does a line go on with what stands before it? */
function continues(source: Source, open: readonly Line[], line: Line): boolean {
  const first = open[0] as Line;
  const last = open.at(-1) as Line;
  const before = source.folded.slice(first.start, last.end);
  const now = source.folded.slice(line.start, line.end);
  if (/[-/,]$/.test(before) && line.mark !== 'roman') return true;
  if (/thi dua$/.test(before) && /^- khen thuong/.test(now)) return true;
  if (/\d$/.test(before) && /^- ?\d/.test(now)) return true;
  const ended = /[.;:!?]["”)]?$/.test(before);
  const small = /^[\p{Ll}\d]/u.test(source.plain.slice(line.from, line.from + 1));
  if (line.mark !== 'none') return !ended && markGoesOn(source, first, last, line, small);
  if (isCapitals(source, { ...last, start: first.start })) return isCapitals(source, line) && !isOwnLine(now);
  if (ended) return false;
  if (small || /^["(]/.test(now)) return true;
  return (before.length >= FULL_LINE || first.mark === 'dash') && !/\)$/.test(before) && !isOwnLine(now);
}

/** A hyphen or a number at the beginning of a line that only happens to stand there. */
function markGoesOn(source: Source, first: Line, last: Line, line: Line, small: boolean): boolean {
  if (line.mark === 'dash') return small && !isItem(first) && last.end - first.start >= FULL_LINE;
  return last.end - last.start >= FULL_LINE && !isCapitals(source, line);
}

const isItem = ({ mark }: Line): boolean => mark === 'dash';
const isOwnLine = (folded: string): boolean =>
  /^(so( hieu)?\s*[:|\d]|cong hoa|doc lap|noi nhan|tm\.|kt\.|ke hoach$|chuong trinh$|can cu\s|(thuc hien|thi hanh|trien khai) (chi thi|nghi quyet|nghi dinh|ke hoach|luat|quyet dinh|ket luan)|ngay (ban hanh|co hieu luc)|loai van ban|co quan ban hanh|nguoi ky|linh vuc$)/.test(
    folded,
  );

/** Behind an empty line only a sentence that is plainly not over goes on, in small letters. */
const isNew = (source: Source, open: readonly Line[], line: Line): boolean =>
  /[.;:!?)"”]$/.test(source.plain.slice(0, open.at(-1)?.end ?? 0)) ||
  !/^\p{Ll}/u.test(source.plain.slice(line.from));

/** Words in capitals, at least two of them. */
export function isCapitals(source: Source, { from, start, end }: Passage & { from?: number }): boolean {
  const words = source.plain.slice(from ?? start, end);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const small = words.match(/\p{Ll}/gu)?.length ?? 0;
  return letters >= 4 && small / letters < 0.1;
}

/** A heading: marked, or in capitals, and no sentence of its own. */
export function isHeading(source: Source, block: Block): boolean {
  if (block.mark === 'roman') return block.end - block.from <= 160;
  if (block.end - block.from > 160) return false;
  if (isCapitals(source, block)) return true;
  const ending = source.plain.slice(block.from, block.end);
  return (
    (block.mark === 'number' || block.mark === 'letter') &&
    !/[;,]$/.test(ending) &&
    !/\.\s+\p{Lu}/u.test(ending)
  );
}

/** The same text with the line breaks inside of blocks as blanks: for patterns a broken line is none. */
export function flowed(source: Source, blocks: readonly Block[]): Source {
  const flow = (text: string): string => {
    let at = 0;
    let out = '';
    for (const { start, end } of blocks) {
      out += text.slice(at, start) + text.slice(start, end).replaceAll('\n', ' ');
      at = end;
    }
    return out + text.slice(at);
  };
  return { text: source.text, plain: flow(source.plain), folded: flow(source.folded) };
}
