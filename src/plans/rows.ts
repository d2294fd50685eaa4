/** Repeatable rows of a form: `<list>.<n>.<column>`, n from 0. Rows left empty are left out. */
export type TypedRow = Readonly<Record<string, string>>;

/** Rows beyond these are nobody's plan. */
export const MOST_ROWS = 60;
/** How the names of the fields of one row begin. */
export const rowPrefix = (list: string, n: number): string => `${list}.${n}.`;

const LONGEST_CELL = 4_000;

/** The rows of a list in the order of their numbers, with the number each has in the form; empty ones are dropped. */
export function typedRows(
  typed: Readonly<Record<string, unknown>>,
  list: string,
): { n: number; row: TypedRow }[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const found = new RegExp(`^${list}\\.(\\d{1,2})\\.(\\w{1,30})$`).exec(name);
    if (!found || typeof value !== 'string') continue;
    const n = Number(found[1]);
    if (n >= MOST_ROWS) continue;
    const row = rows.get(n) ?? {};
    row[found[2] ?? ''] = value.trim().slice(0, LONGEST_CELL);
    rows.set(n, row);
  }
  return [...rows]
    .filter(([, row]) => Object.values(row).some(Boolean))
    .toSorted(([one], [other]) => one - other)
    .map(([n, row]) => ({ n, row }));
}

/** Rows to be shown: what was typed when the form comes back, else what is kept, and some empty ones at the end. */
export function shownRows(
  typed: Readonly<Record<string, unknown>>,
  list: string,
  kept: readonly TypedRow[],
  empty = 3,
): TypedRow[] {
  const again = Object.keys(typed).some((name) => name.startsWith(`${list}.`));
  if (!again) return [...kept, ...Array.from({ length: empty }, () => ({}))];
  const rows = typedRows(typed, list);
  const last = rows.at(-1)?.n ?? -1;
  const byNumber = new Map(rows.map(({ n, row }) => [n, row]));
  return Array.from({ length: last + 1 + empty }, (_, n) => byNumber.get(n) ?? {});
}

/** How many rows there are down to the last one that is not empty. */
export const filledRows = (rows: readonly TypedRow[]): number =>
  rows.findLastIndex((row) => Object.values(row).some(Boolean)) + 1;

/** One thing a line, as people type lists; empty lines are left out. */
export const linesOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s*/, '').trim())
    .filter(Boolean);
