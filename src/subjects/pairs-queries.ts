import { type SqlBool, sql } from 'kysely';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from './kinds.ts';
import type { SameReason } from './same-types.ts';

/** One of the two of a pair, as the list shows it. */
export interface OfPair {
  id: number;
  fullName: string;
  kind: SubjectKind;
  birthYear: number | null;
  place: string | null;
  /** Offices with which its registrations lie, by name. */
  officeNames: string[];
  isSample: boolean;
}

export interface FoundPair {
  one: OfPair;
  other: OfPair;
  strength: PairStrength;
  reasons: SameReason[];
  foundOn: Day;
  decidedOn: Day | null;
  decidedByName: string | null;
  decidedReason: string | null;
}

export const PAIR_STRENGTHS = ['strong', 'possible'] as const;
export type PairStrength = (typeof PAIR_STRENGTHS)[number];

export const PAIRS_A_PAGE = 25;

export interface PairFilter {
  /** Those that wait for somebody to look, or those that somebody told apart. */
  decided: boolean;
  strength: PairStrength | null;
  /** The last pair of the page before; null on the first page. */
  after: PairPlace | null;
}

/** Where a pair stands in the order of its list. */
export interface PairPlace {
  /** What it is sorted by first: the day on which it was told apart, or how sure it is. */
  mark: Day | PairStrength;
  oneId: number;
  otherId: number;
}

/**
 * A page of the pairs of the whole set, the surest first; those that were told apart by the day on which they were. Of
 * those of which one was merged meanwhile nothing is shown. Read on from the last one shown: the hundredth page costs what
 * the first one does. Two queries; `next`: whom the next page follows, null where there is none.
 */
export async function pairsPage(
  db: Reader,
  filter: PairFilter,
): Promise<{ pairs: FoundPair[]; count: number | null; next: PairPlace | null }> {
  const rows = await pairRows(db, filter)
    .limit(PAIRS_A_PAGE + 1)
    .execute();
  const count = await countUpToLimit(db, openPairs(db, filter).select('p.one_id'));
  const pairs = rows.slice(0, PAIRS_A_PAGE).map(toPair);
  const last = rows.length > PAIRS_A_PAGE ? pairs.at(-1) : undefined;
  return { pairs, count, next: last ? placeOf(last) : null };
}

const placeOf = ({ one, other, strength, decidedOn }: FoundPair): PairPlace => ({
  mark: decidedOn ?? strength,
  oneId: one.id,
  otherId: other.id,
});

/** The query of the list, so that a test may ask how it is answered. */
export function pairRows(db: Reader, filter: PairFilter) {
  const { after, decided } = filter;
  const sorted = (decided ? selectPairs(db, filter).orderBy('p.decided_on', 'desc') : bySureness(db, filter))
    .orderBy('p.one_id')
    .orderBy('p.other_id');
  return after ? sorted.where(decided ? behindDay(after) : behindSureness(after)) : sorted;
}

/** As the index has it (migration 360): all keys of a place in one direction. */
const SURENESS = sql<number>`CASE p.strength WHEN 'strong' THEN 0 ELSE 1 END`;

const bySureness = (db: Reader, filter: PairsShown) => selectPairs(db, filter).orderBy(SURENESS);

const behindSureness = ({ mark, oneId, otherId }: PairPlace) =>
  sql<SqlBool>`(${SURENESS}, p.one_id, p.other_id) >
    (${mark === 'strong' ? 0 : 1}::int, ${oneId}::bigint, ${otherId}::bigint)`;

/** The newest day first: the index begins at that day, of which there are as many as people told apart in one. */
const behindDay = ({ mark, oneId, otherId }: PairPlace) =>
  sql<SqlBool>`p.decided_on <= ${mark}::date AND (p.decided_on < ${mark}::date
    OR (p.one_id, p.other_id) > (${oneId}::bigint, ${otherId}::bigint))`;

type PairsShown = Omit<PairFilter, 'after'>;

/** The open pairs of one subject, the surest first: a few. */
export async function pairsOf(db: Reader, subjectId: number): Promise<FoundPair[]> {
  const rows = await bySureness(db, { decided: false, strength: null })
    .where((eb) => eb.or([eb('p.one_id', '=', subjectId), eb('p.other_id', '=', subjectId)]))
    .orderBy('p.one_id')
    .orderBy('p.other_id')
    .limit(10)
    .execute();
  return rows.map(toPair);
}

const openPairs = (db: Reader, { decided, strength }: PairsShown) =>
  db
    .selectFrom('subject_pair as p')
    .innerJoin('subject as a', 'a.id', 'p.one_id')
    .innerJoin('subject as b', 'b.id', 'p.other_id')
    .where('p.decided_on', decided ? 'is not' : 'is', null)
    .$if(strength !== null, (query) => query.where(SURENESS, '=', strength === 'strong' ? 0 : 1))
    .where('a.merged_into_id', 'is', null)
    .where('b.merged_into_id', 'is', null);

const selectPairs = (db: Reader, filter: PairsShown) =>
  openPairs(db, filter)
    .select([
      'p.strength',
      'p.reasons',
      'p.found_on',
      'p.decided_on',
      'p.decided_by_name',
      'p.decided_reason',
    ])
    .select(['a.id as a_id', 'a.full_name as a_name', 'a.kind as a_kind', 'a.birth_year as a_birth'])
    .select(['a.place as a_place', 'a.is_sample as a_sample'])
    .select(['b.id as b_id', 'b.full_name as b_name', 'b.kind as b_kind', 'b.birth_year as b_birth'])
    .select(['b.place as b_place', 'b.is_sample as b_sample'])
    .select([officesOf('a').as('a_offices'), officesOf('b').as('b_offices')]);

const officesOf = (table: 'a' | 'b') => sql<string[]>`ARRAY(
  SELECT DISTINCT o.name FROM exemplar e JOIN office o ON o.id = e.office_id
  WHERE e.subject_id = ${sql.ref(`${table}.id`)} ORDER BY 1 LIMIT 3)`;

type Row = Awaited<ReturnType<ReturnType<typeof selectPairs>['execute']>>[number];

// kinds, strengths and reasons are written by this folder alone, as these types
const toPair = (row: Row): FoundPair => ({
  one: {
    id: row.a_id,
    fullName: row.a_name,
    kind: row.a_kind as SubjectKind,
    birthYear: row.a_birth,
    place: row.a_place,
    officeNames: row.a_offices,
    isSample: row.a_sample,
  },
  other: {
    id: row.b_id,
    fullName: row.b_name,
    kind: row.b_kind as SubjectKind,
    birthYear: row.b_birth,
    place: row.b_place,
    officeNames: row.b_offices,
    isSample: row.b_sample,
  },
  strength: row.strength as PairStrength,
  reasons: row.reasons as unknown as SameReason[],
  foundOn: row.found_on,
  decidedOn: row.decided_on,
  decidedByName: row.decided_by_name,
  decidedReason: row.decided_reason,
});

export interface PairSearchState {
  searchedOn: Day | null;
  completeOn: Day | null;
  /** How many subjects the last whole search has asked about. */
  searched: number;
  askedOn: Day | null;
  askedByName: string | null;
}

export async function pairSearchState(db: Reader): Promise<PairSearchState> {
  const row = await db.selectFrom('subject_pair_search').selectAll().executeTakeFirstOrThrow();
  return {
    searchedOn: row.searched_on,
    completeOn: row.complete_on,
    searched: row.searched,
    askedOn: row.asked_on,
    askedByName: row.asked_by_name,
  };
}
