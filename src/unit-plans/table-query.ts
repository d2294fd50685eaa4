import { sql } from 'kysely';
import { dutyItems } from '../duties/queries.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { LinkedFile } from './link-queries.ts';
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
  /** Of its newest edition. */
  state: UnitPlanState | null;
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
      state: plan?.state ?? null,
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

/** What each of these plans says that was sent: the edition in force, else the one sent last; never a draft. */
const sentContents = (ids: readonly number[]) => sql`(
  SELECT u.id, u.office_id, s.content FROM unit_plan u
  JOIN unit_plan_submission s ON s.id = coalesce(u.in_force_submission_id,
    (SELECT max(last.id) FROM unit_plan_submission last WHERE last.unit_plan_id = u.id))
  WHERE u.id = ANY (${[...ids]}::bigint[]))`;

/** How many of the exemplars that an office listed are registered by now. */
export interface RegisteredCount {
  listed: number;
  linked: number;
}

export interface PlannedRow {
  name: string;
  officeName: string;
  fieldName: string | null;
  note: string | null;
  /** Of the file that came of it; null: none is linked. */
  file: LinkedFile | null;
}

/** The file linked to a listed exemplar of these sent plans, as `linked`; a merged one by the file that it went into. */
const joinedLink = sql`LEFT JOIN unit_plan_exemplar_link l
    ON l.unit_plan_id = sent.id AND l.name_key = search_key(x.one ->> 'name')
  LEFT JOIN exemplar first ON first.id = l.exemplar_id
  LEFT JOIN exemplar e ON e.id = coalesce(first.merged_into_id, first.id)
  LEFT JOIN pilot_field f ON f.id = e.field_id`;

/** What the offices of the table set themselves, and whom they mean to build up; three queries. */
export async function plannedTogether(db: Reader, actor: Actor, unitPlanIds: readonly number[]) {
  const targets = await sql<TargetSum>`
    SELECT min(t.what) AS what, min(t.unit) AS unit, count(DISTINCT sent.id) AS offices, sum(t.number) AS sum
    FROM ${sentContents(unitPlanIds)} AS sent
    CROSS JOIN LATERAL jsonb_to_recordset(sent.content -> 'targets') AS t(what text, number numeric, unit text)
    GROUP BY search_key(t.what), search_key(coalesce(t.unit, ''))
    ORDER BY count(DISTINCT sent.id) DESC, min(t.what) COLLATE "vi-x-icu" LIMIT 200`.execute(db);
  const open = withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'));
  const exemplars = await sql<PlannedRow>`
    SELECT x.one ->> 'name' AS name, o.name AS "officeName", x.one ->> 'fieldName' AS "fieldName",
      x.one ->> 'note' AS note, CASE WHEN e.id IS NOT NULL THEN json_build_object('exemplarId', e.id,
        'fullName', e.full_name, 'state', e.state, 'open', coalesce(${open}, false)) END AS file
    FROM ${sentContents(unitPlanIds)} AS sent
    CROSS JOIN LATERAL jsonb_array_elements(sent.content -> 'exemplars') WITH ORDINALITY AS x(one, ord)
    ${joinedLink}
    JOIN office o ON o.id = sent.office_id
    ORDER BY o.name COLLATE "vi-x-icu", x.ord LIMIT 500`.execute(db);
  const counts = await sql<RegisteredCount & { id: number }>`
    SELECT sent.id, count(*) AS listed, count(l.exemplar_id) AS linked
    FROM ${sentContents(unitPlanIds)} AS sent
    CROSS JOIN LATERAL jsonb_array_elements(sent.content -> 'exemplars') AS x(one)
    LEFT JOIN unit_plan_exemplar_link l ON l.unit_plan_id = sent.id AND l.name_key = search_key(x.one ->> 'name')
    GROUP BY sent.id`.execute(db);
  const registered = new Map(counts.rows.map(({ id, ...count }) => [id, count]));
  return { targets: targets.rows, exemplars: exemplars.rows, registered };
}
