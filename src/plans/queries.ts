import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

export type PlanState = 'draft' | 'in_force' | 'closed';

export interface PlanInList {
  id: number;
  number: string;
  kind: string;
  title: string;
  issuerName: string;
  issuedOn: Day | null;
  periodFrom: Day;
  periodTo: Day;
  state: PlanState;
  isSample: boolean;
}

const selectPlans = (db: Reader) =>
  db
    .selectFrom('plan')
    .select(['id', 'number', 'kind', 'title', 'issuer_name as issuerName', 'issued_on as issuedOn'])
    .select(['period_from as periodFrom', 'period_to as periodTo', 'state', 'is_sample as isSample']);

/** Plans are public papers: everybody who is signed in may read all of them. The newest period first. */
export async function listPlans(db: Reader): Promise<PlanInList[]> {
  const rows = await selectPlans(db).orderBy('period_from', 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => ({ ...row, state: row.state as PlanState }));
}

export interface PlanInView extends PlanInList {
  version: number;
  issuedAt: string | null;
  signer: string | null;
  basis: Basis[];
  stages: Stage[];
  unitPlanParts: string[];
  fields: PlanField[];
}

export interface Basis {
  number: string;
  kind: string;
  issuer: string;
  datedOn: Day | null;
  about: string | null;
}

export interface Stage {
  name: string;
  precision: 'day' | 'month' | 'quarter' | 'year';
  fromOn: Day;
  toOn: Day;
  who: string | null;
  duties: string[];
}

export interface PlanField {
  id: number;
  name: string;
  leadOfficeId: number;
  leadOfficeName: string;
  coordinating: string | null;
  quotaKind: 'exactly' | 'at_least' | 'at_most' | 'none';
  quotaNumber: number | null;
  quotaCounts: string[];
  subjectKinds: string[];
  isPilot: boolean;
  criteriaSetId: number | null;
  criteriaSetName: string | null;
  /** Chosen and still cared for, of the kinds that the quota counts; held ones keep their place. */
  taken: number;
  /** Proposed or waiting: what may still come in. */
  waiting: number;
}

/** One plan with everything that is read of it; six queries, however large it is. */
export async function findPlan(db: Reader, id: number): Promise<PlanInView | null> {
  const row = await selectPlans(db)
    .select(['issued_at as issuedAt', 'signer', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const [basis, stages, parts, fields] = await Promise.all([
    db
      .selectFrom('plan_basis')
      .select(['number', 'kind', 'issuer', 'dated_on as datedOn', 'about'])
      .where('plan_id', '=', id)
      .orderBy('ord')
      .execute(),
    db
      .selectFrom('stage')
      .select(['name', 'precision', 'from_on as fromOn', 'to_on as toOn', 'who', 'duties'])
      .where('plan_id', '=', id)
      .orderBy('ord')
      .execute(),
    db.selectFrom('unit_plan_part').select('name').where('plan_id', '=', id).orderBy('ord').execute(),
    fieldsQuery(id).execute(db),
  ]);
  return {
    ...row,
    state: row.state as PlanState,
    basis,
    stages: stages.map((stage) => ({ ...stage, precision: stage.precision as Stage['precision'] })),
    unitPlanParts: parts.map((part) => part.name),
    fields: fields.rows,
  };
}

/** Ids of the fields of a plan, in its order. */
export async function fieldsOfPlan(db: Reader, planId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('pilot_field')
    .select('id')
    .where('plan_id', '=', planId)
    .orderBy('ord')
    .execute();
  return rows.map(({ id }) => id);
}

/** Once chosen, an exemplar takes a place of the quota, also while it is held: the rule by which `choose` counts. */
export const HOLDS_PLACE = sql`(e.state IN ('nurtured', 'recognised', 'honoured')
  OR e.state = 'held' AND e.held_from IN ('nurtured', 'recognised', 'honoured'))`;

/** The fields of a plan with how their quotas stand; exemplars are counted in the order of an index, and from it alone. */
export const fieldsQuery = (planId: number) => sql<PlanField>`
    WITH counted AS MATERIALIZED (
      SELECT field_id, subject_kind, state, held_from, count(*) AS count
      FROM exemplar WHERE field_id = ANY (ARRAY(SELECT id FROM pilot_field WHERE plan_id = ${planId}))
      GROUP BY field_id, subject_kind, state, held_from
    )
    SELECT f.id, f.name, f.lead_office_id AS "leadOfficeId", o.name AS "leadOfficeName", f.coordinating,
      f.quota_kind AS "quotaKind", f.quota_number AS "quotaNumber", f.quota_counts AS "quotaCounts",
      f.subject_kinds AS "subjectKinds", f.is_pilot AS "isPilot", f.criteria_set_id AS "criteriaSetId",
      c.name AS "criteriaSetName", coalesce(sum.taken, 0) AS taken, coalesce(sum.waiting, 0) AS waiting
    FROM pilot_field f
    JOIN office o ON o.id = f.lead_office_id
    LEFT JOIN criteria_set c ON c.id = f.criteria_set_id
    LEFT JOIN LATERAL (
      SELECT sum(e.count) FILTER (
          WHERE ${HOLDS_PLACE} AND (f.quota_counts = '{}' OR e.subject_kind = ANY (f.quota_counts))) AS taken,
        sum(e.count) FILTER (WHERE e.state IN ('proposed', 'waiting')) AS waiting
      FROM counted e WHERE e.field_id = f.id) sum ON true
    WHERE f.plan_id = ${planId}
    ORDER BY f.ord`;
