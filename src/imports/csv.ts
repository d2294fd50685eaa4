import { type RawRow, READ_LIMITS } from './raw-table.ts';

export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = ['\t', ';', ','];
const LINES_LOOKED_AT = 20;

/** The sign that stands most evenly in the first lines, outside of quotes. */
export function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const counts = DELIMITERS.map((delimiter) => {
    const perLine = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    return { delimiter, lines: perLine.filter((count) => count > 0).length, signs: Math.max(0, ...perLine) };
  });
  counts.sort((one, other) => other.lines - one.lines || other.signs - one.signs);
  return counts[0]?.delimiter ?? ',';
}

export type CsvRead = { rows: RawRow[] } | { failed: 'rows' | 'columns' };

/** Rows between which other work of the server may go on. */
const ROWS_AT_ONCE = 1_000;

/** Reads CSV or what was copied out of a table; quotes as Excel writes them. Stops at the limits of a list. */
export async function readCsv(text: string, delimiter: Delimiter): Promise<CsvRead> {
  const rows: RawRow[] = [];
  const reader = new LineReader(text, delimiter);
  for (let no = 1; !reader.ended; no++) {
    const cells = reader.line();
    if (cells.length > READ_LIMITS.columns) return { failed: 'columns' };
    if (no > READ_LIMITS.rowsInFile) return { failed: 'rows' };
    if (no % ROWS_AT_ONCE === 0) await new Promise(setImmediate);
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (rows.length >= READ_LIMITS.rows) return { failed: 'rows' };
    rows.push({ no, cells });
  }
  return { rows };
}

class LineReader {
  #at = 0;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The cells of the next line; one more than a list may have, when it has more. */
  line(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#text[this.#at] === '"' ? this.#quoted() : this.#plain());
      if (cells.length > READ_LIMITS.columns) return cells;
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] === '\n') this.#at++;
    return cells;
  }

  #plain(): string {
    const from = this.#at;
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at];
      if (sign === this.#delimiter || sign === '\n' || sign === '\r') break;
      this.#at++;
    }
    return cut(this.#text.slice(from, this.#at));
  }

  #quoted(): string {
    let cell = '';
    for (;;) {
      const end = this.#text.indexOf('"', this.#at + 1);
      // a quote that is never closed: the sign alone was meant
      if (end < 0 || end - this.#at > READ_LIMITS.letters * 4) return this.#plain();
      cell += this.#text.slice(this.#at + 1, end);
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') break;
      cell += '"';
    }
    return cut(cell + this.#plain());
  }
}

const cut = (text: string): string =>
  text.length > READ_LIMITS.letters ? `${text.slice(0, READ_LIMITS.letters)}…` : text;
