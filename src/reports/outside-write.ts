import { deskDue } from '../desks/due.ts';
import { moveToDesk } from '../desks/stay.ts';
import type { GoodFile } from '../evidence/examine.ts';
import { keepFile } from '../evidence/keep.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import type { AboveReport } from './merged-report.ts';
import type { OutsideChange } from './outside-difference.ts';
import type { OutsideContent } from './outside-read.ts';
import type { BelowOffice } from './rollup-below.ts';

/** What is written for one office outside. */
export interface Writing {
  report: AboveReport;
  office: BelowOffice;
  input: { receivedOn: Day };
  content: OutsideContent;
}

/** Writes the report with its figures and lays it on the desk of the receiver; answers its id. */
export async function writeOutsideReport(tx: Tx, acting: Acting, writing: Writing): Promise<number> {
  const { report, office, input, content } = writing;
  const columns = {
    words: JSON.stringify(content.words),
    state: 'submitted',
    // counted outside: there are no tables of the program behind it
    figures: JSON.stringify({}),
    submitted_by: acting.actor.accountId,
    submitted_on: input.receivedOn,
    first_submitted_on: office.firstSubmittedOn ?? input.receivedOn,
    receiver_office_id: report.officeId,
  };
  const id = office.reportId ?? (await insertReport(tx, writing, columns));
  if (office.reportId !== null) {
    await tx
      .updateTable('report')
      .set({ ...columns, version: (office.reportVersion ?? 0) + 1 })
      .where('id', '=', id)
      .execute();
    await tx.deleteFrom('report_figure').where('report_id', '=', id).execute();
  }
  const figures = [...content.figures].map(([indicator, value]) => ({ indicator, value }));
  if (figures.length > 0) {
    await tx
      .insertInto('report_figure')
      .values(figures.map((figure) => ({ ...figure, report_id: id, source: 'typed' })))
      .execute();
  }
  const today = acting.clock.today();
  await moveToDesk(
    tx,
    {
      paper: 'report',
      paperId: id,
      officeId: report.officeId,
      dueOn: await deskDue(tx, 'report', 'decide', today),
      waitsFor: 'nhận hoặc trả lại báo cáo',
      movedBy: acting.actor.accountId,
    },
    today,
  );
  return id;
}

async function insertReport(
  tx: Tx,
  { report, office, input }: Writing,
  columns: { words: string; state: string; figures: string },
): Promise<number> {
  const made = await tx
    .insertInto('report')
    .values({
      plan_id: report.planId,
      office_id: office.officeId,
      form_id: report.formId,
      form_key: report.formKey,
      year: report.year,
      period_from: report.periodFrom,
      period_to: report.periodTo,
      closing_on: earlier(input.receivedOn, report.periodTo),
      duty_item_id: office.itemId,
      is_outside: true,
      ...columns,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Keeps the form as it was sent, with what it changed; it counts for the room of the office that typed it in. */
export async function keepOutsideForm(
  tx: Tx,
  acting: Acting,
  files: FileStore,
  kept: {
    reportId: number;
    keeperId: number;
    file: GoodFile;
    name: string;
    changes: readonly OutsideChange[];
  },
): Promise<Outcome<null>> {
  const to = { officeId: kept.keeperId, at: acting.clock.now() };
  const file = await keepFile(tx, files, kept.file, to);
  if (!file.ok) return file;
  await tx
    .insertInto('report_outside_file')
    .values({
      report_id: kept.reportId,
      file_id: file.value,
      name: kept.name,
      recorded_by: acting.actor.accountId,
      recorded_on: acting.clock.today(),
      changes: JSON.stringify(kept.changes.map(({ what, before, after }) => ({ what, before, after }))),
    })
    .execute();
  return done(null);
}

const earlier = (one: Day, other: Day): Day => (one > other ? other : one);
