import { type Expression, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';

/** Papers that travel from desk to desk. */
export type Paper = 'unit_plan' | 'exemplar' | 'report';

export const PAPER_NAMES: Record<Paper, string> = {
  unit_plan: 'kế hoạch của đơn vị',
  exemplar: 'hồ sơ điển hình',
  report: 'báo cáo',
};

/** One stay of a paper on the desk of an office. */
export interface Stay {
  id: number;
  paperId: number;
  officeId: number;
  officeName: string;
  officePath: number[];
  since: Day;
  /** null: it lies there now. */
  until: Day | null;
  dueOn: Day | null;
  waitsFor: string;
  /** Why somebody above moved it here; null where it came by a step of its own. */
  reason: string | null;
}

export interface NextDesk {
  paper: Paper;
  paperId: number;
  officeId: number;
  dueOn: Day | null;
  waitsFor: string;
  movedBy: number | null;
  reason?: string | null;
}

/** Two who move the same paper come one after the other; held until the transaction ends. */
export async function lockDesk(tx: Tx, paper: Paper, paperId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`desk:${paper}:${paperId}`}, 0))`.execute(tx);
}

/**
 * Lays a paper on the next desk, in the transaction of the step that sends it there: ends its present stay and
 * begins the new one. A step that was decided on an earlier day than the paper's last move counts from that move:
 * stays follow each other without a gap and without an overlap.
 */
export async function moveToDesk(tx: Tx, next: NextDesk, day: Day): Promise<void> {
  await leaveDesk(tx, next.paper, next.paperId, day);
  await tx
    .insertInto('desk_stay')
    .values({
      paper: next.paper,
      paper_id: next.paperId,
      office_id: next.officeId,
      since: sql<Day>`greatest(${day}::date, (SELECT max(s.until) FROM desk_stay s
        WHERE s.paper = ${next.paper} AND s.paper_id = ${next.paperId}))`,
      due_on: next.dueOn,
      waits_for: next.waitsFor,
      moved_by: next.movedBy,
      reason: next.reason ?? null,
    })
    .execute();
}

/** The paper's way is over: it lies on nobody's desk any more. */
export async function leaveDesk(tx: Tx, paper: Paper, paperId: number, day: Day): Promise<void> {
  await lockDesk(tx, paper, paperId);
  await tx
    .updateTable('desk_stay')
    .set({ until: sql<Day>`greatest(since, ${day}::date)` })
    .where('paper', '=', paper)
    .where('paper_id', '=', paperId)
    .where('until', 'is', null)
    .execute();
}

const stays = (db: Reader, paper: Paper) =>
  db
    .selectFrom('desk_stay as s')
    .innerJoin('office as o', 'o.id', 's.office_id')
    .select(['s.id', 's.paper_id as paperId', 's.office_id as officeId', 'o.name as officeName'])
    .select(['o.path as officePath', 's.since', 's.until', 's.due_on as dueOn', 's.waits_for as waitsFor'])
    .select('s.reason')
    .where('s.paper', '=', paper);

/**
 * Where a paper lies now, as one column of a query on the papers themselves; null when it is on nobody's desk.
 *
 * @param id expression of the paper's id
 */
export const stayNow = (paper: Paper, id: Expression<number>) =>
  sql<Stay | null>`(SELECT json_build_object('id', d.id, 'paperId', d.paper_id, 'officeId', d.office_id,
      'officeName', h.name, 'officePath', h.path, 'since', d.since, 'until', d.until, 'dueOn', d.due_on,
      'waitsFor', d.waits_for, 'reason', d.reason)
    FROM desk_stay d JOIN office h ON h.id = d.office_id
    WHERE d.paper = ${paper} AND d.paper_id = ${id} AND d.until IS NULL)`;

/** Where a paper lies now; null when it is on nobody's desk. */
export async function deskOf(db: Reader, paper: Paper, paperId: number): Promise<Stay | null> {
  const stay = await stays(db, paper)
    .where('s.paper_id', '=', paperId)
    .where('s.until', 'is', null)
    .executeTakeFirst();
  return stay ?? null;
}

/** The same for a list of papers, with one query: id of the paper → its stay. */
export async function desksOf(
  db: Reader,
  paper: Paper,
  paperIds: readonly number[],
): Promise<Map<number, Stay>> {
  if (paperIds.length === 0) return new Map();
  const found = await stays(db, paper)
    .where('s.paper_id', '=', sql<number>`ANY (${[...paperIds]}::bigint[])`)
    .where('s.until', 'is', null)
    .execute();
  return new Map(found.map((stay) => [stay.paperId, stay]));
}

/** Every desk that a paper has lain on, the first one first. */
export const staysOf = (db: Reader, paper: Paper, paperId: number): Promise<Stay[]> =>
  stays(db, paper).where('s.paper_id', '=', paperId).orderBy('s.id').execute();
