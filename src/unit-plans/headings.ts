import type { DocxBlock } from '../evidence/docx-xml.ts';
import { nameKey } from './name-key.ts';

/** A stretch of a document under one heading. */
export interface Section {
  /** As it stands in the document; empty for what comes before the first heading. */
  heading: string;
  text: string;
  /** `ord` of the part that it seems to be; null: none, or none for sure. */
  part: number | null;
}

const LONGEST_HEADING = 200;
const LONGEST_NUMBERED = 120;
/** A heading is taken for a part from here on; below, and where two parts are as near, a person decides. */
const LIKE_ENOUGH = 0.5;
/** A line that nothing marks as a heading must be nearly the name itself. */
const NEARLY_THE_NAME = 0.85;
const CLEAR_BY = 0.08;

interface Part {
  ord: number;
  name: string;
}

/**
 * Cuts a document at its headings and says which of the parts each stretch seems to be. Headings are those by style or
 * in bold, numbered lines ('I. Trách nhiệm lãnh đạo', '2. Công tác tuyên truyền'), and lines that are the name of a part;
 * marks, case and numbering do not count. What fits no part stays with its heading and without a part.
 */
export function sectionsOf(blocks: readonly DocxBlock[], parts: readonly Part[]): Section[] {
  const likeness = likenessTo(parts);
  const sections: Section[] = [];
  let current: Section = { heading: '', text: '', part: null };
  let level = Number.POSITIVE_INFINITY;
  const close = () => {
    if (current.heading !== '' || current.text !== '') sections.push(current);
  };
  for (const block of blocks) {
    const text = block.text.trim();
    if (text === '') continue;
    const head = headingOf({ ...block, text }, likeness);
    if (head && opens(head, level)) {
      close();
      current = { heading: text, text: '', part: head.part };
      level = head.level;
    } else {
      current.text += current.text === '' ? text : `\n${text}`;
    }
  }
  close();
  return sections;
}

interface Heading {
  level: number;
  part: number | null;
}

/** A heading that is a part always opens a section; another one only where it does not stand below the present one. */
const opens = (heading: Heading, level: number): boolean => heading.part !== null || heading.level <= level;

function headingOf(block: DocxBlock, likeness: Likeness): Heading | null {
  if (block.text.length > LONGEST_HEADING || block.kind === 'cell') return null;
  const like = likeness(block.text);
  const numbered = numberedLevel(block.text);
  const part = like && like.score >= LIKE_ENOUGH ? like.ord : null;
  if (block.kind === 'heading') return { level: numbered ?? block.level, part };
  if (numbered !== null) return { level: numbered, part };
  return like && like.score >= NEARLY_THE_NAME ? { level: 1, part: like.ord } : null;
}

/** 1 for 'II.', 2 for '3.', 3 for '3.1.' or 'a)'; null for a line that is not numbered, or is a sentence of a list. */
function numberedLevel(text: string): number | null {
  if (text.length > LONGEST_NUMBERED || /[.;,]$/.test(text)) return null;
  if (/^(phần\s+)?[IVX]{1,6}\s*[.):\-–/]\s*\S/iu.test(text) && !/^[a-z]/.test(text)) return 1;
  if (/^\d{1,2}\.\d{1,2}/.test(text)) return 3;
  if (/^\d{1,2}\s*[.)]\s*\S/.test(text)) return 2;
  return /^[a-hđ]\)\s*\S/.test(text) ? 3 : null;
}

type Likeness = (heading: string) => { ord: number; score: number } | null;

const LITTLE_WORDS = new Set(['cac', 'va', 'cua', 've', 'tren', 'trong', 'cho', 'doi', 'voi', 'nhung']);
const wordsOf = (text: string): string[] => [
  ...new Set(
    nameKey(text)
      .split(' ')
      .filter((word) => word !== '' && !LITTLE_WORDS.has(word)),
  ),
];

/** How like a heading is to each part: a word counts the less, the more parts have it. Null where two are as near. */
function likenessTo(parts: readonly Part[]): Likeness {
  const words = parts.map(({ ord, name }) => ({ ord, words: wordsOf(name) }));
  const count = new Map<string, number>();
  for (const part of words) for (const word of part.words) count.set(word, (count.get(word) ?? 0) + 1);
  const weigh = (list: readonly string[]) => list.reduce((sum, word) => sum + 1 / (count.get(word) ?? 2), 0);
  return (heading) => {
    const typed = wordsOf(heading);
    if (typed.length === 0) return null;
    const scores = words
      .map((part) => {
        const common = weigh(typed.filter((word) => part.words.includes(word)));
        const [a, b] = [weigh(typed), weigh(part.words)];
        return { ord: part.ord, score: common === 0 ? 0 : common / (a + b) + common / (2 * Math.min(a, b)) };
      })
      .toSorted((one, other) => other.score - one.score);
    const [best, next] = scores;
    if (!best || best.score === 0 || (next && best.score - next.score < CLEAR_BY)) return null;
    return best;
  };
}

/** The texts of the sections that a person gave to each part, in the order of the document. */
export function wordsByPart(
  sections: readonly { text: string; part: number | null }[],
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { part, text } of sections) {
    if (part === null || text.trim() === '') continue;
    const key = String(part);
    words[key] = words[key] ? `${words[key]}\n${text.trim()}` : text.trim();
  }
  return words;
}
