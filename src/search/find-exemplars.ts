import { type Expression, type SqlBool, sql } from 'kysely';
import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { type SearchWords, spellings } from './words.ts';

/** A broad search is ranked among so many and no more: the best of two thousand "Nguyễn" help nobody more. */
export const MOST_CANDIDATES = 2_000;
export const MOST_SHOWN = 50;

export interface FoundExemplar {
  id: number;
  subjectId: number;
  kind: SubjectKind;
  fullName: string;
  birthYear: number | null;
  place: string | null;
  position: string | null;
  state: ExemplarState;
  title: string | null;
  fieldName: string | null;
  fieldHint: string | null;
  officeId: number;
  officeName: string;
  officeValidTo: Day | null;
  isSample: boolean;
}

export interface FoundExemplars {
  /** The best, at most `MOST_SHOWN`. */
  rows: FoundExemplar[];
  /** How many there are; null: `MOST_CANDIDATES` or more, not counted to the end. */
  count: number | null;
}

/**
 * `every`: the subject bears every word, in its name, place, position or representative, in any order, with or
 * without marks. `near`: it bears something spelled nearly so, e.g. with a letter too many.
 */
export type Nearness = 'every' | 'near';

/**
 * Exemplars within the actor's reach. First those that bear the words in the name, then those that are written
 * with the same marks, then the nearest.
 */
export async function findExemplars(
  db: Reader,
  actor: Actor,
  words: SearchWords,
  nearness: Nearness = 'every',
): Promise<FoundExemplars> {
  if (words.keys.length === 0) return { rows: [], count: 0 };
  const found = await searchQuery(db, actor, words, nearness).execute();
  const total = found[0]?.total ?? 0;
  const rows = found.map(({ total: _, ...row }) => ({
    ...row,
    kind: row.kind as SubjectKind,
    state: row.state as ExemplarState,
  }));
  return { rows, count: total < MOST_CANDIDATES ? total : null };
}

/** Both are served by the trigram index of `search_text`. */
const CONDITION: Record<Nearness, (words: SearchWords) => Expression<SqlBool>> = {
  every: ({ keys }) => bearsEvery(sql.ref('s.search_text'), keys),
  near: ({ keys }) => sql<SqlBool>`s.search_text %> ${keys.join(' ')}`,
};

const bearsEvery = (column: Expression<string>, keys: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    keys.map((key) => bearsWord(column, key)),
    sql` AND `,
  )})`;

/** Two letters hold no trigram of their own, so a short word is looked for as a word or the beginning of one. */
const bearsWord = (column: Expression<string>, key: string): Expression<SqlBool> =>
  key.length > 2 ? sql<SqlBool>`${column} LIKE ${`%${key}%`}` : sql<SqlBool>`${column} %> ${key}`;

/**
 * Candidates first, without order and no more than the limit; only those are ranked. Those that bear all the words
 * in the name, with the marks that were typed, are candidates of their own right: the one "Toẩn" must not be lost
 * among twenty thousand "Toàn". Exported for the test of its query plan.
 */
export function searchQuery(db: Reader, actor: Actor, words: SearchWords, nearness: Nearness) {
  const named = nearness === 'every' ? inNameAsTyped(words) : sql<SqlBool>`false`;
  return db
    .with('named', (cte) => candidates(cte, actor, named))
    .with('broad', (cte) => candidates(cte, actor, CONDITION[nearness](words)))
    .with('c', (cte) => cte.selectFrom('named').selectAll().union(cte.selectFrom('broad').selectAll()))
    .selectFrom('c')
    .innerJoin('office as o', 'o.id', 'c.officeId')
    .select(['c.id', 'c.subjectId', 'c.kind', 'c.fullName', 'c.birthYear', 'c.place'])
    .select(['c.position', 'c.state', 'c.title', 'c.fieldHint', 'c.fieldName', 'c.officeId', 'c.isSample'])
    .select(['o.name as officeName', 'o.valid_to as officeValidTo'])
    .select(sql<number>`count(*) OVER ()`.as('total'))
    .orderBy(sql`${wordsInName(words)} DESC, ${marksInName(words)} DESC`)
    .orderBy(sql`similarity(c.name_key, ${words.keys.join(' ')}) DESC`)
    .orderBy(sql`c.given_name COLLATE "vi-x-icu", c."fullName" COLLATE "vi-x-icu", c.id`)
    .limit(MOST_SHOWN);
}

const candidates = (db: Pick<Reader, 'selectFrom'>, actor: Actor, condition: Expression<SqlBool>) =>
  db
    .selectFrom('subject as s')
    .innerJoin('exemplar as e', 'e.subject_id', 's.id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['e.id', 's.id as subjectId', 's.kind', 's.full_name as fullName', 's.birth_year as birthYear'])
    .select(['s.place', 's.position', 's.name_key', 's.given_name', 'e.state', 'e.title'])
    .select(['e.office_id as officeId', 'e.field_hint as fieldHint', 'f.name as fieldName'])
    .select('e.is_sample as isSample')
    .where(condition)
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id')))
    .limit(MOST_CANDIDATES);

/** The name bears every word, with the very marks that were typed; served by the trigram index of `name_key`. */
function inNameAsTyped({ keys, accented }: SearchWords): Expression<SqlBool> {
  const marks = accented.map((word) => sql<SqlBool>`${NAME_WITH_MARKS('s.full_name')} ~ ${asWord(word)}`);
  return sql<SqlBool>`(${sql.join([bearsEvery(sql.ref('s.name_key'), keys), ...marks], sql` AND `)})`;
}

/** A name in small letters with a space on each side, so that a whole word is found by the spaces around it. */
const NAME_WITH_MARKS = (column: string) => sql`(' ' || lower(normalize(${sql.ref(column)}, NFC)) || ' ')`;
const asWord = (word: string): string => ` (${spellings(word)}) `;

/** How many of the words stand in the name itself, as whole words. */
const wordsInName = ({ keys }: SearchWords) =>
  sql`(SELECT count(*) FROM unnest(${[...keys]}::text[]) AS word
    WHERE (' ' || c.name_key || ' ') LIKE '% ' || word || ' %')`;

/** How many of the words, if they were typed with marks, stand in the name with just these marks. */
const marksInName = ({ accented }: SearchWords) =>
  sql`(SELECT count(*) FROM unnest(${accented.map(asWord)}::text[]) AS word
    WHERE ${NAME_WITH_MARKS('c.fullName')} ~ word)`;
