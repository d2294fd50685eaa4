import { sql } from 'kysely';
import { addDays } from '../calendar/days.ts';
import { deskOffices } from '../desks/reach.ts';
import type { Paper } from '../desks/stay.ts';
import { type DutyItem, dutyItems } from '../duties/queries.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type Capped, COUNTED, SHOWN } from './my-work-queries.ts';
import { ANSWERABLE } from './people.ts';

/** Farther ahead a thing is not yet something to do. */
const AHEAD_DAYS = 45;

const answeredFor = (actor: Actor): number[] => [
  ...new Set(
    actor.grants
      .filter(({ role }) => (ANSWERABLE as readonly string[]).includes(role))
      .map((one) => one.officeId),
  ),
];

/** What the actor's own offices owe: late things, and what is due within the next weeks. */
export async function dueForMe(db: Reader, actor: Actor, today: Day): Promise<Capped<DutyItem>> {
  const officeIds = answeredFor(actor);
  if (officeIds.length === 0) return { items: [], total: 0 };
  const filter = { officeIds, states: ['open', 'late'] as const, dueTo: addDays(today, AHEAD_DAYS) };
  const items = await dutyItems(db, filter, today, { limit: COUNTED + 1 });
  return { items: items.slice(0, SHOWN), total: items.length > COUNTED ? null : items.length };
}

/** A paper on one of the actor's desks, or about which one of their offices was asked. */
export interface PaperForMe {
  paper: Paper;
  paperId: number;
  authorName: string | null;
  deskName: string;
  since: Day;
  dueOn: Day | null;
  waitsFor: string;
  /** Why it came back, where it did. */
  reasons: { label: string; reason: string }[];
}

interface PaperRow extends Omit<PaperForMe, 'reasons'> {
  reasons: { label: string; reason: string }[] | null;
  total: number;
}

/** Unit plans and reports on the desks of the actor's offices, the longest waiting first; with why one came back. */
export async function papersForMe(db: Reader, actor: Actor): Promise<Capped<PaperForMe>> {
  const desks = deskOffices(actor);
  if (desks.length === 0) return { items: [], total: 0 };
  const { rows } = await sql<PaperRow>`
    SELECT s.paper, s.paper_id AS "paperId", a.name AS "authorName", o.name AS "deskName", s.since,
      s.due_on AS "dueOn", s.waits_for AS "waitsFor", count(*) OVER () AS total,
      CASE WHEN s.office_id = s.author_office_id THEN (SELECT r.reasons FROM paper_return r
        WHERE r.paper = s.paper AND r.paper_id = s.paper_id AND r.returned_on = s.since
        ORDER BY r.id DESC LIMIT 1) END AS reasons
    FROM desk_stay s JOIN office o ON o.id = s.office_id LEFT JOIN office a ON a.id = s.author_office_id
    WHERE s.until IS NULL AND s.paper <> 'exemplar' AND s.office_id = ANY (${desks}::bigint[])
    ORDER BY s.since, s.id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

/** Opinions that the actor's offices were asked for and have not given, the first due first. */
export async function opinionsForMe(db: Reader, actor: Actor): Promise<Capped<PaperForMe>> {
  const desks = deskOffices(actor);
  if (desks.length === 0) return { items: [], total: 0 };
  const { rows } = await sql<PaperRow>`
    SELECT p.paper, p.paper_id AS "paperId", a.name AS "authorName", o.name AS "deskName", p.asked_on AS since,
      p.due_on AS "dueOn", left(p.question, 300) AS "waitsFor", NULL::jsonb AS reasons, count(*) OVER () AS total
    FROM opinion p JOIN office o ON o.id = p.office_id
    LEFT JOIN desk_stay s ON s.paper = p.paper AND s.paper_id = p.paper_id AND s.until IS NULL
    LEFT JOIN office a ON a.id = s.author_office_id
    WHERE p.answered_on IS NULL AND p.gap_on IS NULL AND p.office_id = ANY (${desks}::bigint[])
    ORDER BY p.due_on, p.id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

function capped(rows: readonly PaperRow[]): Capped<PaperForMe> {
  return {
    items: rows.map(({ total: _total, reasons, ...row }) => ({ ...row, reasons: reasons ?? [] })),
    total: rows[0]?.total ?? 0,
  };
}
