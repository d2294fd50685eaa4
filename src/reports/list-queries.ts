import { sql } from 'kysely';
import { periodInWords } from '../calendar/periods.ts';
import { desksOf } from '../desks/stay.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { reportRows } from './queries.ts';
import type { ReportState } from './workflow.ts';

export interface ListFilter {
  formKey: string | null;
  state: ReportState | null;
  year: number | null;
  planId: number | null;
  officeId: number | null;
  page: number;
}

export const PER_PAGE = 50;

/** Reports in view, newest period first, with the desk that each lies on; and how many there are. Three queries. */
export async function listReports(db: Reader, actor: Actor, filter: ListFilter) {
  const filtered = reportRows(db, actor)
    .$if(filter.formKey !== null, (query) => query.where('report.form_key', '=', filter.formKey ?? ''))
    .$if(filter.state !== null, (query) => query.where('report.state', '=', filter.state ?? ''))
    .$if(filter.planId !== null, (query) => query.where('report.plan_id', '=', filter.planId ?? 0))
    .$if(filter.officeId !== null, (query) => query.where('report.office_id', '=', filter.officeId ?? 0))
    .$if(filter.year !== null, (query) => query.where('report.year', '=', filter.year ?? 0));
  const { total } = await filtered.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await filtered
    .select(['report.id', 'report.state', 'report.closing_on as closingOn', 'form.name as formName'])
    .select(['report.period_from as periodFrom', 'report.period_to as periodTo'])
    .select(['report.first_submitted_on as firstSubmittedOn', 'item.due_on as dueOn'])
    .select(['plan.number as planNumber', 'office.name as officeName'])
    .orderBy('report.period_to', 'desc')
    .orderBy('report.form_key')
    .orderBy(sql`office.name COLLATE "vi-x-icu"`)
    .orderBy('report.id')
    .limit(PER_PAGE)
    .offset((filter.page - 1) * PER_PAGE)
    .execute();
  const stays = await desksOf(
    db,
    'report',
    rows.map((row) => row.id),
  );
  const reports = rows.map(({ periodFrom, periodTo, ...row }) => ({
    ...row,
    state: row.state as ReportState,
    periodWords: periodInWords({ from: periodFrom, to: periodTo }),
    stay: stays.get(row.id) ?? null,
  }));
  return { reports, total };
}

/** How many of the reports that were due by today have been submitted, and how many of them in time. */
export interface Rate {
  formName: string;
  periodWords: string;
  due: number;
  submitted: number;
  inTime: number;
  excused: number;
}

const MOST_RATES = 24;

/**
 * Reporting rate and on-time rate by form and period, over the offices within reach: two figures. An excused office is
 * not expected. A report is counted on its day of duty, once that day has come.
 */
export async function reportRates(db: Reader, actor: Actor, today: Day): Promise<Rate[]> {
  const { rows } = await sql<Omit<Rate, 'periodWords'> & { from: Day; to: Day }>`
    SELECT f.name AS "formName", i.period_from AS "from", i.period_to AS "to",
      count(*) FILTER (WHERE i.excused_on IS NULL) AS due,
      count(*) FILTER (WHERE i.excused_on IS NULL AND r.first_submitted_on IS NOT NULL) AS submitted,
      count(*) FILTER (WHERE i.excused_on IS NULL AND r.first_submitted_on <= i.due_on) AS "inTime",
      count(*) FILTER (WHERE i.excused_on IS NOT NULL) AS excused
    FROM duty d
    JOIN duty_item i ON i.duty_id = d.id
    JOIN report_form f ON f.key = d.report_form_key AND f.is_current
    LEFT JOIN report r ON r.plan_id = d.plan_id AND r.office_id = i.office_id AND r.form_key = d.report_form_key
      AND r.period_from = i.period_from
    WHERE d.what = 'report' AND (i.due_on <= ${today} OR r.first_submitted_on IS NOT NULL)
      AND ${withinReach(actor, sql.ref('i.office_id'), null)}
    GROUP BY f.key, f.name, i.period_from, i.period_to
    ORDER BY i.period_to DESC, f.name
    LIMIT ${MOST_RATES}`.execute(db);
  return rows.map(({ from, to, ...rate }) => ({ ...rate, periodWords: periodInWords({ from, to }) }));
}

export interface DueReport {
  itemId: number;
  officeName: string;
  formName: string;
  periodWords: string;
  dueOn: Day;
}

/** Reports that a duty asks of the actor's own offices and that nobody has opened yet, the most urgent first. */
export async function dueReports(db: Reader, officeIds: readonly number[], until: Day): Promise<DueReport[]> {
  const { rows } = await sql<Omit<DueReport, 'periodWords'> & { from: Day; to: Day }>`
    SELECT i.id AS "itemId", o.name AS "officeName", f.name AS "formName", i.period_from AS "from", i.period_to AS "to",
      i.due_on AS "dueOn"
    FROM duty_item i
    JOIN duty d ON d.id = i.duty_id
    JOIN office o ON o.id = i.office_id
    JOIN report_form f ON f.key = d.report_form_key AND f.is_current
    WHERE i.office_id = ANY (${[...officeIds]}::bigint[]) AND i.excused_on IS NULL AND i.period_from <= ${until}
      AND NOT EXISTS (SELECT FROM report r WHERE r.plan_id = d.plan_id AND r.office_id = i.office_id
        AND r.form_key = d.report_form_key AND r.period_from = i.period_from)
    ORDER BY i.due_on, i.id
    LIMIT 20`.execute(db);
  return rows.map(({ from, to, ...item }) => ({ ...item, periodWords: periodInWords({ from, to }) }));
}

/** Forms that a report can be opened with. */
export const currentForms = (db: Reader) =>
  db
    .selectFrom('report_form')
    .select(['key', 'name', 'kind'])
    .where('is_current', '=', true)
    .orderBy('id')
    .execute();
