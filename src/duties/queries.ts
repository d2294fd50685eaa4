import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import { inBranch } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { doneDays, stateSql } from './done.ts';
import type { DutyWhat } from './kinds.ts';
import type { DutyFacts, DutyState } from './state.ts';

/** One thing due: whose, for which period, until when, to whom, and how it stands. */
export interface DutyItem extends DutyFacts {
  id: number;
  dutyId: number;
  planId: number;
  planNumber: string;
  dutyName: string;
  what: DutyWhat;
  /** Key of the form of a report; null for everything else. */
  formKey: string | null;
  officeId: number;
  officeName: string;
  officePath: number[];
  periodTo: Day;
  receiverId: number | null;
  receiverName: string | null;
  excuse: string | null;
  excusedBy: string | null;
  /** Raised when its day moves. */
  revision: number;
  state: DutyState;
}

/** Which items; what is left out does not narrow. */
export interface ItemFilter {
  ids?: readonly number[];
  planId?: number;
  dutyId?: number;
  what?: DutyWhat;
  formKey?: string;
  /** Of this office alone. */
  officeIds?: readonly number[];
  /** Of this office and those below it. */
  branchOf?: number;
  receiverIds?: readonly number[];
  /** That begin with this period. */
  periodFrom?: Day;
  dueFrom?: Day;
  dueTo?: Day;
  /** That this person may see: within reach, or sent to an office of theirs. */
  seenBy?: Actor;
  states?: readonly DutyState[];
}

