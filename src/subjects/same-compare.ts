import type { SubjectKind } from './kinds.ts';
import type { SameName } from './same-names.ts';
import { isMistyped } from './same-typo.ts';
import type { SameWord } from './same-word.ts';

/**
 * How two names are alike: `same` and `order` (of the words) are one name; `unmarked` is one name if the marks that one
 * side left out are those of the other; `slip` and `typo` are one name mistyped where no other name results; `part` has
 * words more; `head` is one name but for the place at its end, `kin` one but for two places; `marks` differ in marks and are other names or a slip.
 */
export type NameLikeness =
  | 'same'
  | 'order'
  | 'unmarked'
  | 'slip'
  | 'typo'
  | 'part'
  | 'head'
  | 'kin'
  | 'marks';

export interface NamesAlike {
  likeness: NameLikeness;
  sentence: string;
}

/** Null where they are not alike. */
export function compareNames(kind: SubjectKind, one: SameName, other: SameName): NamesAlike | null {
  const whole = compareWords(kind, one.words, other.words);
  if (whole && whole.likeness !== 'part') return withExpanded(whole, one, other);
  return compareHeads(kind, one, other) ?? whole;
}

/** 'cùng tên' and 'TH = tiểu học' */
function withExpanded(alike: NamesAlike, one: SameName, other: SameName): NamesAlike {
  const only = [
    ...one.expanded.filter((word) => !other.expanded.includes(word)),
    ...other.expanded.filter((word) => !one.expanded.includes(word)),
  ];
  return only.length === 0 ? alike : { ...alike, sentence: `${alike.sentence} (${only.join(', ')})` };
}

function compareHeads(kind: SubjectKind, one: SameName, other: SameName): NamesAlike | null {
  if (!one.head && !other.head) return null;
  const alike = compareWords(kind, one.head?.words ?? one.words, other.head?.words ?? other.words);
  if (alike?.likeness !== 'same' && alike?.likeness !== 'unmarked') return null;
  const likeness = one.head && other.head ? 'kin' : 'head';
  return { likeness, sentence: 'cùng tên, địa danh ghi khác nhau' };
}

function compareWords(
  kind: SubjectKind,
  one: readonly SameWord[],
  other: readonly SameWord[],
): NamesAlike | null {
  if (one.length === 0 || other.length === 0) return null;
  if (sortedKeys(one) === sortedKeys(other)) return sameLetters(kind, one, other);
  const [more, less] = [leftOver(one, other), leftOver(other, one)];
  if (!marksAgree(one, other)) return null;
  if (more.length === 1 && less.length === 1) return mistyped(more, less);
  if (more.length > 0 && less.length > 0) return null;
  const [longer, shorter] = more.length > 0 ? [one, other] : [other, one];
  return missing(kind, longer, shorter, more.length > 0 ? more : less);
}

const textOf = (words: readonly SameWord[], form: 'key' | 'spelled', sorted: boolean): string => {
  const forms = words.map((word) => word[form]);
  return (sorted ? forms.sort() : forms).join(' ');
};

const known = new WeakMap<readonly SameWord[], string>();

/** One name is compared with many: its words are sorted once. */
function sortedKeys(words: readonly SameWord[]): string {
  const found = known.get(words) ?? textOf(words, 'key', true);
  known.set(words, found);
  return found;
}

const isMarked = (words: readonly SameWord[]): boolean => words.some((word) => word.marked);

function sameLetters(kind: SubjectKind, one: readonly SameWord[], other: readonly SameWord[]): NamesAlike {
  if (textOf(one, 'spelled', false) === textOf(other, 'spelled', false)) {
    return {
      likeness: 'same',
      sentence: isWrittenAlike(one, other) ? 'cùng tên' : 'cùng tên, khác cách viết',
    };
  }
  if (textOf(one, 'spelled', true) === textOf(other, 'spelled', true)) {
    const turned = kind === 'collective' || isTurned(one, other);
    return { likeness: turned ? 'order' : 'slip', sentence: 'cùng tên, các chữ đổi thứ tự' };
  }
  if (isMarked(one) !== isMarked(other)) {
    return { likeness: 'unmarked', sentence: 'cùng tên, một bên viết không dấu' };
  }
  const pairs = differentMarks(one, other);
  const words = pairs.map(([a, b]) => `“${a.written}” và “${b.written}”`).join(', ');
  if (kind !== 'collective' && pairs.every((pair) => isSlip(pair, one, other))) {
    return { likeness: 'slip', sentence: `cùng tên, có lẽ gõ sót dấu: ${words}` };
  }
  return { likeness: 'marks', sentence: `tên khác dấu (${words}): người khác, hoặc gõ nhầm` };
}

