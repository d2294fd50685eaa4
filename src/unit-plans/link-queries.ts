import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { EXEMPLAR_STATES } from '../subjects/exemplar-states.ts';
import type { UnitPlanInView } from './queries.ts';

type ExemplarState = keyof typeof EXEMPLAR_STATES;

/** The file that came of an exemplar listed in a unit plan. */
export interface LinkedFile {
  exemplarId: number;
  fullName: string;
  state: ExemplarState;
  /** Whether the file itself lies within the reach of who looks. */
  open: boolean;
}

/** What became of each listed exemplar, by its place in the list, the first being 1; a merged file by the one it went into. */
export async function linksOf(
  db: Reader,
  actor: Actor,
  unitPlanId: number,
): Promise<Map<number, LinkedFile>> {
  const rows = await db
    .selectFrom('unit_plan_exemplar as x')
    .innerJoin('unit_plan_exemplar_link as l', (join) =>
      join.onRef('l.unit_plan_id', '=', 'x.unit_plan_id').on(sql<SqlBool>`l.name_key = search_key(x.name)`),
    )
    .innerJoin('exemplar as first', 'first.id', 'l.exemplar_id')
    .innerJoin('exemplar as e', (join) =>
      join.on(sql<SqlBool>`e.id = coalesce(first.merged_into_id, first.id)`),
    )
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['x.ord', 'e.id as exemplarId', 'e.full_name as fullName', 'e.state'])
    .select(
      sql<boolean | null>`${withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'))}`.as(
        'open',
      ),
    )
    .where('x.unit_plan_id', '=', unitPlanId)
    .execute();
  return new Map(
    rows.map(({ ord, open, state, ...row }) => [
      ord,
      { ...row, state: state as ExemplarState, open: open === true },
    ]),
  );
}

/** A file that a listed exemplar may be linked to. */
export interface Candidate {
  id: number;
  fullName: string;
  place: string | null;
  fieldName: string | null;
  officeName: string;
  state: ExemplarState;
}

export const MOST_OFFERED = 20;

/** Files of this plan in the branch of the office and within reach of the actor; merged ones stand for nothing more. */
const linkable = (db: Reader, actor: Actor, plan: Pick<UnitPlanInView, 'planId' | 'officeId'>) =>
  db
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .where('e.plan_id', '=', plan.planId)
    .where('e.merged_into_id', 'is', null)
    .where(sql<SqlBool>`o.path @> ARRAY[${plan.officeId}]::bigint[]`)
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id')));

/** Whether this file may be linked by this person to a row of this plan. */
export const mayBeLinked = async (
  db: Reader,
  actor: Actor,
  plan: UnitPlanInView,
  exemplarId: number,
): Promise<boolean> =>
  (await linkable(db, actor, plan).select('e.id').where('e.id', '=', exemplarId).executeTakeFirst()) !==
  undefined;

/** What the officer may choose from: files whose name holds the words searched for, the most alike to the listed name first. */
export async function linkCandidates(
  db: Reader,
  actor: Actor,
  plan: UnitPlanInView,
  { name, search }: { name: string; search: string },
): Promise<Candidate[]> {
  let query = linkable(db, actor, plan);
  // a key holds letters, digits and spaces only, so nothing in it is a wildcard
  if (search) query = query.where(sql<SqlBool>`s.name_key LIKE '%' || search_key(${search}) || '%'`);
  const rows = await query
    .select(['e.id', 'e.full_name as fullName', 's.place', 'f.name as fieldName', 'o.name as officeName'])
    .select('e.state')
    .orderBy(sql`similarity(s.name_key, search_key(${name}))`, 'desc')
    .orderBy('e.given_name')
    .orderBy('e.id')
    .limit(MOST_OFFERED)
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: state as ExemplarState }));
}
