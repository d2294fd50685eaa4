import type { SameProbe } from '../subjects/same-types.ts';
import type { Judged, ListRow } from './target.ts';

const ROWS_AT_ONCE = 500;

/** The rows of a list as they are judged, part by part, so that others may be worked on meanwhile. */
export class JudgedRows {
  readonly #rows: readonly ListRow[];
  readonly #judge: (row: ListRow) => Judged;
  readonly #firstOf = new Map<string, number>();
  readonly #judged: Judged[] = [];

  constructor(rows: readonly ListRow[], judge: (row: ListRow) => Judged) {
    this.#rows = rows;
    this.#judge = judge;
  }

  /** What came of each row so far, in their order: of all once `probes` has ended. */
  get all(): readonly Judged[] {
    return this.#judged;
  }

  /** Who is to be looked for because of the good ones of some hundred rows, which are judged only when they are asked for. */
  *probes(): Generator<SameProbe[]> {
    for (let from = 0; from < this.#rows.length; from += ROWS_AT_ONCE) {
      const some = this.#rows.slice(from, from + ROWS_AT_ONCE).map((row) => this.#judgedOnce(row));
      this.#judged.push(...some);
      yield some.flatMap((one) => (one.ok ? [one.probe] : []));
    }
  }

  /** The same row twice in one list: the second is refused and names the first. */
  #judgedOnce(row: ListRow): Judged {
    const one = this.#judge(row);
    if (!one.ok) return one;
    const earlier = this.#firstOf.get(one.key);
    if (earlier === undefined) {
      this.#firstOf.set(one.key, row.no);
      return one;
    }
    return { ok: false, reasons: [`Trùng với dòng ${earlier} của danh sách này.`], notes: one.notes };
  }
}
