export type Tone = 'neutral' | 'progress' | 'good' | 'honour' | 'warn' | 'stopped';

/** Shapes differ in outline, not only in detail, so that they are told apart at 12 px and in grey. */
export type StateShape =
  | 'ring'
  | 'dot'
  | 'half'
  | 'arrow'
  | 'return'
  | 'check'
  | 'star'
  | 'clock'
  | 'pause'
  | 'triangle'
  | 'cross'
  | 'dash';

const SHAPE_OF_TONE: Record<Tone, StateShape> = {
  neutral: 'ring',
  progress: 'half',
  good: 'check',
  honour: 'star',
  warn: 'triangle',
  stopped: 'cross',
};

export interface StateTagProps {
  tone: Tone;
  /** The state's name; it alone is enough. */
  word: string;
  shape?: StateShape | undefined;
}

/** A state as colour, word and shape. */
export function StateTag({ tone, word, shape }: StateTagProps) {
  return (
    <span class={`state is-${tone}`}>
      <ShapeMark shape={shape ?? SHAPE_OF_TONE[tone]} />
      {word}
    </span>
  );
}

/** The shape of a state alone; a word must stand beside it. */
export function ShapeMark({ shape }: { shape: StateShape }) {
  return (
    <svg class="state-shape" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {SHAPES[shape](PAPER)}
    </svg>
  );
}

/** What is drawn of a shape, in 14 × 14, for a picture of its own; what is cut out of it shows the ground. */
export const shapePaths = (shape: StateShape, ground: string): unknown => SHAPES[shape](ground);

const PAPER = 'var(--paper)';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
} as const;
const solid = { fill: 'currentColor' } as const;
const cut = (ground: string) =>
  ({ fill: 'none', stroke: ground, 'stroke-width': '1.75', 'stroke-linecap': 'round' }) as const;

const SHAPES: Record<StateShape, (ground: string) => unknown> = {
  ring: () => <circle cx="7" cy="7" r="5" {...line} />,
  dot: () => <circle cx="7" cy="7" r="5" {...solid} />,
  half: () => (
    <>
      <circle cx="7" cy="7" r="5" {...line} />
      <path d="M7 2a5 5 0 0 1 0 10z" {...solid} />
    </>
  ),
  arrow: () => <path d="M2 7h9M7.5 3.5 11 7l-3.5 3.5" {...line} stroke-linejoin="round" />,
  return: () => <path d="M5.5 2.5 2.5 5.5l3 3M2.5 5.5H8a3 3 0 0 1 0 6H6" {...line} stroke-linejoin="round" />,
  check: (ground) => (
    <>
      <circle cx="7" cy="7" r="6" {...solid} />
      <path d="m4.2 7.2 2 2 3.6-4.2" {...cut(ground)} stroke-linejoin="round" />
    </>
  ),
  star: () => <path d="m7 .8 1.9 4 4.4.5-3.2 3 .9 4.3L7 10.4l-4 2.2.9-4.3-3.2-3 4.4-.5z" {...solid} />,
  clock: () => (
    <>
      <circle cx="7" cy="7" r="5.5" {...line} />
      <path d="M7 4.2V7l2 1.3" {...line} />
    </>
  ),
  pause: () => <path d="M4 2h2v10H4zM8 2h2v10H8z" {...solid} />,
  triangle: (ground) => (
    <>
      <path d="M7 1 13.5 12.5H.5z" {...solid} />
      <path d="M7 5.3v3M7 10.5v.01" {...cut(ground)} />
    </>
  ),
  cross: () => <path d="m3 3 8 8M11 3l-8 8" {...line} />,
  dash: () => <path d="M2.5 7h9" {...line} />,
};
