import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { doneDays, stateSql } from './done.ts';
import { addPromises, NO_PROMISES, type Promises, promisesOf } from './ledger-rules.ts';
import { idsOf } from './queries.ts';
import type { DutyState } from './state.ts';

/** One office of the ledger with its branch: what it promised, by duty and by the year in which it fell due. */
export interface LedgerRow {
  officeId: number;
  officeName: string;
  /** It has offices below it that promised something: one can look into the branch. */
  hasBelow: boolean;
  cells: { dutyId: number; year: number; promises: Promises }[];
}

export interface Ledger {
  rows: LedgerRow[];
  duties: { id: number; name: string }[];
  years: number[];
}

export interface LedgerAsked {
  planId: number;
  /** The branch whose offices are the rows; null: the offices right below the roots of the tree. */
  rootId: number | null;
  /** As it stood at the end of this day. */
  day: Day;
}

/** Where the ledger begins for a person: at the top for who sees all, else at their own office. */
export const firstRoot = (actor: Actor): number | null =>
  seesAll(actor) ? null : (actor.grants[0]?.officeId ?? null);

interface CountRow {
  officeId: number;
  officeName: string;
  hasBelow: boolean;
  dutyId: number;
  dutyName: string;
  year: number;
  state: DutyState;
  n: number;
}

/** What was promised over the life of a plan against what was done, as far as this person sees. One query. */
export async function readLedger(db: Reader, actor: Actor, asked: LedgerAsked): Promise<Ledger> {
  const { planId, rootId, day } = asked;
  const ids = idsOf({ planId, seenBy: actor, ...(rootId === null ? {} : { branchOf: rootId }) });
  // the office right below the root on the way to the item's own, or the root itself
  const row =
    rootId === null
      ? sql`o.path[least(2, cardinality(o.path))]`
      : sql`coalesce(o.path[array_position(o.path, ${rootId}::bigint) + 1], ${rootId}::bigint)`;
  const { rows } = await sql<CountRow>`
    WITH x AS (
      SELECT ${row} AS row_id, i.duty_id, extract(year FROM i.due_on)::int AS year, ${stateSql(day)} AS state,
        count(*) AS n, bool_or(o.id <> ${row}) AS below
      FROM duty_item i JOIN ${doneDays(ids)} AS s ON s.item_id = i.id JOIN office o ON o.id = i.office_id
      GROUP BY 1, 2, 3, 4
    )
    SELECT x.row_id AS "officeId", o.name AS "officeName",
      bool_or(x.below) OVER (PARTITION BY x.row_id) AND x.row_id IS DISTINCT FROM ${rootId}::bigint AS "hasBelow",
      x.duty_id AS "dutyId", d.name AS "dutyName", x.year, x.state, x.n
    FROM x JOIN office o ON o.id = x.row_id JOIN office_kind k ON k.id = o.kind_id JOIN duty d ON d.id = x.duty_id
    ORDER BY (x.row_id IS NOT DISTINCT FROM ${rootId}::bigint) DESC, k.ord, o.name COLLATE "vi-x-icu", o.id, d.ord,
      x.year`.execute(db);
  return gathered(rows);
}

function gathered(counts: readonly CountRow[]): Ledger {
  const rows = new Map<number, LedgerRow>();
  const duties = new Map<number, string>();
  for (const { officeId, officeName, hasBelow, dutyId, dutyName, year, state, n } of counts) {
    duties.set(dutyId, dutyName);
    const row = rows.get(officeId) ?? { officeId, officeName, hasBelow, cells: [] };
    rows.set(officeId, row);
    const cell = row.cells.find((one) => one.dutyId === dutyId && one.year === year);
    const promises = promisesOf(state, n);
    if (cell) cell.promises = addPromises(cell.promises, promises);
    else row.cells.push({ dutyId, year, promises });
  }
  const years = [...new Set(counts.map(({ year }) => year))].toSorted((one, other) => one - other);
  return { rows: [...rows.values()], duties: [...duties].map(([id, name]) => ({ id, name })), years };
}

/** The promises of a row in all cells that match. */
export const sumOf = (
  row: LedgerRow,
  matches: (cell: { dutyId: number; year: number }) => boolean = () => true,
): Promises =>
  row.cells.filter(matches).reduce((sum, { promises }) => addPromises(sum, promises), NO_PROMISES);

/** A row that is the sum of all. */
export function totalRow(ledger: Ledger, name: string): LedgerRow {
  const cells = ledger.rows.flatMap((row) => row.cells);
  return { officeId: 0, officeName: name, hasBelow: false, cells };
}
