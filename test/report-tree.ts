import type { Db } from '../src/platform/db.ts';
import type { RollupReport } from '../src/reports/rollup-below.ts';
import { type MadeOffice, makeOffice, makePlan } from './factories.ts';

/** One office below in a made-up tree: whose child it is (-1: the root) and what has come of its report. */
export interface Leaf {
  parent: number;
  report: 'none' | 'draft' | 'submitted' | 'returned' | 'accepted';
  excused: boolean;
  gap: 'none' | 'missing' | null;
  /** Values of the indicators a, b; null: not known. */
  values: [number | null, number | null];
}

export interface MadeTree {
  root: RollupReport;
  offices: MadeOffice[];
  reportIds: (number | null)[];
}

let serial = 0;

/** The yearly report. */
const FORM = 'nam';

export const INDICATORS = ['a', 'b'] as const;
export const PERIOD = { from: '2017-01-01', to: '2017-12-31' };

/** Writes a tree of offices with their duty, items, reports, figures and gaps, each tree under a plan of its own. */
export async function makeReportTree(db: Db, leaves: readonly Leaf[]): Promise<MadeTree> {
  const rootOffice = await makeOffice(db, null, { kind: 'province', name: `Tỉnh ${++serial}` });
  const { planId } = await makePlan(db, rootOffice);
  const formId = await formOf(db);
  const offices: MadeOffice[] = [];
  for (const leaf of leaves) offices.push(await makeOffice(db, offices[leaf.parent] ?? rootOffice));
  const dutyId = await makeReportDuty(db, planId, rootOffice.id, FORM);
  const write = (office: MadeOffice, receiver: number | null, state: string) =>
    makeReport(db, { planId, formId, officeId: office.id, receiver, state });
  const rootId = await write(rootOffice, null, 'draft');
  const reportIds: (number | null)[] = [];
  for (const [n, leaf] of leaves.entries()) {
    const office = offices[n] as MadeOffice;
    const receiver = (offices[leaf.parent] ?? rootOffice).id;
    await makeReportItem(db, dutyId, office.id, receiver, leaf.excused);
    const id = leaf.report === 'none' ? null : await write(office, receiver, leaf.report);
    if (id !== null) await makeFigures(db, id, leaf.values);
    reportIds.push(id);
  }
  for (const [n, leaf] of leaves.entries()) {
    const above = leaf.parent < 0 ? rootId : (reportIds[leaf.parent] ?? null);
    if (leaf.gap === null || above === null) continue;
    await db
      .insertInto('report_gap')
      .values({
        report_id: above,
        office_id: (offices[n] as MadeOffice).id,
        kind: leaf.gap,
        reason: 'Không trả lời',
        named_on: '2018-01-20',
      })
      .execute();
  }
  const root = { id: rootId, planId, officeId: rootOffice.id, formKey: 'nam', periodFrom: PERIOD.from };
  return { root, offices, reportIds };
}

export async function formOf(db: Db, key = FORM): Promise<number> {
  const form = await db
    .selectFrom('report_form')
    .select('id')
    .where('key', '=', key)
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow();
  return form.id;
}

/** The duty of an office and of all below it to send a report of the form once a year. */
export async function makeReportDuty(
  db: Db,
  planId: number,
  rootId: number,
  formKey: string,
): Promise<number> {
  const duty = await db
    .insertInto('duty')
    .values({
      plan_id: planId,
      ord: 1,
      name: 'Báo cáo năm',
      what: 'report',
      report_form_key: formKey,
      who_by: 'branch',
      who_office_id: rootId,
      cycle: 'yearly',
      from_on: '2016-01-01',
      to_on: '2020-12-31',
      due_rule: JSON.stringify({ kind: 'fixed', monthsAfter: 1, day: 15 }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return duty.id;
}

/** What an office owes by that duty for the period. */
export async function makeReportItem(
  db: Db,
  dutyId: number,
  officeId: number,
  receiver: number,
  excused: boolean,
) {
  await db
    .insertInto('duty_item')
    .values({
      duty_id: dutyId,
      office_id: officeId,
      period_from: PERIOD.from,
      period_to: PERIOD.to,
      due_on: '2018-01-15',
      receiver_office_id: receiver,
      ...(excused ? { excused_on: '2018-01-05', excuse: 'Đơn vị mới thành lập' } : {}),
    })
    .execute();
}

interface NewReport {
  planId: number;
  formId: number;
  officeId: number;
  receiver: number | null;
  state: string;
  formKey?: string;
  words?: Record<string, string>;
}

export async function makeReport(db: Db, report: NewReport): Promise<number> {
  const out = report.state === 'submitted' || report.state === 'accepted';
  const row = await db
    .insertInto('report')
    .values({
      plan_id: report.planId,
      office_id: report.officeId,
      form_id: report.formId,
      form_key: report.formKey ?? FORM,
      year: 2017,
      period_from: PERIOD.from,
      period_to: PERIOD.to,
      closing_on: PERIOD.to,
      receiver_office_id: report.receiver,
      state: report.state,
      words: JSON.stringify(report.words ?? {}),
      figures: out ? JSON.stringify({}) : null,
      submitted_on: out ? '2018-01-10' : null,
      first_submitted_on: report.state === 'draft' ? null : '2018-01-10',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function makeFigures(db: Db, reportId: number, values: Leaf['values']): Promise<void> {
  await db
    .insertInto('report_figure')
    .values(INDICATORS.map((indicator, n) => ({ report_id: reportId, indicator, value: values[n] ?? null })))
    .execute();
}
