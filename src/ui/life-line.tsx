import { formatDate } from './format.ts';
import { ShapeMark, type StateShape } from './state-tag.tsx';

export type StepState = 'done' | 'now' | 'ahead' | 'stopped';

export interface LifeStep {
  label: string;
  /** ISO day; shown as dd/mm/yyyy. Any other words, e.g. "Quý II/2016", stand as they are. */
  date?: string | null | undefined;
  state: StepState;
  href?: string | undefined;
  note?: string | undefined;
}

const SHAPE: Record<StepState, StateShape> = { done: 'check', now: 'half', ahead: 'ring', stopped: 'pause' };
const WORD: Record<StepState, string> = {
  done: 'đã qua',
  now: 'hiện nay',
  ahead: 'chưa tới',
  stopped: 'dừng tại đây',
};

/** A life in its steps: from left to right where there is room, downwards on a phone. */
export function LifeLine({ steps, label = 'Chặng đường' }: { steps: readonly LifeStep[]; label?: string }) {
  return (
    <ol class="life-line" aria-label={label}>
      {steps.map((step) => (
        <li class={`life-step is-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="life-mark">
            <ShapeMark shape={SHAPE[step.state]} />
          </span>
          <span class="life-text">
            <span class="life-label">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
            <span class="visually-hidden"> ({WORD[step.state]})</span>
            {step.date ? <span class="life-date">{dayOrWords(step.date)}</span> : null}
            {step.note ? <span class="life-date">{step.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function dayOrWords(date: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(date) ? formatDate(date) : date;
}
