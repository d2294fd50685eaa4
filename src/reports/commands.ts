import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { yearFigures } from './figures.ts';
import { findReport, type PaperFields, type ReportInView, reportParts } from './queries.ts';
import { refusalToFinish, refusalToOpen, refusalToWrite, wrongClosingDay } from './rules.ts';

/** Opens the report of the actor's standing body for a plan and year; the one that exists is answered again. */
export async function openReport(
  acting: Acting,
  input: { planId: number; year: number },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const plan = await tx.selectFrom('plan').selectAll().where('id', '=', input.planId).executeTakeFirst();
    if (!plan) return notFound();
    const refusal = refusalToOpen(acting.actor, plan, input.year, acting.clock.today());
    if (refusal) return refused(refusal);
    const office = acting.actor.grants.find((grant) => grant.role === 'standing');
    if (!office) return notFound();
    const made = await tx
      .insertInto('report')
      .values({
        plan_id: input.planId,
        office_id: office.officeId,
        year: input.year,
        closing_on: closingDay(input.year, acting.clock.today()),
      })
      .onConflict((conflict) => conflict.columns(['plan_id', 'office_id', 'year']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return done(await existing(tx, input.planId, office.officeId, input.year));
    await record(tx, acting, {
      kind: 'report.opened',
      thingId: made.id,
      thingVersion: 1,
      officeId: office.officeId,
      after: { 'Kế hoạch': plan.number, Năm: input.year },
    });
    return done(made);
  });
}

/** A report of a past year closes on its last day; one of this year on the day it is opened. */
function closingDay(year: number, today: Day): Day {
  const yearEnd = `${year}-12-31`;
  return today < yearEnd ? today : yearEnd;
}

async function existing(tx: Tx, planId: number, officeId: number, year: number): Promise<{ id: number }> {
  return tx
    .selectFrom('report')
    .select('id')
    .where('plan_id', '=', planId)
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
}

export interface WordsInput {
  id: number;
  version: number | null;
  closingOn: Day;
  /** Text by key of the part. */
  words: Record<string, string>;
  paper: PaperFields;
}

/** Keeps the written parts, the closing day and what the head and foot of the paper say. */
export function writeReport(acting: Acting, input: WordsInput): Promise<Outcome<{ id: number }>> {
  return changingReport(acting, input, async (tx, report) => {
    const refusal = refusalToWrite(report);
    if (refusal) return refused(refusal);
    const wrong = wrongClosingDay(report.year, input.closingOn, acting.clock.today());
    if (wrong) return invalid({ closingOn: wrong });
    await tx
      .updateTable('report')
      .set({
        closing_on: input.closingOn,
        words: JSON.stringify(input.words),
        paper: JSON.stringify(input.paper),
        version: report.version + 1,
      })
      .where('id', '=', report.id)
      .execute();
    const parts = await reportParts(tx);
    const changed = parts.filter((part) => (report.words[part.key] ?? '') !== (input.words[part.key] ?? ''));
    await record(tx, acting, {
      kind: 'report.words_changed',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      before: { 'Ngày chốt': report.closingOn, ...excerpts(changed, report.words) },
      after: { 'Ngày chốt': input.closingOn, ...excerpts(changed, input.words) },
    });
    return done({ id: report.id });
  });
}

/** The audit says which part changed and how it begins; the whole text stands in the report. */
function excerpts(parts: readonly { key: string; name: string }[], words: Record<string, string>) {
  return Object.fromEntries(parts.map((part) => [part.name, (words[part.key] ?? '').slice(0, 120)]));
}

/** Freezes the figures as of the closing day. */
export function finishReport(
  acting: Acting,
  input: { id: number; version: number | null },
): Promise<Outcome<{ id: number }>> {
  return changingReport(acting, input, async (tx, report) => {
    const missing = refusalToFinish(report, await reportParts(tx));
    if (missing.length > 0) return refused(...missing);
    const figures = await yearFigures(tx, report.planId, report.year, report.closingOn);
    await tx
      .updateTable('report')
      .set({
        state: 'finished',
        figures: JSON.stringify(figures),
        finished_at: acting.clock.now(),
        version: report.version + 1,
      })
      .where('id', '=', report.id)
      .execute();
    await recordState(tx, acting, report, 'report.finished', 'đang soạn', 'hoàn thành');
    return done({ id: report.id });
  });
}

/** Opens a finished report again: its figures are counted anew when it is finished the next time. */
export function reopenReport(
  acting: Acting,
  input: { id: number; version: number | null; reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingReport(acting, input, async (tx, report) => {
    if (report.state !== 'finished')
      return refused({ rule: 'wrong_state', sentence: 'Báo cáo này đang được soạn, không cần mở lại.' });
    await tx
      .updateTable('report')
      .set({ state: 'draft', figures: null, finished_at: null, version: report.version + 1 })
      .where('id', '=', report.id)
      .execute();
    await recordState(tx, acting, report, 'report.reopened', 'hoàn thành', 'đang soạn', input.reason);
    return done({ id: report.id });
  });
}

async function recordState(
  tx: Tx,
  acting: Acting,
  report: ReportInView,
  kind: 'report.finished' | 'report.reopened',
  before: string,
  after: string,
  reason: string | null = null,
): Promise<void> {
  await record(tx, acting, {
    kind,
    thingId: report.id,
    thingVersion: report.version + 1,
    officeId: report.officeId,
    before: { 'Trạng thái': before },
    after: { 'Trạng thái': after },
    reason,
  });
}

/** Loads the report for update within reach, for somebody of the standing body, on the version they saw. */
async function changingReport<T>(
  acting: Acting,
  input: { id: number; version: number | null },
  work: (tx: Tx, report: ReportInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('report').select('id').where('id', '=', input.id).forUpdate().execute();
    const report = await findReport(tx, acting.actor, input.id);
    if (!report) return notFound();
    if (!report.mayWrite)
      return refused({
        rule: 'wrong_role',
        sentence: 'Báo cáo do cơ quan thường trực soạn; tài khoản của bạn chỉ được xem.',
      });
    if (input.version !== null && input.version !== report.version) return stale(report.version);
    return work(tx, report);
  });
}
