import { formatCount } from './format.ts';
import { StateTag, type Tone } from './state-tag.tsx';

export interface Share {
  tone: Tone;
  word: string;
  count: number;
  /** The list of those counted. */
  href?: string | undefined;
}

export interface ShareBarProps {
  /** Says what the picture shows. */
  title: string;
  /** In the order in which they stand in the bar. */
  shares: readonly Share[];
}

const WIDTH = 400;
const HEIGHT = 14;
const GAP = 2;

/** How a number of things divides, as one bar with its numbers in words below it. */
export function ShareBar({ title, shares }: ShareBarProps) {
  const shown = shares.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const room = WIDTH - GAP * (shown.length - 1);
  let x = 0;
  return (
    <figure class="share">
      <svg
        class="share-bar"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${shown.map(({ word, count }) => `${word} ${formatCount(count)}`).join(', ')}`}
      >
        {shown.map(({ tone, count }) => {
          const width = (count / total) * room;
          const left = x;
          x += width + GAP;
          return <rect class={`is-${tone}`} x={left} width={width} height={HEIGHT} />;
        })}
      </svg>
      <ul class="share-words">
        {shown.map(({ tone, word, count, href }) => (
          <li>
            <StateTag tone={tone} word={word} />{' '}
            {href ? <a href={href}>{formatCount(count)}</a> : <strong>{formatCount(count)}</strong>}
          </li>
        ))}
      </ul>
    </figure>
  );
}
