import { type Expression, type SqlBool, sql } from 'kysely';
import { AUDIT_KINDS, type AuditKind } from '../../audit/kinds.ts';
import type { AuditFields } from '../../audit/record.ts';
import { changedFields, type HistoryEntry } from '../../audit/timeline.ts';
import type { Actor } from '../../identity/actor.ts';
import { seesAll, withinReach } from '../../identity/reach.ts';
import type { Day } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db.ts';

export interface EventFilter {
  /** A kind of event, or all kinds of a thing by its prefix: `account.*`. */
  kind: AuditKind | `${string}.*` | null;
  /** Part of the name of a person, with or without marks. */
  person: string;
  from: Day | null;
  to: Day | null;
  thing: { kind: string; id: number } | null;
  /** Only events older than this one. */
  before: number | null;
}

export interface EventInList {
  id: number;
  at: Date;
  who: string;
  /** Null when the program itself acted. */
  actorId: number | null;
  ip: string | null;
  kind: string;
  thing: string;
  thingId: number;
  reason: string | null;
  changes: HistoryEntry['changes'];
}

export const EVENTS_PER_PAGE = 50;

/** Only who stands over the programme or administers it reads the journal; what else they hold does not count here. */
const READERS: readonly string[] = ['standing', 'admin'];

/** Events of the offices within reach, and one's own. Events without an office are for those who see everything. */
function visibleTo(actor: Actor): Expression<SqlBool> {
  const reader = { ...actor, grants: actor.grants.filter((grant) => READERS.includes(grant.role)) };
  if (seesAll(reader)) return sql<SqlBool>`true`;
  const reach = withinReach(reader, sql.ref<number | null>('audit_event.office_id'), null);
  return sql<SqlBool>`(${reach} OR audit_event.actor_id = ${actor.accountId})`;
}

/** The newest events first, one more than a page so that one knows whether there are older ones. */
export async function findEvents(db: Reader, actor: Actor, filter: EventFilter): Promise<EventInList[]> {
  let query = db
    .selectFrom('audit_event')
    .select([
      'id',
      'at',
      'actor_id',
      'actor_name',
      'ip',
      'kind',
      'thing',
      'thing_id',
      'reason',
      'before',
      'after',
    ])
    .where(visibleTo(actor))
    .orderBy('id', 'desc')
    .limit(EVENTS_PER_PAGE + 1);
  if (filter.kind?.endsWith('.*')) query = query.where('kind', 'in', kindsBelow(filter.kind));
  else if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.person) query = query.where(doneBy(filter.person));
  if (filter.from) query = query.where('at', '>=', startOf(filter.from));
  if (filter.to) query = query.where('at', '<', startOf(filter.to, 1));
  if (filter.thing)
    query = query.where('thing', '=', filter.thing.kind).where('thing_id', '=', filter.thing.id);
  if (filter.before) query = query.where('id', '<', filter.before);
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    who: row.actor_name,
    actorId: row.actor_id,
    ip: row.ip,
    kind: row.kind,
    thing: row.thing,
    thingId: row.thing_id,
    reason: row.reason,
    changes: changedFields(row.before as AuditFields | null, row.after as AuditFields | null),
  }));
}

/** The moment at which a day begins in Việt Nam; `later` days after it. */
const startOf = (day: Day, later = 0) =>
  sql<Date>`((${day}::date + ${later}::int)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;

export const kindsBelow = (pattern: string): AuditKind[] =>
  (Object.keys(AUDIT_KINDS) as AuditKind[]).filter((kind) => kind.startsWith(pattern.slice(0, -1)));

/** Accounts are few: they are searched by name, the events by their number. */
function doneBy(person: string): Expression<SqlBool> {
  return sql<SqlBool>`search_key(${person}) <> '' AND audit_event.actor_id IN (
    SELECT id FROM account WHERE username = lower(${person}) OR search_key(display_name) LIKE ALL
      (SELECT '%' || word || '%' FROM unnest(string_to_array(search_key(${person}), ' ')) AS word))`;
}
