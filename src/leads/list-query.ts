import { sql } from 'kysely';
import { addDays } from '../calendar/days.ts';
import type { Actor } from '../identity/actor.ts';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { seesLead } from './queries.ts';
import { type LeadState, OPEN } from './workflow.ts';

export const PAGE_SIZE = 50;

export interface LeadFilter {
  /** Null: those that wait for an officer. */
  state: LeadState | null;
  officeId: number | null;
  /** Only those that nobody has touched for too long. */
  late: boolean;
  name: string;
  /** The last row of the page before. */
  after: { on: Day; id: number } | null;
}

export interface LeadRow {
  id: number;
  fullName: string;
  state: LeadState;
  kind: string | null;
  placeName: string | null;
  officeName: string;
  cameBy: string;
  receivedOn: Day;
  movedOn: Day;
  what: string;
  isSample: boolean;
  assisted: boolean;
}

/** From this day on a lead that was not moved since is late. */
export const lateSince = (today: Day, days: number): Day => addDays(today, -days);

function matching(db: Reader, actor: Actor, filter: Omit<LeadFilter, 'after'>, late: Day) {
  const { state, officeId, name } = filter;
  let query = db.selectFrom('lead as l').where(seesLead(actor));
  query = state ? query.where('l.state', '=', state) : query.where('l.state', 'in', [...OPEN]);
  if (officeId !== null) query = query.where('l.office_id', '=', officeId);
  if (filter.late)
    query = query.where('l.state', 'in', ['received', 'verified']).where('l.moved_on', '<', late);
  if (name) query = query.where(sql<boolean>`l.name_key LIKE '%' || search_key(${name}) || '%'`);
  return query;
}

/** One page of leads, the oldest first. Exported for the test of its plan. */
export function oldestFirst(db: Reader, actor: Actor, filter: LeadFilter, late: Day) {
  const query = matching(db, actor, filter, late)
    .innerJoin('office as o', 'o.id', 'l.office_id')
    .leftJoin('office as p', 'p.id', 'l.place_office_id')
    .select(['l.id', 'l.full_name as fullName', 'l.state', 'l.kind', 'p.name as placeName'])
    .select(['o.name as officeName', 'l.came_by as cameBy', 'l.received_on as receivedOn'])
    .select(['l.moved_on as movedOn', 'l.is_sample as isSample', sql<string>`left(l.what, 160)`.as('what')])
    .select(sql<boolean>`EXISTS (SELECT 1 FROM assisted_entry a WHERE a.lead_id = l.id)`.as('assisted'))
    .orderBy('l.received_on')
    .orderBy('l.id')
    .limit(PAGE_SIZE + 1);
  const { after } = filter;
  return after
    ? query.where(sql<boolean>`(l.received_on, l.id) > (${after.on}::date, ${after.id}::bigint)`)
    : query;
}

export async function leadList(
  db: Reader,
  actor: Actor,
  filter: LeadFilter,
  late: Day,
): Promise<{ rows: LeadRow[]; more: boolean }> {
  const rows = await oldestFirst(db, actor, filter, late).execute();
  return {
    more: rows.length > PAGE_SIZE,
    rows: rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, state: row.state as LeadState })),
  };
}

/** How many the filter lets through: exact up to the limit, null beyond it. */
export const countLeads = (db: Reader, actor: Actor, filter: LeadFilter, late: Day): Promise<number | null> =>
  countUpToLimit(db, matching(db, actor, filter, late).select('l.id'));

/** Offices with which leads lie that the actor may see, by name. */
export const officesWithLeads = (db: Reader, actor: Actor): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom('office')
    .select(['id', 'name'])
    .where('id', 'in', db.selectFrom('lead as l').select('l.office_id').where(seesLead(actor)))
    .orderBy(sql`name COLLATE "vi-x-icu"`)
    .orderBy('id')
    .limit(500)
    .execute();
