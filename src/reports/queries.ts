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
import type { TableFigures } from './figure-types.ts';
import { isStandingBody } from './scope.ts';
import type { ReportState } from './workflow.ts';

export interface ReportInView {
  id: number;
  version: number;
  state: ReportState;
  formId: number;
  formKey: string;
  formName: string;
  formEdition: number;
  /** Keys of the form's figures and of its tables, in order. */
  figureKeys: string[];
  tableKeys: string[];
  year: number;
  periodFrom: Day;
  periodTo: Day;
  /** 'Năm 2017' */
  periodWords: string;
  closingOn: Day;
  /** Text by key of the part, with its references. */
  words: Record<string, string>;
  paper: Partial<PaperFields>;
  /** The tables' figures, frozen at submission; null while it is being written. Empty: counted outside of the program. */
  figures: TableFigures | null;
  planId: number;
  planNumber: string;
  planTitle: string;
  planPlace: string | null;
  officeId: number;
  officeName: string;
  officePath: number[];
  superiorName: string | null;
  /** The office is the standing body on the closing day: its figures are those of the whole programme. */
  isStandingBody: boolean;
  /** Where it was sent; null before the first submission. */
  receiverId: number | null;
  receiverName: string | null;
  submittedBy: number | null;
  submittedOn: Day | null;
  firstSubmittedOn: Day | null;
  acceptedOn: Day | null;
  isOutside: boolean;
  dutyItemId: number | null;
  /** By its duty; null for a report that nobody asked for. */
  dueOn: Day | null;
  stay: Stay | null;
  sides: ReadonlySet<Side>;
  /** Somebody of the office that writes it; whether it is open now, the state says. */
  mayWrite: boolean;
}

/**
 * Is the report in view of the actor: its office within reach, sent to an office of theirs, on their desk, or asked
 * about?
 */
export function seesReport(actor: Actor) {
  if (seesAll(actor)) return sql<boolean>`true`;
  return sql<boolean>`(${withinReach(actor, sql.ref('report.office_id'), null)} OR
    (report.first_submitted_on IS NOT NULL AND report.receiver_office_id = ANY (${deskOffices(actor)}::bigint[])) OR
    ${onMyDesk(actor, 'report', sql.ref('report.id'))})`;
}

/** Reports in view, with what a list and a page say of them. */
export const reportRows = (db: Reader, actor: Actor) =>
  db
    .selectFrom('report')
    .innerJoin('plan', 'plan.id', 'report.plan_id')
    .innerJoin('report_form as form', 'form.id', 'report.form_id')
    .innerJoin('office', 'office.id', 'report.office_id')
    .leftJoin('office as superior', 'superior.id', 'office.parent_id')
    .leftJoin('office as receiver', 'receiver.id', 'report.receiver_office_id')
    .leftJoin('duty_item as item', 'item.id', 'report.duty_item_id')
    .where(seesReport(actor));

const viewOf = (db: Reader, actor: Actor) =>
  reportRows(db, actor)
    .select(['report.id', 'report.version', 'report.state', 'report.year', 'report.words', 'report.paper'])
    .select(['report.figures', 'report.form_id as formId', 'report.form_key as formKey'])
    .select(['report.period_from as periodFrom', 'report.period_to as periodTo'])
    .select(['report.closing_on as closingOn', 'report.receiver_office_id as receiverId'])
    .select(['report.submitted_by as submittedBy', 'report.submitted_on as submittedOn'])
    .select(['report.first_submitted_on as firstSubmittedOn', 'report.accepted_on as acceptedOn'])
    .select(['report.is_outside as isOutside', 'report.duty_item_id as dutyItemId', 'item.due_on as dueOn'])
    .select(['form.name as formName', 'form.edition as formEdition', 'form.figures as figureKeys'])
    .select(['form.tables as tableKeys', 'plan.id as planId', 'plan.number as planNumber'])
    .select(['plan.title as planTitle', 'plan.issued_at as planPlace'])
    .select(['office.id as officeId', 'office.name as officeName', 'office.path as officePath'])
    .select(['superior.name as superiorName', 'receiver.name as receiverName'])
    .select(['receiver.path as receiverPath'])
    .select(isStandingBody(sql.ref('office.id'), sql.ref('report.closing_on')).as('isStandingBody'));

/** One report, or null when it does not exist or is not in view of the actor. */
export async function findReport(db: Reader, actor: Actor, id: number): Promise<ReportInView | null> {
  const row = await viewOf(db, actor).where('report.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { receiverPath, ...report } = row;
  const stay = await deskOf(db, 'report', id);
  // an accepted report lies on no desk: the office that accepted it still stands above it
  const sides = sidesOver(actor, {
    officePath: report.officePath,
    deskPath: stay?.officePath ?? receiverPath,
  });
  return {
    ...report,
    state: report.state as ReportState,
    periodWords: periodInWords({ from: report.periodFrom, to: report.periodTo }),
    words: report.words as Record<string, string>,
    paper: report.paper as Partial<PaperFields>,
    figures: report.figures as unknown as TableFigures | null,
    stay,
    sides,
    mayWrite: sides.has('author'),
  };
}

/** The written parts of a report's form, in order. */
export const partsOfReport = (
  db: Reader,
  report: Pick<ReportInView, 'formId'>,
): Promise<{ key: string; name: string; hint: string | null }[]> =>
  db
    .selectFrom('report_form_part')
    .select(['key', 'name', 'hint'])
    .where('form_id', '=', report.formId)
    .orderBy('ord')
    .execute();

/** Plans whose reports can be opened. */
export function plansInForce(db: Reader) {
  return db
    .selectFrom('plan')
    .select(['id', 'number', 'title', 'period_from', 'period_to'])
    .where('state', '<>', 'draft')
    .orderBy('period_from', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}
