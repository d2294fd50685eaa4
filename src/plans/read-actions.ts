import { type Passage, type Source, trimmed, writtenIn } from './read-source.ts';

/** Behind a comma or "và" these begin another thing to do; plain verbs do not ("bồi dưỡng, xây dựng, hoàn thiện"). */
const NEXT =
  /(?:,|\sva)\s+(?=(?:to chuc|chu dong|rut ra|hang nam|dinh ky|chuan bi|tien hanh|dong thoi|gui bao cao|kip thoi|bao cao (?:ubnd|uy ban|so|ket qua|ve))\b)/g;
const SENTENCE = /[;.]\s+|[;.]$|\n\s*[-+*•]\s+/g;

/** The things to do that words list, in their order. Parts in brackets are kept together. */
export function actionsIn(source: Source, within: Passage): string[] {
  const cuts = [...cutsOf(source, within, SENTENCE), ...cutsOf(source, within, NEXT)].sort(
    (a, b) => a.start - b.start,
  );
  const actions: string[] = [];
  let from = within.start;
  for (const cut of [...cuts, { start: within.end, end: within.end }]) {
    const place = trimmed(source, { start: from, end: cut.start }, /[\s|,;.:-]/);
    const words = closed(writtenIn(source, place));
    if (words.length > 5) actions.push(words.slice(0, 500));
    from = cut.end;
  }
  return actions;
}

function cutsOf(source: Source, { start, end }: Passage, pattern: RegExp): Passage[] {
  const words = source.folded.slice(start, end);
  return [...words.matchAll(pattern)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter(
      (cut) =>
        !insideBrackets(words.slice(0, cut.start - start)) &&
        !isAbbreviation(words.slice(0, cut.start - start)),
    );
}

const insideBrackets = (before: string): boolean => {
  const near = before.slice(-400);
  return near.lastIndexOf('(') > near.lastIndexOf(')');
};
/** "TP. Việt Trì", "TM. UBND": a point inside a name. */
const isAbbreviation = (before: string): boolean =>
  /(?:^|\s)(?:tp|tx|tt|p|tm|kt|gs|ts|ths|pgs)$/.test(before.slice(-8));

/** A bracket that was opened is closed again. */
const closed = (words: string): string =>
  words.split('(').length > words.split(')').length ? `${words})` : words;
