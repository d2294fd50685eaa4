import { sql } from 'kysely';
import { periodInWords } from '../calendar/periods.ts';
import { deskOffices, onMyDesk } from '../desks/reach.ts';
import { type Side, sidesOver } from '../desks/sides.ts';
import { deskOf, type Stay } from '../desks/stay.ts';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { AskedPart } from './content.ts';
import type { UnitPlanState } from './workflow.ts';

/** One office's own plan with what a page and a command ask of it. */
export interface UnitPlanInView {
  id: number;
  version: number;
  state: UnitPlanState;
  /** 1 until it was approved and is amended. */
  edition: number;
  planId: number;
  planNumber: string;
  planKind: string;
  planTitle: string;
  planPlace: string | null;
  planState: string;
  planFrom: Day;
  planTo: Day;
  officeId: number;
  officeName: string;
  officePath: number[];
  superiorName: string | null;
  periodFrom: Day;
  periodTo: Day;
  /** 'Giai đoạn 2016–2020' */
  periodWords: string;
  /** Text by `ord` of the part. */
  words: Record<string, string>;
  paper: Partial<PaperFields>;
  submittedBy: number | null;
  submittedOn: Day | null;
  firstSubmittedOn: Day | null;
  approvedOn: Day | null;
  receiverId: number | null;
  receiverName: string | null;
  inForceSubmissionId: number | null;
  isSample: boolean;
  /** By its duty; null where no duty asks for it any more. */
  dueOn: Day | null;
  stay: Stay | null;
  sides: ReadonlySet<Side>;
  /** Somebody of the office that writes it; whether it is open now, the state says. */
  mayWrite: boolean;
}

/**
 * The SQL condition "this person may see unit plan `u`": its office is within reach, it was sent to an office of theirs,
 * it lies on their desk, or their opinion was asked for.
 */
export function seesUnitPlan(actor: Actor) {
  if (seesAll(actor)) return sql<boolean>`true`;
  return sql<boolean>`(${withinReach(actor, sql.ref('u.office_id'), null)}
    OR (u.first_submitted_on IS NOT NULL AND u.receiver_office_id = ANY (${deskOffices(actor)}::bigint[]))
    OR ${onMyDesk(actor, 'unit_plan', sql.ref('u.id'))})`;
}

/** The day by which a duty asks for unit plan `u`; the earliest where several do. */
export const DUE_OF_U = sql<Day | null>`(SELECT min(i.due_on) FROM duty_item i JOIN duty d ON d.id = i.duty_id
  WHERE d.what = 'unit_plan' AND d.plan_id = u.plan_id AND i.office_id = u.office_id
    AND i.period_from <= u.period_to AND i.period_to >= u.period_from)`;

const viewOf = (db: Reader, actor: Actor) =>
  db
    .selectFrom('unit_plan as u')
    .innerJoin('plan', 'plan.id', 'u.plan_id')
    .innerJoin('office', 'office.id', 'u.office_id')
    .leftJoin('office as superior', 'superior.id', 'office.parent_id')
    .leftJoin('office as receiver', 'receiver.id', 'u.receiver_office_id')
    .select(['u.id', 'u.version', 'u.state', 'u.edition', 'u.words', 'u.paper', 'u.is_sample as isSample'])
    .select(['u.period_from as periodFrom', 'u.period_to as periodTo', 'u.submitted_by as submittedBy'])
    .select(['u.submitted_on as submittedOn', 'u.first_submitted_on as firstSubmittedOn'])
    .select(['u.approved_on as approvedOn', 'u.receiver_office_id as receiverId'])
    .select(['u.in_force_submission_id as inForceSubmissionId', 'receiver.name as receiverName'])
    .select(['plan.id as planId', 'plan.number as planNumber', 'plan.kind as planKind'])
    .select(['plan.title as planTitle', 'plan.issued_at as planPlace', 'plan.state as planState'])
    .select(['plan.period_from as planFrom', 'plan.period_to as planTo'])
    .select(['office.id as officeId', 'office.name as officeName', 'office.path as officePath'])
    .select(['superior.name as superiorName', DUE_OF_U.as('dueOn')])
    .where(seesUnitPlan(actor));

/** One unit plan, or null when it does not exist or is not in view of the actor. */
export async function findUnitPlan(db: Reader, actor: Actor, id: number): Promise<UnitPlanInView | null> {
  const row = await viewOf(db, actor).where('u.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const stay = await deskOf(db, 'unit_plan', id);
  const sides = sidesOver(actor, { officePath: row.officePath, deskPath: stay?.officePath ?? null });
  return {
    ...row,
    state: row.state as UnitPlanState,
    words: row.words as Record<string, string>,
    paper: row.paper as Partial<PaperFields>,
    periodWords: periodInWords({ from: row.periodFrom, to: row.periodTo }),
    stay,
    sides,
    mayWrite: sides.has('author'),
  };
}

/** The parts that the plan asks for, in order. */
export const partsOfPlan = (db: Reader, planId: number): Promise<AskedPart[]> =>
  db
    .selectFrom('unit_plan_part')
    .select(['ord', 'name', 'hint'])
    .where('plan_id', '=', planId)
    .orderBy('ord')
    .execute();
