/**
 * A place in a sorted list: the sort values of the row beside which the page begins. It travels in the address,
 * so that the same address shows the same place however many rows came in meanwhile.
 */
export type Cursor = readonly (string | number)[];

const MAX_LENGTH = 2_000;

/** Written so that it stands in an address without escapes. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads a place back; null when the address was mutilated.
 *
 * @param shape what kind of value stands at each position, e.g. `['string', 'string', 'number']`
 */
export function readCursor(written: string, shape: readonly ('string' | 'number')[]): Cursor | null {
  if (written.length > MAX_LENGTH) return null;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(values) || values.length !== shape.length) return null;
  return values.every((value, index) => fits(value, shape[index])) ? (values as Cursor) : null;
}

function fits(value: unknown, kind: 'string' | 'number' | undefined): boolean {
  if (kind === 'number') return Number.isSafeInteger(value);
  // PostgreSQL takes no NUL in a text
  return typeof value === 'string' && !value.includes('\0');
}
