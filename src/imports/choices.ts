import { z } from 'zod';
import { READ_LIMITS } from './raw-table.ts';

export const FONT_CHOICES = ['auto', 'unicode', 'tcvn3', 'vni'] as const;

const MOST_KEY = 60;
const key = z.string().max(MOST_KEY);

/** What a person chose about a list that was read. */
export const choicesShape = z.object({
  /** Which of its tables, from 0. */
  table: z.number().int().min(0).max(READ_LIMITS.tables),
  font: z.enum(FONT_CHOICES),
  /** Row numbers of the head as in the file; 0: it has none. */
  headFrom: z.number().int().min(0).max(2_000_000),
  headTo: z.number().int().min(0).max(2_000_000),
  /** The heads of the columns, as they were read. */
  labels: z.array(z.string()).max(READ_LIMITS.columns),
  /** The field of each column; null: not read. */
  columns: z.array(key.nullable()).max(READ_LIMITS.columns),
  sectionField: key.nullable(),
  settings: z.record(z.string().max(MOST_KEY), z.string().max(MOST_KEY)),
});

export type Choices = z.infer<typeof choicesShape>;

/** Null where nothing was chosen yet. */
export const choicesOf = (kept: unknown): Choices | null => {
  const parsed = choicesShape.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

/** Outcomes of rows; `ask` waits for a person to say whether somebody known is meant. */
export const OUTCOMES = ['new', 'known', 'ask', 'registered', 'refused'] as const;
export type RowOutcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Record<RowOutcome, string> = {
  new: 'Thêm mới',
  known: 'Ghi cho chủ thể đã có',
  ask: 'Chờ quyết định',
  registered: 'Đã có, bỏ qua',
  refused: 'Không nhập được',
};

export const countsShape = z.object({
  new: z.number().default(0),
  known: z.number().default(0),
  ask: z.number().default(0),
  registered: z.number().default(0),
  refused: z.number().default(0),
  /** Of those that wait, how many are all but sure, and within reach. */
  strong: z.number().default(0),
  /** Of those that are new, how many take the new subject of an earlier row. */
  joined: z.number().default(0),
  /** Of those that will be written, how many hold a figure outside of the plausible range. */
  doubtful: z.number().default(0),
  left: z.record(z.string(), z.number()).default({}),
});
export type Counts = z.infer<typeof countsShape>;
