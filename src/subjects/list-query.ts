import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from './kinds.ts';
import { matching } from './list-conditions.ts';
import type { ListPlace, SubjectFilter } from './list-filter.ts';

export const PAGE_SIZE = 50;

export interface ListRow {
  id: number;
  fullName: string;
  /** The first of them; '…' stands for the rest. */
  aliases: string[];
  kind: SubjectKind;
  birthYear: number | null;
  place: string | null;
  /** Offices with which it is registered, or where an award was written down. */
  offices: string[];
  fileCount: number;
  /** Honours of this programme that came with an award. */
  awardCount: number;
  /** From before or from outside of it. */
  pastAwardCount: number;
  isSample: boolean;
}

export interface ListPage {
  rows: ListRow[];
  /** Null where there is no further page on that side. */
  next: ListPlace | null;
  previous: ListPlace | null;
}

const KEYS = [sql`s.given_name COLLATE "vi-x-icu"`, sql`s.full_name COLLATE "vi-x-icu"`, sql`s.id`] as const;

/** One page of the list in the order of Vietnamese lists, by keyset: the tenth page costs what the first one does. */
export async function listPage(
  db: Reader,
  actor: Actor,
  filter: SubjectFilter,
  place: ListPlace,
): Promise<ListPage> {
  const found = await sortedQuery(db, actor, filter, place, PAGE_SIZE + 1).execute();
  const backwards = place.kind === 'before';
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = found.length > PAGE_SIZE;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown.map(toListRow),
    next: last && (backwards || more) ? { kind: 'after', cursor: cursorOf(last) } : null,
    previous:
      first && (backwards ? more : place.kind === 'after')
        ? { kind: 'before', cursor: cursorOf(first) }
        : null,
  };
}

/** The rows of a page. Exported for the test of its query plan. */
export function sortedQuery(
  db: Reader,
  actor: Actor,
  filter: SubjectFilter,
  place: ListPlace,
  limit: number,
) {
  const down = place.kind === 'before';
  const direction = sql.raw(down ? 'DESC' : 'ASC');
  let query = matching(db, actor, filter)
    .select(['s.id', 's.full_name', 's.given_name', 's.kind', 's.birth_year', 's.place', 's.is_sample'])
    .select([
      ALIASES.as('aliases'),
      OFFICES.as('offices'),
      FILES.as('files'),
      AWARDS.as('awards'),
      PAST.as('past'),
    ])
    .limit(limit);
  for (const key of KEYS) query = query.orderBy(sql`${key} ${direction}`);
  if (place.kind === 'start') return query;
  const [given, full, id] = place.cursor;
  const beyond = sql.raw(down ? '<' : '>');
  return query.where(sql<SqlBool>`(${sql.join([...KEYS])}) ${beyond} (${given}, ${full}, ${id}::bigint)`);
}

/** So many names stand in a row; one more is asked for, to tell that there are more. */
const MOST_NAMES = 3;
const ALIASES = sql<string[]>`ARRAY(SELECT a.name FROM subject_alias a WHERE a.subject_id = s.id
  ORDER BY a.id LIMIT ${MOST_NAMES + 1}::int)`;
const OFFICES = sql<string[]>`ARRAY(SELECT o.name FROM office o WHERE o.id IN (
  SELECT e.office_id FROM exemplar e WHERE e.subject_id = s.id
  UNION SELECT p.office_id FROM past_award p WHERE p.subject_id = s.id) ORDER BY o.id LIMIT ${MOST_NAMES + 1}::int)`;
const FILES = sql<number>`(SELECT count(*) FROM exemplar e WHERE e.subject_id = s.id)`;
const AWARDS = sql<number>`(SELECT count(*) FROM exemplar e JOIN honour h ON h.exemplar_id = e.id
  WHERE e.subject_id = s.id AND h.award_form_id IS NOT NULL)`;
const PAST = sql<number>`(SELECT count(*) FROM past_award p WHERE p.subject_id = s.id)`;

type FoundRow = Awaited<ReturnType<ReturnType<typeof sortedQuery>['execute']>>[number];

const cursorOf = (row: FoundRow) => [row.given_name, row.full_name, row.id] as const;

const toListRow = (row: FoundRow): ListRow => ({
  id: row.id,
  fullName: row.full_name,
  aliases: inShort(row.aliases),
  kind: row.kind as SubjectKind,
  birthYear: row.birth_year,
  place: row.place,
  offices: inShort(row.offices),
  fileCount: Number(row.files),
  awardCount: Number(row.awards),
  pastAwardCount: Number(row.past),
  isSample: row.is_sample,
});

const inShort = (names: readonly string[]): string[] =>
  names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : [...names];

/** How many the filter lets through: exact up to the limit, null beyond it. */
export const countMatching = (db: Reader, actor: Actor, filter: SubjectFilter): Promise<number | null> =>
  countUpToLimit(db, matching(db, actor, filter).select('s.id'));

/** The first rows of the whole list, for the file that holds exactly what is shown. */
export async function listForExport(
  db: Reader,
  actor: Actor,
  filter: SubjectFilter,
  limit: number,
): Promise<ListRow[]> {
  const found = await sortedQuery(db, actor, filter, { kind: 'start' }, limit).execute();
  return found.map(toListRow);
}
