import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { PaperInView, PaperKind } from './kind.ts';
import { deskOffices } from './reach.ts';
import type { Paper, Stay } from './stay.ts';

export const PAGE_SIZE = 50;

export interface DeskFilter {
  paper: Paper | null;
  late: boolean;
  /** On whose desk. */
  officeId: number | null;
  /** The last row of the page before. */
  after: { since: Day; id: number } | null;
}

export interface PaperOnDesk {
  sort: Paper;
  stay: Stay;
  authorName: string | null;
  /** Offices whose opinion is awaited. */
  awaited: string | null;
  /** Null: the paper itself is not the actor's to read any more, e.g. one that they returned and that was moved on. */
  paper: PaperInView | null;
}

/** A paper is in the list of those on whose desk it lies, whose it is, who were asked about it or who returned it. */
function inList(actor: Actor): Expression<SqlBool> {
  if (seesAll(actor)) return sql<SqlBool>`true`;
  const desks = deskOffices(actor);
  return sql<SqlBool>`s.id IN (
    SELECT mine.id FROM desk_stay mine WHERE mine.until IS NULL AND mine.office_id = ANY (${desks}::bigint[])
    UNION SELECT own.id FROM desk_stay own
      WHERE own.until IS NULL AND ${withinReach(actor, sql.ref('own.author_office_id'), null)}
    UNION SELECT now.id FROM opinion p JOIN desk_stay now ON now.paper = p.paper AND now.paper_id = p.paper_id
      AND now.until IS NULL WHERE p.office_id = ANY (${desks}::bigint[])
    UNION SELECT now.id FROM paper_return r JOIN desk_stay now ON now.paper = r.paper AND now.paper_id = r.paper_id
      AND now.until IS NULL WHERE r.by_office_id = ANY (${desks}::bigint[]))`;
}

function matching(db: Reader, actor: Actor, filter: Omit<DeskFilter, 'after'>, today: Day) {
  let query = db.selectFrom('desk_stay as s').where('s.until', 'is', null).where(inList(actor));
  if (filter.paper) query = query.where('s.paper', '=', filter.paper);
  if (filter.late) query = query.where('s.due_on', '<', today);
  if (filter.officeId) query = query.where('s.office_id', '=', filter.officeId);
  return query;
}

/** The rows of a page, the longest on its desk first. Exported for the test of its query plan. */
export function longestFirst(db: Reader, actor: Actor, filter: DeskFilter, today: Day) {
  const query = matching(db, actor, filter, today)
    .innerJoin('office as o', 'o.id', 's.office_id')
    .leftJoin('office as a', 'a.id', 's.author_office_id')
    .select(['s.id', 's.paper', 's.paper_id as paperId', 's.office_id as officeId', 'o.name as officeName'])
    .select(['o.path as officePath', 's.since', 's.until', 's.due_on as dueOn', 's.waits_for as waitsFor'])
    .select(['s.reason', 'a.name as authorName'])
    .select(
      sql<string | null>`(SELECT string_agg(asked.name, ', ' ORDER BY p.id) FROM opinion p
        JOIN office asked ON asked.id = p.office_id WHERE p.paper = s.paper AND p.paper_id = s.paper_id
        AND p.answered_on IS NULL AND p.gap_on IS NULL)`.as('awaited'),
    )
    .orderBy('s.since')
    .orderBy('s.id')
    .limit(PAGE_SIZE + 1);
  const { after } = filter;
  return after
    ? query.where(sql<SqlBool>`(s.since, s.id) > (${after.since}::date, ${after.id}::bigint)`)
    : query;
}

/** One page of the papers on desks, with one query and one more for each sort of paper. */
export async function papersOnDesks(
  db: Reader,
  actor: Actor,
  kinds: readonly PaperKind[],
  filter: DeskFilter,
  today: Day,
): Promise<{ rows: PaperOnDesk[]; more: boolean }> {
  const found = await longestFirst(db, actor, filter, today).execute();
  const shown = found.slice(0, PAGE_SIZE);
  const papers = new Map<string, PaperInView>();
  for (const { paper, findMany } of kinds) {
    const ids = shown.filter((row) => row.paper === paper).map(({ paperId }) => paperId);
    for (const one of await findMany(db, actor, ids)) papers.set(`${paper}:${one.id}`, one);
  }
  return {
    more: found.length > PAGE_SIZE,
    rows: shown.map(({ paper, authorName, awaited, ...stay }) => ({
      sort: paper as Paper,
      stay,
      authorName,
      awaited,
      paper: papers.get(`${paper}:${stay.paperId}`) ?? null,
    })),
  };
}

/** How many the filter lets through: exact up to the limit, null beyond it. */
export const countOnDesks = (
  db: Reader,
  actor: Actor,
  filter: DeskFilter,
  today: Day,
): Promise<number | null> => countUpToLimit(db, matching(db, actor, filter, today).select('s.id'));

/** The offices on whose desks something lies that the actor may see, by name. */
export const officesWithPapers = (db: Reader, actor: Actor): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom('office')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      db.selectFrom('desk_stay as s').select('s.office_id').where('s.until', 'is', null).where(inList(actor)),
    )
    .orderBy(sql`name COLLATE "vi-x-icu"`)
    .orderBy('id')
    .execute();
