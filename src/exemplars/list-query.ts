import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Cursor } from '../web/list-cursor.ts';
import { matching } from './list-conditions.ts';
import type { ExemplarFilter, ListPlace, Sort } from './list-filter.ts';
import type { Level } from './show-words.ts';
import type { ExemplarState } from './workflow.ts';

export const PAGE_SIZE = 50;

export interface ListRow {
  id: number;
  fullName: string;
  kind: SubjectKind;
  title: string | null;
  state: ExemplarState;
  level: Level | null;
  fieldName: string | null;
  /** What the source says of the field, where no field is chosen yet. */
  fieldHint: string | null;
  officeName: string;
  foundOn: Day | null;
  updatedAt: Date;
  isSample: boolean;
}

export interface ListPage {
  rows: ListRow[];
  /** Null where there is no further page on that side. */
  next: ListPlace | null;
  previous: ListPlace | null;
}

const MOMENT = sql<string>`to_char(e.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The order of each sort: the expressions in SQL, and how a place in it is compared with a row. */
const SORT_KEYS: Record<
  Sort,
  { keys: ReturnType<typeof sql>[]; place: (at: Cursor) => ReturnType<typeof sql> }
> = {
  ten: {
    keys: [sql`e.given_name`, sql`e.full_name`, sql`e.id`],
    place: ([given, full, id]) => sql`(${given}, ${full}, ${id}::bigint)`,
  },
  sua: {
    keys: [sql`e.updated_at`, sql`e.id`],
    place: ([moment, id]) => sql`(${moment}::timestamptz, ${id}::bigint)`,
  },
  don_vi: {
    keys: [sql`o.name COLLATE "vi-x-icu"`, sql`o.id`, sql`e.given_name`, sql`e.full_name`, sql`e.id`],
    place: ([office, officeId, given, full, id]) =>
      sql`(${office}, ${officeId}::bigint, ${given}, ${full}, ${id}::bigint)`,
  },
};

/**
 * One page of the list, in the order of Vietnamese lists: by given name, then whole name. Keyset paging: the
 * tenth page costs what the first one does, and a row that comes in meanwhile moves no other.
 */
export async function listPage(
  db: Reader,
  actor: Actor,
  filter: ExemplarFilter,
  place: ListPlace,
  today: Day,
): Promise<ListPage> {
  const found = await sortedQuery(db, actor, filter, place, today, PAGE_SIZE + 1).execute();
  const backwards = place.kind === 'before';
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = found.length > PAGE_SIZE;
  const first = shown[0];
  const last = shown.at(-1);
  return {
    rows: shown.map(toListRow),
    next: last && (backwards || more) ? { kind: 'after', cursor: cursorOf(last, filter.sort) } : null,
    previous:
      first && (backwards ? more : place.kind === 'after')
        ? { kind: 'before', cursor: cursorOf(first, filter.sort) }
        : null,
  };
}

/** The rows of a page with the values that its cursors are made of. Exported for the test of its query plan. */
export function sortedQuery(
  db: Reader,
  actor: Actor,
  filter: ExemplarFilter,
  place: ListPlace,
  today: Day,
  limit: number,
) {
  const { keys, place: placeIn } = SORT_KEYS[filter.sort];
  const down = filter.descending !== (place.kind === 'before');
  const direction = sql.raw(down ? 'DESC' : 'ASC');
  let query = matching(db, actor, filter, today)
    .select(['e.id', 'e.full_name', 'e.given_name', 'e.subject_kind', 'e.title', 'e.state', 'e.level'])
    .select(['e.field_hint', 'e.found_on', 'e.updated_at', 'e.is_sample', 'o.id as office_id'])
    .select(['o.name as office_name', 'f.name as field_name', MOMENT.as('moment')])
    .limit(limit);
  for (const key of keys) query = query.orderBy(sql`${key} ${direction}`);
  if (place.kind === 'start') return query;
  const beyond = sql.raw(down ? '<' : '>');
  return query.where(sql<SqlBool>`(${sql.join(keys)}) ${beyond} ${placeIn(place.cursor)}`);
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof sortedQuery>['execute']>>[number];

function cursorOf(row: FoundRow, sort: Sort): Cursor {
  if (sort === 'sua') return [row.moment, row.id];
  const byName = [row.given_name, row.full_name, row.id] as const;
  return sort === 'ten' ? byName : [row.office_name, row.office_id, ...byName];
}

function toListRow(row: FoundRow): ListRow {
  return {
    id: row.id,
    fullName: row.full_name,
    kind: row.subject_kind as SubjectKind,
    title: row.title,
    state: row.state as ExemplarState,
    level: row.level as Level | null,
    fieldName: row.field_name,
    fieldHint: row.field_hint,
    officeName: row.office_name,
    foundOn: row.found_on,
    updatedAt: row.updated_at,
    isSample: row.is_sample,
  };
}

/** How many the filter lets through: exact up to the limit, null beyond it. */
export const countMatching = (
  db: Reader,
  actor: Actor,
  filter: ExemplarFilter,
  today: Day,
): Promise<number | null> => countUpToLimit(db, matching(db, actor, filter, today).select('e.id'));

/** The first rows of the whole list, for the file that holds exactly what is shown. */
export async function listForExport(
  db: Reader,
  actor: Actor,
  filter: ExemplarFilter,
  today: Day,
  limit: number,
): Promise<ListRow[]> {
  const found = await sortedQuery(db, actor, filter, { kind: 'start' }, today, limit).execute();
  return found.map(toListRow);
}
