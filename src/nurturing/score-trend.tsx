import { DataTable } from '../ui/table.tsx';
import { QUESTION_NAMES, QUESTIONS } from './kinds.ts';
import type { Check } from './queries.ts';

const WIDTH = 320;
const HEIGHT = 120;
const LEFT = 28;
const BOTTOM = 20;
const COLOURS = ['#1f5a8a', '#2c6e49', '#9a6200', '#9e1b1b'] as const;
/** Told apart without colour as well. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3'] as const;

/** The scores of the four questions over the years, with the same numbers in a table. Checks are newest first. */
export function ScoreTrend({ checks }: { checks: readonly Check[] }) {
  const years = [...checks].reverse();
  const title = `Điểm kiểm tra qua ${checks.length} năm`;
  return (
    <figure class="chart">
      <figcaption class="chart-title">{title}</figcaption>
      <div class="chart-body">
        {years.length > 1 ? <TrendPicture title={title} years={years} /> : null}
        <DataTable
          caption={title}
          captionHidden
          columns={[
            { key: 'question', label: 'Câu hỏi', width: 'wide' },
            ...years.map(({ year }) => ({ key: String(year), label: String(year), align: 'end' as const })),
          ]}
          rows={QUESTIONS.map((question, line) => ({
            question: <Named line={line} name={QUESTION_NAMES[question]} />,
            ...Object.fromEntries(years.map((check) => [String(check.year), check[question]])),
          }))}
        />
      </div>
    </figure>
  );
}

/** How the line of a question is drawn, in the picture and beside its name. */
const strokeOf = (line: number) => ({
  class: `trend-line is-${line + 1}`,
  fill: 'none',
  stroke: COLOURS[line],
  'stroke-width': '2',
  'stroke-dasharray': DASHES[line],
});

function Named({ line, name }: { line: number; name: string }) {
  return (
    <span class="trend-name">
      <svg class="trend-key" width="24" height="10" viewBox="0 0 24 10" aria-hidden="true" focusable="false">
        <path d="M0 5h24" {...strokeOf(line)} />
      </svg>
      {name}
    </span>
  );
}

function TrendPicture({ title, years }: { title: string; years: readonly Check[] }) {
  const x = (index: number) => LEFT + 10 + (index / (years.length - 1)) * (WIDTH - LEFT - 30);
  const y = (score: number) => 10 + ((5 - score) / 4) * (HEIGHT - BOTTOM - 20);
  return (
    <svg
      class="chart-picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
    >
      {[1, 3, 5].map((score) => (
        <text class="chart-label" x="4" y={y(score) + 4} font-size="11" fill="#1d1a16">
          {score}
        </text>
      ))}
      {QUESTIONS.map((question, line) => (
        <polyline
          points={years.map((check, index) => `${x(index)},${y(check[question])}`).join(' ')}
          {...strokeOf(line)}
        />
      ))}
      {years.map((check, index) => (
        <text
          class="chart-label"
          x={x(index)}
          y={HEIGHT - 4}
          font-size="11"
          text-anchor="middle"
          fill="#1d1a16"
        >
          {check.year}
        </text>
      ))}
    </svg>
  );
}
