import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';
import { sameSubjectsOfMany } from '../../subjects/same.ts';
import type { LabelledPair } from './same-pairs.ts';

export interface SameQuality {
  pairs: number;
  recall: number;
  precision: number;
  /** Of each sort: how many were judged wrongly, of how many. */
  wrong: { sort: string; same: boolean; wrong: number; of: number }[];
  /** Subjects of other pairs that were taken for the one asked about; they count against the precision. */
  strangers: number;
}

/**
 * Writes the known one of every pair as a subject, asks for the other, and counts as found what is at least `possible`.
 * The offices are loaded already.
 */
export async function measureSame(db: Db, pairs: readonly LabelledPair[]): Promise<SameQuality> {
  const ids = await writeKnown(db, pairs);
  const told = await sameSubjectsOfMany(
    db,
    pairs.map((pair) => pair.asked),
    { limit: 50 },
  );
  const found = told.map((list) =>
    list.filter((one) => one.strength !== 'faint').map((one) => one.subjectId),
  );
  const hits = pairs.map((_, n) => found[n]?.includes(ids[n] ?? 0) ?? false);
  const truly = pairs.filter((pair) => pair.same).length;
  const right = pairs.filter((pair, n) => pair.same && hits[n]).length;
  const taken = found.reduce((sum, list) => sum + list.length, 0);
  const sorts = [...new Set(pairs.map((pair) => pair.sort))];
  return {
    pairs: pairs.length,
    recall: right / truly,
    precision: right / taken,
    strangers: taken - hits.filter(Boolean).length,
    wrong: sorts.flatMap((sort) => {
      const judged = pairs.flatMap((pair, n) => (pair.sort === sort ? [pair.same === hits[n]] : []));
      const wrong = judged.filter((ok) => !ok).length;
      return { sort, same: pairs.some((pair) => pair.sort === sort && pair.same), wrong, of: judged.length };
    }),
  };
}

async function writeKnown(db: Db, pairs: readonly LabelledPair[]): Promise<number[]> {
  const known = pairs.map(({ known: { kind, fullName, birthYear, place } }) => ({
    kind,
    fullName,
    birthYear,
    place,
  }));
  const { rows } = await sql<{ id: number }>`
    INSERT INTO subject (kind, full_name, birth_year, place)
    SELECT one ->> 'kind', one ->> 'fullName', (one ->> 'birthYear')::int, one ->> 'place'
    FROM jsonb_array_elements(${JSON.stringify(known)}::jsonb) WITH ORDINALITY AS p (one, n) ORDER BY n
    RETURNING id`.execute(db);
  return rows.map((row) => row.id);
}
