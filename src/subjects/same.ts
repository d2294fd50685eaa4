import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { judgeSame, type SameSide, type SameVerdict } from './same-judge.ts';
import { KnownSides } from './same-known.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { loadPlaces } from './same-places.ts';
import { sideOfProbe } from './same-sides.ts';
import { SAME_STRENGTHS, type SameFound, type SameProbe } from './same-types.ts';

const MOST_TOLD = 10;
/** How many candidates of each sort are compared; `lean` looks for no namesakes elsewhere of one that is found near by. */
const ALONE = { most: 300, lean: false };
const OF_MANY = { most: 40, lean: true };
const AT_ONCE = 500;
const LANES = 2;

/**
 * Subjects of the whole program that may be the one asked about, the likeliest first, with reasons. What of them may
 * be shown to an actor is for `tellSame` to say: never show anything else of them. Three queries, whatever is found, and
 * two more after offices changed.
 *
 * @param limit most that are told, 10 unless said
 */
export async function sameSubjects(
  db: Reader,
  probe: SameProbe,
  options: { limit?: number } = {},
): Promise<SameFound[]> {
  const known = new KnownSides(await loadPlaces(db));
  const [found] = await search(db, known, [probe], ALONE, options.limit ?? MOST_TOLD);
  return found ?? [];
}

/** The same for many at once, in their order, with two queries for each 500; common names are looked at less. */
export const sameSubjectsOfMany = (
  db: Reader,
  probes: readonly SameProbe[],
  options: { limit?: number } = {},
): Promise<SameFound[][]> => sameSubjectsInParts(db, inParts(probes), options);

function* inParts(probes: readonly SameProbe[]): Generator<readonly SameProbe[]> {
  for (let from = 0; from < probes.length; from += AT_ONCE) yield probes.slice(from, from + AT_ONCE);
}

/**
 * The same for many who come part by part, some hundred in each, with two queries for each part. A part is asked for only
 * when those before it are being looked for, so whoever makes the parts works while the database does.
 */
export async function sameSubjectsInParts(
  db: Reader,
  parts: Iterable<readonly SameProbe[]>,
  options: { limit?: number } = {},
): Promise<SameFound[][]> {
  const known = new KnownSides(await loadPlaces(db));
  const limit = options.limit ?? MOST_TOLD;
  const found: SameFound[][][] = [];
  // while the database looks for some, others are compared here; a transaction has but one connection
  const lanes = db.isTransaction ? 1 : LANES;
  const turns = parts[Symbol.iterator]();
  let next = 0;
  const work = async () => {
    for (let part = turns.next(); !part.done; part = turns.next()) {
      const turn = next++;
      // who else is served has a turn between the parts, also where nobody is to be looked for
      if (part.value.length === 0) await new Promise(setImmediate);
      else found[turn] = await search(db, known, part.value, OF_MANY, limit);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return found.flat();
}

async function search(
  db: Reader,
  known: KnownSides,
  probes: readonly SameProbe[],
  width: typeof ALONE,
  limit: number,
): Promise<SameFound[][]> {
  const { index } = known;
  const asked = probes.map((probe) => sideOfProbe(index, probe));
  const candidates = await candidatesOf(db, index, probes, asked, width);
  const sides = await known.of(db, new Set(candidates.flat()));
  return asked.map((side, n) => {
    const others = (candidates[n] ?? []).filter((id) => id !== probes[n]?.exceptId);
    const judged = others.flatMap((id) => {
      const other = sides.get(id);
      const verdict = other && judgeSame(index, side, other);
      return verdict ? [{ subjectId: id, ...verdict }] : [];
    });
    return judged
      .sort(likelierFirst)
      .slice(0, limit)
      .map(({ weight: _, ...found }) => found);
  });
}

function likelierFirst(one: SameVerdict & { subjectId: number }, other: SameVerdict & { subjectId: number }) {
  const strength = SAME_STRENGTHS.indexOf(one.strength) - SAME_STRENGTHS.indexOf(other.strength);
  return strength || other.weight - one.weight || one.subjectId - other.subjectId;
}

/** Ids of the candidates of each probe, in their order. */
async function candidatesOf(
  db: Reader,
  index: PlaceIndex,
  probes: readonly SameProbe[],
  asked: readonly SameSide[],
  width: typeof ALONE,
): Promise<number[][]> {
  const rows = probes.map(({ kind, fullName, birthYear }, n) => {
    const where = asked[n]?.where;
    const communes = where ? index.namesOverTime([...where.address.units, ...where.offices]) : [];
    return { kind, name: fullName.slice(0, 200), birth: birthYear, communes };
  });
  const { rows: found } = await sql<{ n: number; id: number }>`
    SELECT c.n - 1 AS n, c.id
    FROM same_candidates_of_many(${JSON.stringify(rows)}::jsonb, ${width.most}, ${width.lean}) AS c`.execute(
    db,
  );
  const lists: number[][] = probes.map(() => []);
  for (const { n, id } of found) lists[n]?.push(id);
  return lists.map((ids) => [...new Set(ids)]);
}
