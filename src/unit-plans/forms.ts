import { z } from 'zod';
import type { Typed } from '../web/form.ts';
import { optionalDay, optionalId, optionalNumber, optionalText, text } from '../web/form-fields.ts';
import { paperShape, typedPaper } from '../web/paper-form.ts';
import { LIMITS, type PlannedExemplar, partField, type Target } from './content.ts';

export const openForm = z.object({
  itemId: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  start: z.enum(['template', 'previous', 'word'], 'Hãy chọn cách bắt đầu.'),
});

export const stepForm = z.object({});
export const reasonForm = z.object({ reason: text('lý do', 1_000) });
export const fileForm = z.object({ title: optionalText('tên tệp', 200) });

/** The two kinds of repeated rows; row `n` of targets is typed as `t<n>_what`, `t<n>_number` … */
export const ROWS = {
  targets: { prefix: 't', most: LIMITS.targets, fields: ['what', 'number', 'unit', 'due'] },
  exemplars: { prefix: 'e', most: LIMITS.exemplars, fields: ['name', 'field', 'note'] },
} as const;
export type RowKind = keyof typeof ROWS;

/** How the names of the fields of one row begin. */
export const rowPrefix = (kind: string, n: number): string =>
  kind === 'targets' || kind === 'exemplars' ? `${ROWS[kind].prefix}${n}_` : `${kind}${n}_`;

export const rowField = (kind: RowKind, n: number, field: string): string =>
  `${ROWS[kind].prefix}${n}_${field}`;

/** Rows typed of a kind: the highest number that anything came under. */
export function typedRows(typed: Typed, kind: RowKind): number {
  const pattern = new RegExp(`^${ROWS[kind].prefix}(\\d{1,2})_`);
  const numbers = Object.keys(typed).map((name) => Number(pattern.exec(name)?.[1] ?? 0));
  return Math.min(ROWS[kind].most, Math.max(0, ...numbers));
}

const targetFields = z.object({
  what: optionalText('nội dung chỉ tiêu', 300),
  number: optionalNumber('số lượng', 0, 1_000_000_000),
  unit: optionalText('đơn vị tính', 60),
  due: optionalDay('ngày hoàn thành'),
});

const exemplarFields = z.object({
  name: optionalText('tên điển hình', 200),
  field: optionalId('lĩnh vực'),
  note: optionalText('ghi chú', 500),
});

type Issue = (field: string, message: string) => void;

/** Reads the rows of one kind; a row without its first field is no row, unless something else stands in it. */
function readRows<T>(
  typed: Typed,
  kind: RowKind,
  schema: z.ZodType<T>,
  issue: Issue,
  keep: (row: T, field: (name: string) => string) => void,
): void {
  for (let n = 1; n <= typedRows(typed, kind); n++) {
    const field = (name: string) => rowField(kind, n, name);
    const row = Object.fromEntries(ROWS[kind].fields.map((name) => [name, typed[field(name)]]));
    const parsed = schema.safeParse(row);
    if (parsed.success) keep(parsed.data, field);
    else for (const { path, message } of parsed.error.issues) issue(field(String(path[0])), message);
  }
}

function readTargets(typed: Typed, issue: Issue): Target[] {
  const targets: Target[] = [];
  readRows(typed, 'targets', targetFields, issue, ({ what, number, unit, due }, field) => {
    if (what !== null) targets.push({ what, number, unit, dueOn: due });
    else if (number !== null || unit !== null || due !== null)
      issue(field('what'), 'Hãy ghi nội dung của chỉ tiêu này, hoặc để trống cả dòng.');
  });
  return targets;
}

function readExemplars(typed: Typed, issue: Issue): PlannedExemplar[] {
  const exemplars: PlannedExemplar[] = [];
  readRows(typed, 'exemplars', exemplarFields, issue, ({ name, field: fieldId, note }, field) => {
    if (name !== null) exemplars.push({ name, fieldId, fieldName: null, note });
    else if (fieldId !== null || note !== null)
      issue(field('name'), 'Hãy ghi tên điển hình, hoặc để trống cả dòng.');
  });
  return exemplars;
}

/** Any value, under the words of its field: it is judged together with the rest. */
const anyOf = (words: string | undefined) =>
  z
    .unknown()
    .optional()
    .describe(words ?? '');

/**
 * Reads what was written: the parts with these numbers, the rows, and the head and foot of the paper. Everything that is
 * wrong anywhere is said at once.
 */
export function writeForm(parts: readonly { ord: number; name: string }[]) {
  const shape = {
    ...Object.fromEntries(parts.map(({ ord, name }) => [partField(ord), anyOf(name)])),
    ...Object.fromEntries(
      Object.entries(paperShape).map(([name, { description }]) => [name, anyOf(description)]),
    ),
  };
  return z.looseObject(shape).transform((all, context) => {
    const typed = all as Typed;
    const issue: Issue = (field, message) => context.addIssue({ code: 'custom', path: [field], message });
    const words = readWords(typed, parts, issue);
    const rows = { targets: readTargets(typed, issue), exemplars: readExemplars(typed, issue) };
    const head = z.object(paperShape).safeParse(typed);
    if (!head.success) {
      for (const { path, message } of head.error.issues) issue(String(path[0]), message);
      return z.NEVER;
    }
    return { words, ...rows, paper: typedPaper(head.data) };
  });
}

function readWords(
  typed: Typed,
  parts: readonly { ord: number; name: string }[],
  issue: Issue,
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { ord, name } of parts) {
    const text = typed[partField(ord)];
    if (typeof text === 'string' && text.length > LIMITS.partLetters)
      issue(partField(ord), `Phần “${name}” dài quá 30.000 ký tự; hãy viết gọn lại hoặc đính kèm tệp.`);
    words[String(ord)] = typeof text === 'string' ? text.trim() : '';
  }
  return words;
}