/** The items of the filter as a query of their ids, to be joined with {@link doneDays}. */
export function idsOf(filter: ItemFilter): RawBuilder<unknown> {
  const f = filter;
  const all: (Expression<SqlBool> | false | undefined)[] = [
    f.ids && sql<SqlBool>`i.id = ANY (${[...f.ids]}::bigint[])`,
    f.planId !== undefined && sql<SqlBool>`d.plan_id = ${f.planId}`,
    f.dutyId !== undefined && sql<SqlBool>`d.id = ${f.dutyId}`,
    f.what !== undefined && sql<SqlBool>`d.what = ${f.what}`,
    f.formKey !== undefined && sql<SqlBool>`d.report_form_key = ${f.formKey}`,
    f.officeIds && sql<SqlBool>`i.office_id = ANY (${[...f.officeIds]}::bigint[])`,
    f.branchOf !== undefined && inBranch(sql<number>`i.office_id`, [f.branchOf]),
    f.receiverIds && sql<SqlBool>`i.receiver_office_id = ANY (${[...f.receiverIds]}::bigint[])`,
    f.periodFrom !== undefined && sql<SqlBool>`i.period_from = ${f.periodFrom}::date`,
    f.dueFrom !== undefined && sql<SqlBool>`i.due_on >= ${f.dueFrom}::date`,
    f.dueTo !== undefined && sql<SqlBool>`i.due_on <= ${f.dueTo}::date`,
    f.seenBy && itemsSeenBy(f.seenBy),
  ];
  const conditions = all.filter((one): one is Expression<SqlBool> => Boolean(one));
  return sql`SELECT i.id FROM duty_item i JOIN duty d ON d.id = i.duty_id
    WHERE ${conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`}`;
}

/** The SQL condition "this person may see item `i`": its office is within reach, or it comes to an office of theirs. */
export function itemsSeenBy(actor: Actor): Expression<SqlBool> {
  if (seesAll(actor)) return sql<SqlBool>`true`;
  const offices = actor.grants.map((grant) => grant.officeId);
  return sql<SqlBool>`(${withinReach(actor, sql<number>`i.office_id`, null)}
    OR i.receiver_office_id = ANY (${offices}::bigint[]))`;
}

/** Late first, then by the day, the office, the duty. */
const IN_ORDER_OF_URGENCY = sql`(x.state <> 'late'), x."dueOn", o.place, x."dutyId"`;

export interface Slice {
  limit: number;
  offset?: number;
}

/** Items with their states on a day, the late ones first. One query, whatever the filter. */
export async function dutyItems(
  db: Reader,
  filter: ItemFilter,
  day: Day,
  slice: Slice = { limit: 5_000 },
): Promise<DutyItem[]> {
  const { rows } = await sql<DutyItem>`
    WITH x AS MATERIALIZED (${standing(filter, day)}), o AS MATERIALIZED (
      -- some hundred names are put in order, not some thousand items by their names
      SELECT o.id, o.name, o.path, row_number() OVER (ORDER BY k.ord, o.name COLLATE "vi-x-icu", o.id) AS place
      FROM office o JOIN office_kind k ON k.id = o.kind_id WHERE o.id IN (SELECT "officeId" FROM x)
    )
    SELECT x.*, p.number AS "planNumber", o.name AS "officeName", o.path AS "officePath",
      r.name AS "receiverName", a.display_name AS "excusedBy"
    FROM x JOIN plan p ON p.id = x."planId" JOIN o ON o.id = x."officeId"
    LEFT JOIN office r ON r.id = x."receiverId" LEFT JOIN account a ON a.id = x."excusedById"
    WHERE ${inStates(filter)}
    ORDER BY ${IN_ORDER_OF_URGENCY} LIMIT ${slice.limit} OFFSET ${slice.offset ?? 0}`.execute(db);
  return rows;
}

const standing = (filter: ItemFilter, day: Day): RawBuilder<unknown> => {
  const ids = idsOf(filter);
  return sql`
    SELECT i.id, i.duty_id AS "dutyId", d.plan_id AS "planId", d.name AS "dutyName", d.what,
      d.report_form_key AS "formKey", i.office_id AS "officeId", i.period_from AS "periodFrom",
      i.period_to AS "periodTo", i.due_on AS "dueOn", i.receiver_office_id AS "receiverId",
      i.excused_on AS "excusedOn", i.excuse, i.excused_by AS "excusedById", i.revision, s.done_on AS "doneOn",
      s.nothing_to_do AS "nothingToDo", ${stateSql(day)} AS state
    FROM duty_item i JOIN duty d ON d.id = i.duty_id JOIN ${doneDays(ids)} AS s ON s.item_id = i.id`;
};

const inStates = ({ states }: ItemFilter): RawBuilder<SqlBool> =>
  states ? sql<SqlBool>`x.state = ANY (${[...states]}::text[])` : sql<SqlBool>`true`;

export type StateCounts = Record<DutyState, number>;

/** How many items of the filter stand how, on a day (`states` of the filter is not asked). */
export async function countItems(db: Reader, filter: ItemFilter, day: Day): Promise<StateCounts> {
  const { rows } = await sql<{ state: DutyState; n: number }>`
    SELECT x.state, count(*) AS n FROM (${standing(filter, day)}) AS x GROUP BY x.state`.execute(db);
  const counts: StateCounts = { late: 0, open: 0, done: 0, done_late: 0, excused: 0, void: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** What of one duty is due on one day, over all offices of the filter. */
export interface DayCount {
  dueOn: Day;
  dutyId: number;
  dutyName: string;
  counts: Partial<StateCounts>;
  /** The item and its office, where it is only one. */
  only: { id: number; officeName: string } | null;
}

/** What is due day by day, duty by duty, with how many stand how. One query. */
export async function countsByDay(db: Reader, filter: ItemFilter, day: Day): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    WITH x AS MATERIALIZED (${standing(filter, day)}), n AS (
      SELECT x."dueOn", x."dutyId", x."dutyName", x.state, count(*) AS n, min(x.id) AS id, min(x."officeId") AS office
      FROM x GROUP BY 1, 2, 3, 4)
    SELECT n."dueOn", n."dutyId", n."dutyName", jsonb_object_agg(n.state, n.n) AS counts,
      CASE WHEN sum(n.n) = 1 THEN jsonb_build_object('id', min(n.id), 'officeName', min(o.name)) END AS only
    FROM n JOIN office o ON o.id = n.office JOIN duty d ON d.id = n."dutyId"
    GROUP BY 1, 2, 3, d.ord ORDER BY 1, d.ord, 2`.execute(db);
  return rows;
}

/** One item that this person may see; null when there is none, or it is out of their reach. */
export async function findItem(db: Reader, actor: Actor, id: number, day: Day): Promise<DutyItem | null> {
  const [item] = await dutyItems(db, { ids: [id], seenBy: actor }, day, { limit: 1 });
  return item ?? null;
}

/**
 * The item that a paper of an office answers: of the plan, the office and the kind (and form), for this period where
 * `periodFrom` is given, else the one that is due first of those not yet done or excused. Null where none asks for it.
 */
export async function openItemFor(
  db: Reader,
  of: { planId: number; officeId: number; what: DutyWhat; formKey?: string; periodFrom?: Day },
  day: Day,
): Promise<DutyItem | null> {
  const { officeId, ...rest } = of;
  const filter: ItemFilter = { ...rest, officeIds: [officeId] };
  const items = await dutyItems(db, of.periodFrom ? filter : { ...filter, states: ['late', 'open'] }, day, {
    limit: 1,
  });
  return items[0] ?? null;
}
