import type { Block } from './read-blocks.ts';
import type { Sureness } from './read-found.ts';
import { findAll, type Passage, passageOf, type Source, trimmed } from './read-source.ts';

const OFFICE = String.raw`(?:so|hoi|ban|uy ban|ubnd|lien doan|bo|cong an|tinh doan|doan thanh nien|mat tran|van phong|lien minh|truong|phong|cuc|chi cuc|vu|benh vien|trung tam|bao|dai|cong ty|dang uy|lien hiep hoi)`;
/** "giao Sở … phối hợp với …", "Sở … chủ trì, phối hợp …", "Cơ quan chủ trì: Sở …". */
const ASSIGNMENTS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![a-z])giao\s+(?:cho\s+)?(?<lead>${OFFICE}\s[^;:().]{2,90}?)(?=\s*,?\s*(?:chu tri|phoi hop|xem xet|lua chon|xay dung|la co quan|huong dan|theo doi|bình chon|binh chon)|[;).]|$)`,
    'd',
  ),
  new RegExp(
    String.raw`(?:co quan|don vi)(?: duoc giao)? chu tri\s*:?\s*(?:la\s+)?(?<lead>${OFFICE}\s[^;:().\n|]{2,90}?)(?=\s*[;.,)\n|]|\s+phoi hop|$)`,
    'd',
  ),
  new RegExp(
    String.raw`(?<![a-z])(?<lead>${OFFICE}\s[^;:().]{2,80}?)\s*,?\s*(?:chu tri|chiu trach nhiem chinh)\s*,?\s*(?=phoi hop|lua chon|xem xet|xay dung|binh chon|chon|phat hien|gioi thieu|[;).])`,
    'd',
  ),
];
/** Assignments of one paragraph that are looked at. */
const MOST_IN_BLOCK = 10;

/** Where a field is given to its lead office. */
export interface Start {
  /** Index of the block that holds the assignment. */
  block: number;
  lead: Passage;
  /** Where the words of the assignment begin: "giao Sở …". */
  at: number;
  assignment: Passage;
  sure: Sureness;
}

/** The assignment that a block holds; none or one. */
export function startIn(source: Source, block: Block, n: number): Start[] {
  if (/^(?:can cu|noi nhan)/.test(source.folded.slice(block.from, block.end))) return [];
  for (const [style, pattern] of ASSIGNMENTS.entries()) {
    for (const match of findAll(source, pattern, { start: block.from, end: block.end }).slice(
      0,
      MOST_IN_BLOCK,
    )) {
      const lead = passageOf(match, 'lead');
      const sentence = sentenceAround(source, block, match.index);
      if (!lead || !isAboutExemplars(source, block, sentence)) continue;
      return [
        {
          block: n,
          lead: trimmed(source, lead, /[\s,]/),
          at: match.index,
          assignment: sentence,
          sure: style === 2 ? 'likely' : 'sure',
        },
      ];
    }
  }
  return [];
}

/** The general tasks of offices ("Sở Nội vụ chủ trì, phối hợp … theo dõi, đôn đốc") are no fields. */
function isAboutExemplars(source: Source, block: Block, sentence: Passage): boolean {
  const words = source.folded.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  if (/tham muu|don doc|tong hop|bao cao ubnd|giup ubnd|tuyen truyen tren/.test(words)) return false;
  const whole = source.folded.slice(block.from, block.end).replace(/\s+/g, ' ');
  return (
    /lua chon|xay dung|binh chon|xem xet|chon |chu tri/.test(words) &&
    /dien hinh|mo hinh|guong|linh vuc|ho |ca nhan|tap the|chu tri/.test(whole)
  );
}

/** The sentence of a place; brackets count as one. */
function sentenceAround(source: Source, block: Block, at: number): Passage {
  const before = source.folded.slice(block.from, at);
  const open = before.lastIndexOf('(');
  const inBrackets = open > before.lastIndexOf(')');
  const close = source.folded.indexOf(')', at);
  if (inBrackets && close > 0 && close < block.end) return { start: block.from + open + 1, end: close };
  const point = before.search(/[.;](?=[^.;]*$)/);
  const rest = source.folded.slice(at, block.end).search(/\.(?=\s|$)/);
  return { start: block.from + point + 1, end: rest < 0 ? block.end : at + rest };
}
