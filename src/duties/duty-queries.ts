import { sql } from 'kysely';
import type { DueRule } from '../calendar/due-rule.ts';
import type { Cycle } from '../calendar/periods.ts';
import type { OfficeSelection } from '../offices/selection.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { DutyRule } from './expand.ts';
import type { DutyWhat } from './kinds.ts';

/** A duty of a plan: who owes what to whom, when. */
export interface Duty extends DutyRule {
  id: number;
  planId: number;
  ord: number;
  name: string;
  what: DutyWhat;
  reportFormKey: string | null;
  who: OfficeSelection;
  basis: string | null;
  version: number;
}

/** The same with the names that its sentence needs. */
export interface DutyInView extends Duty {
  formName: string | null;
  /** Name of the office, of the office above the kind or branch, or of the bloc. */
  whoName: string;
  /** Name of the kind; null where it is none. */
  whoKindName: string | null;
  toName: string | null;
  viaName: string | null;
}

interface DutyRow {
  who_by: string;
  who_office_id: number | null;
  who_kind_id: string | null;
  who_bloc_id: number | null;
}

/** The selection as the table keeps it, read back; the table's checks hold its shape. */
function selectionIn(row: DutyRow): OfficeSelection {
  const officeId = row.who_office_id ?? 0;
  if (row.who_by === 'office') return { by: 'office', officeId };
  if (row.who_by === 'kind') return { by: 'kind', kindId: row.who_kind_id ?? '', belowId: officeId };
  if (row.who_by === 'branch') return { by: 'branch', belowId: officeId };
  return { by: 'bloc', blocId: row.who_bloc_id ?? 0 };
}

/** The selection as columns of the table. */
export const selectionColumns = (who: OfficeSelection) => ({
  who_by: who.by,
  who_office_id: who.by === 'office' ? who.officeId : who.by === 'bloc' ? null : who.belowId,
  who_kind_id: who.by === 'kind' ? who.kindId : null,
  who_bloc_id: who.by === 'bloc' ? who.blocId : null,
});

/** The duties of a plan in their order, or the one asked for. */
async function readDuties(db: Reader, by: { planId: number } | { id: number }): Promise<DutyInView[]> {
  const column = 'id' in by ? 'd.id' : 'd.plan_id';
  const rows = await db
    .selectFrom('duty as d')
    .leftJoin('office as w', 'w.id', 'd.who_office_id')
    .leftJoin('office_kind as k', 'k.id', 'd.who_kind_id')
    .leftJoin('bloc as b', 'b.id', 'd.who_bloc_id')
    .leftJoin('office as t', 't.id', 'd.to_office_id')
    .leftJoin('office as v', 'v.id', 'd.via_office_id')
    .leftJoin('report_form as f', (join) =>
      join.onRef('f.key', '=', 'd.report_form_key').on('f.is_current', '=', true),
    )
    .selectAll('d')
    .select(['k.name as kind_name', 't.name as to_name', 'v.name as via_name', 'f.name as form_name'])
    .select(sql<string>`coalesce(w.name, b.name, '')`.as('who_name'))
    .where(column, '=', 'id' in by ? by.id : by.planId)
    .orderBy('d.ord')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    ord: row.ord,
    name: row.name,
    what: row.what as DutyWhat,
    reportFormKey: row.report_form_key,
    formName: row.form_name,
    who: selectionIn(row),
    whoName: row.who_name,
    whoKindName: row.kind_name,
    cycle: row.cycle as Cycle,
    fromOn: row.from_on,
    toOn: row.to_on,
    endedOn: row.ended_on,
    dueRule: row.due_rule as unknown as DueRule,
    toOfficeId: row.to_office_id,
    toName: row.to_name,
    viaOfficeId: row.via_office_id,
    viaName: row.via_name,
    basis: row.basis,
    version: row.version,
  }));
}

export const dutiesOf = (db: Reader, planId: number): Promise<DutyInView[]> => readDuties(db, { planId });

export async function findDuty(db: Reader, id: number): Promise<DutyInView | null> {
  return (await readDuties(db, { id }))[0] ?? null;
}

export interface PlanOfDuties {
  id: number;
  number: string;
  kind: string;
  title: string;
  state: 'draft' | 'in_force' | 'closed';
  periodFrom: Day;
  periodTo: Day;
}

/** The plan that duties belong to; plans are public papers. */
export async function planOfDuties(db: Reader, id: number): Promise<PlanOfDuties | null> {
  const row = await db
    .selectFrom('plan')
    .select(['id', 'number', 'kind', 'title', 'state'])
    .select(['period_from as periodFrom', 'period_to as periodTo'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as PlanOfDuties['state'] } : null;
}