const isWrittenAlike = (one: readonly SameWord[], other: readonly SameWord[]): boolean =>
  one.every((word, n) => word.written === other[n]?.written);

/** 'Hòa Nguyễn Thị' is 'Nguyễn Thị Hòa'; 'Hoàng Văn Nguyễn' need not be 'Nguyễn Văn Hoàng'. */
function isTurned(one: readonly SameWord[], other: readonly SameWord[]): boolean {
  const text = textOf(one, 'spelled', false);
  const givenFirst = [...other.slice(-1), ...other.slice(0, -1)];
  const givenLast = [...other.slice(1), ...other.slice(0, 1)];
  return text === textOf(givenFirst, 'spelled', false) || text === textOf(givenLast, 'spelled', false);
}

type Pair = [SameWord, SameWord];

/** The words that are the same but for their marks, side by side. */
function differentMarks(one: readonly SameWord[], other: readonly SameWord[]): Pair[] {
  const rest = [...other];
  const without = one.filter((word) => {
    const at = rest.findIndex((candidate) => candidate.spelled === word.spelled);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return without.flatMap((word): Pair[] => {
    const at = rest.findIndex((candidate) => candidate.key === word.key);
    const [found] = at < 0 ? [] : rest.splice(at, 1);
    return found ? [[word, found]] : [];
  });
}

/**
 * A family name with wrong marks, or 'Thi' for 'Thị' between, is a slip: brothers and sisters share both. The given name
 * is what tells them apart.
 */
function isSlip([a, b]: Pair, one: readonly SameWord[], other: readonly SameWord[]): boolean {
  if (a === one[0] && b === other[0] && one.length > 2) return true;
  const between = a !== one.at(-1) && b !== other.at(-1) && a !== one[0] && b !== other[0];
  return between && (a.key === 'thi' || a.key === 'van') && (!a.marked || !b.marked);
}

/** The words of one that the other has not, whatever their marks. */
function leftOver(one: readonly SameWord[], other: readonly SameWord[]): SameWord[] {
  const rest = other.map((word) => word.key);
  return one.filter((word) => {
    const at = rest.indexOf(word.key);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Do the words that both have agree in their marks as well, or has one side none at all? */
function marksAgree(one: readonly SameWord[], other: readonly SameWord[]): boolean {
  if (isMarked(one) !== isMarked(other)) return true;
  const spelled = new Set(other.map((word) => word.spelled));
  const keys = new Set(other.map((word) => word.key));
  return one.every((word) => !keys.has(word.key) || spelled.has(word.spelled));
}

function mistyped([a]: readonly SameWord[], [b]: readonly SameWord[]): NamesAlike | null {
  if (!a || !b || !isMistyped(a.bare, b.bare)) return null;
  const pair = `“${a.written}” và “${b.written}”`;
  return { likeness: 'typo', sentence: `tên khác một chữ cái, có lẽ gõ nhầm: ${pair}` };
}

/** Words that make another body of it: a branch of an association is not the association. */
const OTHER_BODY = new Set([
  'chi',
  'lien',
  'phan',
  'tieu',
  'to',
  'doi',
  'co',
  'trung',
  'hoc',
  'non',
  'giao',
  'ban',
]);

function missing(
  kind: SubjectKind,
  longer: readonly SameWord[],
  shorter: readonly SameWord[],
  words: readonly SameWord[],
): NamesAlike | null {
  const person = kind !== 'collective';
  if (shorter.length < 2 || words.length > (person ? 1 : 2)) return null;
  const ends = longer[0]?.key === shorter[0]?.key && longer.at(-1)?.key === shorter.at(-1)?.key;
  if (
    person
      ? !ends
      : words.some((word) => word.key.length < 2 || /\d/.test(word.key) || OTHER_BODY.has(word.key))
  )
    return null;
  const named = words.map((word) => word.written).join(' ');
  return { likeness: 'part', sentence: `tên chỉ hơn kém chữ “${named}”` };
}
