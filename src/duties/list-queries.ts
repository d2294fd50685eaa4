import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { itemsAsked, type ListFilter, PER_PAGE, STATES_SHOWN } from './list-filter.ts';
import { countItems, type DutyItem, dutyItems, itemsSeenBy, type StateCounts } from './queries.ts';

export interface ListChoices {
  offices: { id: number; name: string }[];
  duties: { id: number; name: string }[];
  years: number[];
}

/** What the list may be narrowed to: everything that this person sees something of. */
export async function listChoices(db: Reader, actor: Actor): Promise<ListChoices> {
  const { rows } = await sql<{ what: 'office' | 'duty' | 'year'; id: number; name: string }>`
    WITH seen AS MATERIALIZED (
      SELECT i.duty_id, i.office_id, extract(year FROM i.due_on)::int AS year FROM duty_item i
      WHERE ${itemsSeenBy(actor)}
    )
    SELECT 'office' AS what, o.id, o.name, k.ord FROM office o JOIN office_kind k ON k.id = o.kind_id
      WHERE o.id IN (SELECT office_id FROM seen)
    UNION ALL
    SELECT 'duty', d.id, d.name || ' (' || p.number || ')', d.ord FROM duty d JOIN plan p ON p.id = d.plan_id
      WHERE d.id IN (SELECT duty_id FROM seen)
    UNION ALL
    SELECT 'year', year, year::text, year FROM (SELECT DISTINCT year FROM seen) AS y
    ORDER BY what, ord, name`.execute(db);
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ id, name }) => ({ id, name }));
  return { offices: of('office'), duties: of('duty'), years: of('year').map(({ id }) => id) };
}

export interface ListedItems {
  items: DutyItem[];
  counts: StateCounts;
  /** Of the states that are shown. */
  total: number;
}

/** One page of the list, and how many stand how. Two queries. */
export async function listItems(
  db: Reader,
  actor: Actor,
  filter: ListFilter,
  today: Day,
): Promise<ListedItems> {
  const asked = itemsAsked(filter, actor, today);
  const states = STATES_SHOWN[filter.shown];
  const slice = { limit: PER_PAGE, offset: (filter.page - 1) * PER_PAGE };
  const [items, counts] = await Promise.all([
    dutyItems(db, { ...asked, states }, today, slice),
    countItems(db, asked, today),
  ]);
  return { items, counts, total: states.reduce((sum, state) => sum + counts[state], 0) };
}
