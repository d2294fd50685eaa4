import type { Child } from 'hono/jsx';

/** A passage of a text with its number, and the anchor of what is said about it. */
export interface TextMark {
  start: number;
  end: number;
  number: number;
  /** Where the number leads. */
  href: string;
}

export interface MarkedTextProps {
  /** Name of the region for a screen reader. */
  label: string;
  text: string;
  marks: readonly TextMark[];
}

/** The anchor of a numbered passage inside the text. */
export const markAnchor = (number: number): string => `doan-${number}`;

/** A text as it was sent, with numbered passages; it scrolls in its own frame, by keyboard too. */
export function MarkedText({ label, text, marks }: MarkedTextProps) {
  return (
    // A frame that scrolls must be reachable with the keyboard.
    <section class="marked-text" aria-label={label} tabindex={0}>
      {pieces(text, marks).map(({ words, marked, begins }) => (
        <>
          {begins.map(({ number, href }) => (
            <a class="marked-text-number" id={markAnchor(number)} href={href}>
              <span class="visually-hidden">Đoạn </span>
              {number}
            </a>
          ))}
          {marked ? <mark>{words}</mark> : words}
        </>
      ))}
    </section>
  );
}

interface Piece {
  words: string;
  marked: boolean;
  begins: TextMark[];
}

/** The text cut wherever a passage begins or ends: passages may lie in and over each other. */
function pieces(text: string, marks: readonly TextMark[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const begins = new Map<number, TextMark[]>();
  for (const mark of marks) begins.set(mark.start, [...(begins.get(mark.start) ?? []), mark]);
  let covered = 0;
  const ends = new Map<number, number>();
  for (const { end } of marks) ends.set(end, (ends.get(end) ?? 0) + 1);
  return cuts.slice(0, -1).map((start, n) => {
    const here = begins.get(start) ?? [];
    covered += here.length - (ends.get(start) ?? 0);
    return { words: text.slice(start, cuts[n + 1]), marked: covered > 0, begins: here };
  });
}

export interface QuotedPassageProps {
  number: number;
  words: string;
}

/** The words of a passage under what is said about them, leading to their place in the text. */
export function QuotedPassage({ number, words }: QuotedPassageProps) {
  return (
    <blockquote class="quoted-passage">
      <a href={`#${markAnchor(number)}`} class="marked-text-number">
        <span class="visually-hidden">Xem trong văn bản, đoạn </span>
        {number}
      </a>
      <span class="quoted-passage-words">{words}</span>
    </blockquote>
  );
}

/** A text at the left that stays while one works through what stands at the right; below it on a phone. */
export function BesideText({ text, children }: { text: Child; children: Child }) {
  return (
    <div class="beside-text">
      <div class="beside-text-work">{children}</div>
      <div class="beside-text-text">{text}</div>
    </div>
  );
}
