import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { SameSide } from './same-judge.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { type SameRow, sideOfRow } from './same-sides.ts';

/** About 20 MB; those that a list of 20,000 people is compared with, as a rule. */
const MOST_KEPT = 20_000;

/** Known subjects as they are compared. Names are common: while many are asked about, each known one is read once. */
export class KnownSides {
  readonly index: PlaceIndex;
  readonly #kept = new Map<number, SameSide>();

  constructor(index: PlaceIndex) {
    this.index = index;
  }

  /** Those of the ids that stand for themselves, with one query where some of them were not read before. */
  async of(db: Reader, ids: ReadonlySet<number>): Promise<ReadonlyMap<number, SameSide>> {
    const sides = new Map<number, SameSide>();
    for (const id of ids) {
      const side = this.#kept.get(id);
      if (side) sides.set(id, side);
    }
    const unread = [...ids].filter((id) => !sides.has(id));
    if (this.#kept.size + unread.length > MOST_KEPT) this.#kept.clear();
    for (const row of await readRows(db, unread)) {
      const side = sideOfRow(this.index, row);
      sides.set(row.id, side);
      this.#kept.set(row.id, side);
    }
    return sides;
  }
}

async function readRows(db: Reader, ids: readonly number[]): Promise<SameRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SameRow>`
    SELECT s.id, s.kind, s.full_name AS "fullName", s.birth_year AS "birthYear", s.place, s.position, s.representative,
      ARRAY(SELECT DISTINCT e.office_id FROM exemplar e WHERE e.subject_id = s.id) AS "officeIds",
      ARRAY(SELECT a.name FROM subject_alias a WHERE a.subject_id = s.id ORDER BY a.id) AS aliases
    FROM subject s WHERE s.id = ANY (${[...ids]}::bigint[]) AND s.merged_into_id IS NULL`.execute(db);
  return rows;
}
