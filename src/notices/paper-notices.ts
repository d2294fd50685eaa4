import { sql } from 'kysely';
import { PAPER_NAMES, type Paper } from '../desks/stay.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import { insertNotices } from './give.ts';
import { whoIsReminded } from './people.ts';

/** Something that happened to a paper and concerns an office. */
interface Happening {
  kind: 'returned' | 'arrived' | 'opinion';
  paper: Paper;
  paperId: number;
  officeId: number;
  day: Day;
  /** Until when it waits there. */
  dueOn: Day | null;
  waitsFor: string;
  /** Whose paper it is; never the name of a person, for this goes out by mail. */
  authorName: string | null;
  /** The stay or the question itself. */
  thing: string;
  /** Whoever did it knows. */
  by: number | null;
}

/** Where each kind of paper is opened. */
export const PAPER_PATHS: Record<Paper, string> = {
  unit_plan: '/ke-hoach-don-vi',
  exemplar: '/dien-hinh',
  report: '/bao-cao',
};

/**
 * Tells the people of an office what came back to it, came to its desk, or was asked of it from a day on; each thing
 * once, so it may be called at every hour.
 */
export async function paperNotices(tx: Tx, from: Day, day: Day, clock: Clock): Promise<number> {
  const happened = await happenings(tx, from, day);
  if (happened.length === 0) return 0;
  const people = await whoIsReminded(tx, day);
  const notices = happened.flatMap((one) =>
    people
      .filter(({ officeIds, accountId }) => officeIds.includes(one.officeId) && accountId !== one.by)
      .map(({ accountId }) => ({
        account_id: accountId,
        kind: one.kind,
        sentence: sentenceOf(one),
        href: `${PAPER_PATHS[one.paper]}/${one.paperId}`,
        duty_item_id: null,
        thing: one.thing,
        on_day: day,
        created_at: clock.now(),
      })),
  );
  return insertNotices(tx, notices);
}

function sentenceOf({ kind, paper, day, dueOn, waitsFor, authorName }: Happening): string {
  const until = dueOn ? `, hạn ${formatDate(dueOn)}` : '';
  const name = authorName ? `${PAPER_NAMES[paper]} của ${authorName}` : PAPER_NAMES[paper];
  if (kind === 'returned') return `Bị trả lại ngày ${formatDate(day)}: ${name}, ${waitsFor}${until}.`;
  if (kind === 'opinion') return `Được xin ý kiến ngày ${formatDate(day)} về ${name}: ${waitsFor}${until}.`;
  return `Chuyển đến bàn ngày ${formatDate(day)}: ${name}, chờ ${waitsFor}${until}.`;
}

/** From one day to another, both included; a return is told as such, not as an arrival too. */
async function happenings(db: Reader, from: Day, day: Day): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    SELECT CASE WHEN r.id IS NULL THEN 'arrived' ELSE 'returned' END AS kind, s.paper, s.paper_id AS "paperId",
      s.office_id AS "officeId", s.since AS day, s.due_on AS "dueOn", s.waits_for AS "waitsFor",
      a.name AS "authorName", 'stay:' || s.id AS thing, s.moved_by AS by
    FROM desk_stay s
    LEFT JOIN office a ON a.id = s.author_office_id
    LEFT JOIN LATERAL (SELECT id FROM paper_return r
      WHERE r.paper = s.paper AND r.paper_id = s.paper_id AND r.returned_on = s.since AND r.by_office_id <> s.office_id
      LIMIT 1) r ON true
    WHERE s.until IS NULL AND s.since BETWEEN ${from}::date AND ${day}::date
      AND (r.id IS NOT NULL OR s.office_id IS DISTINCT FROM s.author_office_id)
    UNION ALL
    SELECT 'opinion', o.paper, o.paper_id, o.office_id, o.asked_on, o.due_on, left(o.question, 200),
      a.name, 'opinion:' || o.id, o.asked_by
    FROM opinion o
    LEFT JOIN desk_stay s ON s.paper = o.paper AND s.paper_id = o.paper_id AND s.until IS NULL
    LEFT JOIN office a ON a.id = s.author_office_id
    WHERE o.answered_on IS NULL AND o.gap_on IS NULL
      AND o.asked_on BETWEEN ${from}::date AND ${day}::date
    ORDER BY 3, 1 LIMIT 10000`.execute(db);
  return rows;
}
