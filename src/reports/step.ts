import type { AuditKind } from '../audit/kinds.ts';
import { record } from '../audit/record.ts';
import { deskDue } from '../desks/due.ts';
import { recordReturn } from '../desks/returns.ts';
import { type ReturnReason, reasonsInWords } from '../desks/rules.ts';
import { leaveDesk, moveToDesk } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome, refused } from '../platform/outcome.ts';
import { changingReport } from './changing.ts';
import { freezeFigures, unfreezeFigures } from './freeze.ts';
import { returningOffice, whyNot } from './judge.ts';
import type { ReportInView } from './queries.ts';
import { receiverOfReport } from './receiver.ts';
import { type ReportAction, type ReportState, reportWorkflow } from './workflow.ts';

interface Target {
  id: number;
  version: number | null;
}

/**
 * Sends a report to the office above: its figures are frozen as of the closing day, and from now on it is locked. After
 * its day it is accepted all the same and marked as late.
 */
export function submitReport(acting: Acting, input: Target): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'submit', async (tx, report) => {
    const today = acting.clock.today();
    const receiverId = await receiverOfReport(tx, report, today);
    if (receiverId === null) {
      return refused({
        rule: 'no_receiver',
        sentence: 'Không có cơ quan nào ở trên để nhận báo cáo này; hãy hỏi người quản trị.',
      });
    }
    const { figures } = await freezeFigures(tx, report);
    await write(tx, report, {
      state: 'submitted',
      figures,
      receiver_office_id: receiverId,
      submitted_by: acting.actor.accountId,
      submitted_on: today,
      first_submitted_on: report.firstSubmittedOn ?? today,
      accepted_on: null,
    });
    const dueOn = await deskDue(tx, 'report', 'decide', today);
    await lay(tx, acting, report.id, { officeId: receiverId, dueOn, waitsFor: 'nhận hoặc trả lại báo cáo' });
    await note(tx, acting, report, 'report.submitted', 'submitted');
    return done({ id: report.id });
  });
}

/** Accepts a report for the level above. It lies on nobody's desk any more. */
export function acceptReport(acting: Acting, input: Target): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'accept', async (tx, report) => {
    await write(tx, report, { state: 'accepted', accepted_on: acting.clock.today() });
    await leaveDesk(tx, 'report', report.id, acting.clock.today());
    await note(tx, acting, report, 'report.accepted', 'accepted');
    return done({ id: report.id });
  });
}

/** Sends a report back once with all its reasons, each at its part or figure. */
export function returnReport(
  acting: Acting,
  input: Target & { reasons: readonly ReturnReason[] },
): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'return', async (tx, report) => {
    const today = acting.clock.today();
    const paper = {
      paper: 'report' as const,
      paperId: report.id,
      byOfficeId: returningOffice(report),
      reasons: input.reasons,
    };
    const returned = await recordReturn(tx, acting, paper, today);
    if (!returned.ok) return returned;
    const reason = reasonsInWords(input.reasons);
    await sendBack(tx, acting, report, `đơn vị bổ sung ${input.reasons.length} mục`);
    await note(tx, acting, report, 'report.returned', 'returned', reason);
    return done({ id: report.id });
  });
}

/** Opens an accepted report again, by the level above, with the reason. */
export function reopenReport(
  acting: Acting,
  input: Target & { reason: string },
): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'reopen', async (tx, report) => {
    await sendBack(tx, acting, report, 'đơn vị sửa và nộp lại báo cáo');
    await note(tx, acting, report, 'report.reopened', 'returned', input.reason);
    return done({ id: report.id });
  });
}

/** Loads the report, asks the table whether this may be done now, and does it. */
function stepping(
  acting: Acting,
  input: Target,
  action: ReportAction,
  work: (tx: Tx, report: ReportInView) => Promise<Outcome<{ id: number }>>,
): Promise<Outcome<{ id: number }>> {
  return changingReport(acting, input, async (tx, report) => {
    const reasons = await whyNot(tx, acting.actor, report, action, acting.clock.today());
    return reasons.length > 0 ? refused(...reasons) : work(tx, report);
  });
}

async function sendBack(tx: Tx, acting: Acting, report: ReportInView, waitsFor: string): Promise<void> {
  await unfreezeFigures(tx, report.id);
  await write(tx, report, { state: 'returned', figures: null, accepted_on: null });
  const dueOn = await deskDue(tx, 'report', 'complete', acting.clock.today());
  await lay(tx, acting, report.id, { officeId: report.officeId, dueOn, waitsFor });
}

interface Columns {
  state: ReportState;
  figures?: string | null;
  receiver_office_id?: number;
  submitted_by?: number | null;
  submitted_on?: string;
  first_submitted_on?: string;
  accepted_on?: string | null;
}

const write = (tx: Tx, report: ReportInView, columns: Columns) =>
  tx
    .updateTable('report')
    .set({ ...columns, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute();

const lay = (
  tx: Tx,
  acting: Acting,
  paperId: number,
  desk: { officeId: number; dueOn: string; waitsFor: string },
) =>
  moveToDesk(
    tx,
    { paper: 'report', paperId, movedBy: acting.actor.accountId, ...desk },
    acting.clock.today(),
  );

function note(
  tx: Tx,
  acting: Acting,
  report: ReportInView,
  kind: AuditKind,
  to: ReportState,
  reason: string | null = null,
): Promise<void> {
  const { states } = reportWorkflow;
  return record(tx, acting, {
    kind,
    thingId: report.id,
    thingVersion: report.version + 1,
    officeId: report.officeId,
    before: { 'Trạng thái': states[report.state].name },
    after: { 'Trạng thái': states[to].name },
    reason,
  });
}
