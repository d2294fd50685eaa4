import { sql } from 'kysely';
import { guardFactsOfMany } from '../exemplars/facts-many.ts';
import { findExemplars, seesExemplar } from '../exemplars/queries.ts';
import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { bigints } from './bigints.ts';
import type { FieldInChoice } from './field-query.ts';
import { type CandidateFilter, STATES_OF_TAB, TABS, type Tab } from './list-filter.ts';
import type { Candidate } from './rules.ts';

/** So many stand on the page; a field with more is narrowed by the filter. */
export const MOST_SHOWN = 100;

/** Where the field's files stand: by tab, of those within the actor's reach. */
export async function countTabs(db: Reader, actor: Actor, fieldId: number): Promise<Record<Tab, number>> {
  const { rows } = await sql<{ state: ExemplarState; n: number }>`
    SELECT e.state, count(*) AS n FROM exemplar e LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE e.field_id = ${fieldId} AND ${seesExemplar(actor)} GROUP BY e.state`.execute(db);
  const of = (tab: Tab) =>
    rows.filter(({ state }) => STATES_OF_TAB[tab].includes(state)).reduce((sum, { n }) => sum + n, 0);
  return Object.fromEntries(TABS.map((tab) => [tab, of(tab)])) as Record<Tab, number>;
}

/** Sorts by what the page shows; every order ends with the name, so that it never shakes. */
const ORDERS = {
  ten: sql`e.given_name, e.full_name`,
  don_vi: sql`o.name COLLATE "vi-x-icu"`,
  tan_thanh: sql`(SELECT n.agreed::numeric / n.present FROM endorsement n WHERE n.exemplar_id = e.id) DESC NULLS LAST`,
  de_nghi: sql`(SELECT max(s.id) FROM exemplar_step s WHERE s.exemplar_id = e.id AND s.action = 'propose') NULLS LAST`,
  cho: sql`(SELECT w.ord FROM waiting_place w WHERE w.exemplar_id = e.id) NULLS FIRST`,
} as const;

/** The ids of a tab, filtered and sorted; exported for the test of its plan. */
export const candidatesQuery = (actor: Actor, fieldId: number, filter: CandidateFilter) => sql<{
  id: number;
}>`
  SELECT e.id FROM exemplar e JOIN office o ON o.id = e.office_id LEFT JOIN pilot_field f ON f.id = e.field_id
  WHERE e.field_id = ${fieldId} AND e.state IN (${sql.join([...STATES_OF_TAB[filter.tab]])})
    AND ${seesExemplar(actor)}
    ${filter.kind ? sql`AND e.subject_kind = ${filter.kind}` : sql``}
    ${filter.officeId ? sql`AND o.path @> ARRAY[${filter.officeId}]::bigint[]` : sql``}
  ORDER BY ${ORDERS[filter.sort]}, e.given_name, e.full_name, e.id LIMIT ${MOST_SHOWN}`;

/** The candidates of a tab with what the rules ask about them, sorted; four queries, however many. */
export async function candidatesOf(
  db: Reader,
  actor: Actor,
  field: FieldInChoice,
  filter: CandidateFilter,
): Promise<Candidate[]> {
  const { rows } = await candidatesQuery(actor, field.id, filter).execute(db);
  const ids = rows.map(({ id }) => id);
  const found = await loadCandidates(db, actor, field, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Candidates by their ids; those of another field or out of reach are not among them. Three queries. */
export async function loadCandidates(
  db: Reader,
  actor: Actor,
  field: Pick<FieldInChoice, 'id' | 'taken'>,
  ids: readonly number[],
): Promise<Map<number, Candidate>> {
  const all = await findExemplars(db, actor, ids);
  const exemplars = all.filter(({ fieldId }) => fieldId === field.id);
  const facts = await guardFactsOfMany(db, exemplars, field.taken);
  return new Map(
    exemplars.flatMap((exemplar) => {
      const known = facts.get(exemplar.id);
      return known ? [[exemplar.id, { exemplar, facts: known }] as const] : [];
    }),
  );
}

/** The offices right below the root that have files in the tab, to filter by. */
export async function officesToFilter(
  db: Reader,
  fieldId: number,
  tab: Tab,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT b.id, b.name FROM office b WHERE b.id IN (
      SELECT coalesce(o.path[2], o.path[1]) FROM exemplar e JOIN office o ON o.id = e.office_id
      WHERE e.field_id = ${fieldId} AND e.state IN (${sql.join([...STATES_OF_TAB[tab]])}))
    ORDER BY b.name COLLATE "vi-x-icu", b.id LIMIT 100`.execute(db);
  return rows;
}

/** How long each has lain on which desks so far, in days, in the order of the desks; one query. */
export async function daysOnDesks(
  db: Reader,
  ids: readonly number[],
  today: string,
): Promise<Map<number, { office: string; days: number }[]>> {
  const { rows } = await sql<{ id: number; office: string; days: number }>`
    SELECT s.paper_id AS id, o.name AS office,
      sum(coalesce(s.until, greatest(s.since, ${today}::date)) - s.since) AS days
    FROM desk_stay s JOIN office o ON o.id = s.office_id
    WHERE s.paper = 'exemplar' AND s.paper_id = ANY (${bigints(ids)})
    GROUP BY s.paper_id, o.id, o.name ORDER BY min(s.id)`.execute(db);
  const days = new Map<number, { office: string; days: number }[]>();
  for (const { id, ...one } of rows) days.set(id, [...(days.get(id) ?? []), one]);
  return days;
}
