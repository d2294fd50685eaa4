import type { OfficeInTree } from '../offices/tree.ts';
import { folded } from './read-source.ts';

/** Abbreviations of offices, folded, and what they stand for. */
const SHORT: readonly [pattern: RegExp, words: string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bmttq\b/g, 'mat tran to quoc'],
  [/\btdkt\b/g, 'thi dua khen thuong'],
  [/\b(?:pt ?nt|ptnt)\b/g, 'phat trien nong thon'],
  [/\bnn\b/g, 'nong nghiep'],
  [/\bgd\s?(?:va|&)?\s?dt\b|\bgddt\b/g, 'giao duc dao tao'],
  [/\bkh\s?(?:va|&)\s?cn\b|\bkhcn\b/g, 'khoa hoc cong nghe'],
  [/\btn\s?(?:va|&)\s?mt\b|\btnmt\b/g, 'tai nguyen moi truong'],
  [/\bvhttdl\b|\bvhtt\s?(?:va|&)\s?dl\b/g, 'van hoa the thao du lich'],
];
const EMPTY = new Set(['tinh', 'va', 'cua', 'cac', 'viet', 'nam', 'thanh', 'pho']);

function wordsOf(name: string): string[] {
  const long = SHORT.reduce((words, [pattern, full]) => words.replace(pattern, full), folded(name));
  return long.split(/[^a-z\d]+/).filter((word) => word !== '' && !EMPTY.has(word));
}

const MOST = 8;

/**
 * The offices that a name in a text may mean, the likeliest first: exactly one when its words fit one office alone. The
 * person chooses among several.
 *
 * @param offices those that hold on the day of the plan
 */
export function matchOffices(offices: readonly OfficeInTree[], written: string): OfficeInTree[] {
  const asked = [...new Set(wordsOf(written))];
  if (asked.length === 0) return [];
  const near = offices.flatMap((office) => {
    const extra = [office.name, office.shortName ?? '']
      .map((name) => extraWords(asked, new Set(wordsOf(name))))
      .reduce((one, other) => Math.min(one, other));
    return extra === Number.POSITIVE_INFINITY ? [] : [{ office, extra }];
  });
  const best = near.filter(({ extra }) => extra === 0);
  const chosen = best.length > 0 ? best : near.sort((one, other) => one.extra - other.extra);
  return chosen.slice(0, MOST).map(({ office }) => office);
}

/** How many words an office has beyond those that are asked; without end when it lacks one of them. */
function extraWords(asked: readonly string[], has: ReadonlySet<string>): number {
  return asked.every((word) => has.has(word)) ? has.size - asked.length : Number.POSITIVE_INFINITY;
}

export interface OfficeKind {
  id: string;
  name: string;
}

/** "UBND các huyện, thành phố, thị xã" → the kind whose name lists these words; null for a name of single offices. */
export function matchKind(kinds: readonly OfficeKind[], written: string): OfficeKind | null {
  const words = folded(written).replace(/\s+/g, ' ');
  if (!/(?:^|\s)(?:cac|moi|tung)\s|^[a-z ]+,\s/.test(words)) return null;
  const list = words
    .replace(/^.*?\bcac\s+/, '')
    .split(/,| va /)
    .map((word) => word.trim());
  const scored = kinds
    .map((kind) => {
      const names = folded(kind.name)
        .split(',')
        .map((word) => word.trim());
      return {
        kind,
        score: list.filter((word) =>
          names.some(
            (name) =>
              name === word || name.startsWith(`${word} `) || (word.length > 3 && word.startsWith(name)),
          ),
        ).length,
      };
    })
    .sort((one, other) => other.score - one.score);
  return scored[0] && scored[0].score > 0 ? scored[0].kind : null;
}
