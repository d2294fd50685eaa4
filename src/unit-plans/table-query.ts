import { sql } from 'kysely';
import { dutyItems } from '../duties/queries.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type Standing, standingOf } from './standing.ts';
import type { UnitPlanState } from './workflow.ts';

/** One office that has the duty to write a plan, with how it stands to it. */
export interface TableRow {
  itemId: number;
  officeId: number;
  officeName: string;
  officePath: number[];
  receiverId: number | null;
  dueOn: Day;
  periodFrom: Day;
  periodTo: Day;
  standing: Standing;
  /** Null: nothing was begun. */
  unitPlanId: number | null;
  edition: number | null;
  firstSubmittedOn: Day | null;
  approvedOn: Day | null;
}

/** A province has some 300 offices; a plan of many periods is cut here. */
const MOST_ROWS = 3_000;

/** Every office within reach that has the duty under a plan; two queries, however many there are. */
export async function unitPlanTable(
  db: Reader,
  actor: Actor,
  planId: number,
  today: Day,
): Promise<TableRow[]> {
  const items = await dutyItems(db, { planId, what: 'unit_plan', seenBy: actor }, today, {
    limit: MOST_ROWS,
  });
  const { rows } = await sql<{
    id: number;
    officeId: number;
    periodFrom: Day;
    periodTo: Day;
    state: UnitPlanState;
    edition: number;
    firstSubmittedOn: Day | null;
    approvedOn: Day | null;
    inForce: number | null;
  }>`SELECT id, office_id AS "officeId", period_from AS "periodFrom", period_to AS "periodTo", state, edition,
      first_submitted_on AS "firstSubmittedOn", approved_on AS "approvedOn", in_force_submission_id AS "inForce"
    FROM unit_plan WHERE plan_id = ${planId} ORDER BY period_from, id`.execute(db);
  return items.map((item) => {
    const plan = rows.find(
      (one) =>
        one.officeId === item.officeId && one.periodFrom <= item.periodTo && one.periodTo >= item.periodFrom,
    );
    return {
      itemId: item.id,
      officeId: item.officeId,
      officeName: item.officeName,
      officePath: item.officePath,
      receiverId: item.receiverId,
      dueOn: item.dueOn,
      periodFrom: item.periodFrom,
      periodTo: item.periodTo,
      standing: standingOf(
        {
          dueOn: item.dueOn,
          excusedOn: item.excusedOn,
          state: plan?.state ?? null,
          firstSubmittedOn: plan?.firstSubmittedOn ?? null,
          hasApprovedEdition: plan?.inForce != null,
        },
        today,
      ),
      unitPlanId: plan?.id ?? null,
      edition: plan?.edition ?? null,
      firstSubmittedOn: plan?.firstSubmittedOn ?? null,
      approvedOn: plan?.approvedOn ?? null,
    };
  });
}

/** Targets of the same words and unit summed over the plans that were sent, the largest first. */
export interface TargetSum {
  what: string;
  unit: string | null;
  offices: number;
  sum: number | null;
}

/** What the offices of the table set themselves, and whom they mean to build up; two queries. */
export async function plannedTogether(db: Reader, unitPlanIds: readonly number[]) {
  const ids = [...unitPlanIds];
  const targets = await sql<TargetSum>`
    SELECT min(t.what) AS what, min(t.unit) AS unit, count(DISTINCT t.unit_plan_id) AS offices, sum(t.number) AS sum
    FROM unit_plan_target t WHERE t.unit_plan_id = ANY (${ids}::bigint[])
    GROUP BY search_key(t.what), search_key(coalesce(t.unit, ''))
    ORDER BY count(DISTINCT t.unit_plan_id) DESC, min(t.what) COLLATE "vi-x-icu" LIMIT 200`.execute(db);
  const exemplars = await sql<{
    name: string;
    officeName: string;
    exemplarId: number | null;
    note: string | null;
  }>`
    SELECT x.name, o.name AS "officeName", x.exemplar_id AS "exemplarId", x.note
    FROM unit_plan_exemplar x JOIN unit_plan u ON u.id = x.unit_plan_id JOIN office o ON o.id = u.office_id
    WHERE x.unit_plan_id = ANY (${ids}::bigint[])
    ORDER BY o.name COLLATE "vi-x-icu", x.ord LIMIT 500`.execute(db);
  return { targets: targets.rows, exemplars: exemplars.rows };
}
