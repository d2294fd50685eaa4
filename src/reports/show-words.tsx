import { ReturnReasons, reasonFor } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import { Section } from '../ui/panel.tsx';
import { piecesOf, type WordedFigure } from './figure-words.ts';

interface WordsProps {
  reportId: number;
  parts: readonly { key: string; name: string }[];
  words: Readonly<Record<string, string>>;
  figures: ReadonlyMap<string, WordedFigure>;
  /** The returns that still ask for something: of a report that came back. */
  returns: readonly PaperReturn[];
}

/** What a person wrote, part by part; a figure in a sentence opens the list behind it. */
export function WordsSection({ reportId, parts, words, figures, returns }: WordsProps) {
  return (
    <>
      <ReturnReasons returns={returns} />
      <Section id="loi-van" title="Lời văn">
        {parts.map(({ key, name }) => {
          const reason = reasonFor(returns, key);
          return (
            <>
              <h3 id={`phan-${key}`}>{name}</h3>
              {reason ? <p class="muted">Cần bổ sung: {reason}</p> : null}
              {words[key]?.trim() ? (
                <p class="prose-lines">
                  <Sentences reportId={reportId} text={words[key]} figures={figures} />
                </p>
              ) : (
                <p class="muted">Chưa viết.</p>
              )}
            </>
          );
        })}
      </Section>
    </>
  );
}

/** A text with its figures as links. */
export function Sentences(props: Pick<WordsProps, 'reportId' | 'figures'> & { text: string }) {
  return (
    <>
      {piecesOf(props.text, props.figures).map((piece) =>
        piece.type === 'words' ? (
          piece.text
        ) : (
          <a class="figure-in-words" href={`/bao-cao/${props.reportId}/so-lieu/${piece.key}`}>
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
