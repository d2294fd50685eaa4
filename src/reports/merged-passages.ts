import type { AboveReport } from './merged-report.ts';

/** The longest text of a part, as its form allows. */
export const MOST_LETTERS = 60_000;

/** The paragraphs of a text: what is taken from it is a whole one. */
export const passagesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** How a passage stands in the report of the office above: with the name of the office it comes from. */
export function quoted(officeName: string, passage: string): string {
  return `- ${officeName}: ${passage.replace(/^[-–+•]\s*/, '')}`;
}

/** Adds passages to a text; one that is in it already is not added again. */
export function withPassages(text: string, passages: readonly string[]): { text: string; added: number } {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  const fresh = [...new Set(passages)].filter((passage) => !lines.has(passage));
  const kept = text.trimEnd();
  return { text: [...(kept ? [kept] : []), ...fresh].join('\n'), added: fresh.length };
}

/**
 * What the offices below wrote, gathered under their names into the parts that are still empty. A part that somebody
 * has begun is left as it is, and so is one that would grow too long.
 */
export function gathered(
  report: Pick<AboveReport, 'words'>,
  parts: readonly { key: string; name: string }[],
  below: readonly { officeName: string; words: Record<string, string> }[],
): { words: Record<string, string>; filled: string[]; kept: string[]; tooLong: string[] } {
  const words = { ...report.words };
  const [filled, kept, tooLong]: [string[], string[], string[]] = [[], [], []];
  for (const { key, name } of parts) {
    const texts = below.flatMap(({ officeName, words: theirs }) =>
      theirs[key]?.trim() ? [`${officeName}:\n${theirs[key].trim()}`] : [],
    );
    if (texts.length === 0) continue;
    const text = texts.join('\n');
    if (report.words[key]?.trim()) kept.push(name);
    else if (text.length > MOST_LETTERS) tooLong.push(name);
    else {
      words[key] = text;
      filled.push(name);
    }
  }
  return { words, filled, kept, tooLong };
}
