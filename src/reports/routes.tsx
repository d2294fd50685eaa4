import type { z } from 'zod';
import { historyOf } from '../audit/timeline.ts';
import { type DraftShown, draftFor, NO_DRAFT } from '../exemplars/form-page-draft.tsx';
import type { Outcome } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft } from '../web/drafts.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { type ReadForm, readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { finishReport, openReport, reopenReport, writeReport } from './commands.ts';
import { downloadReport } from './downloads.ts';
import { finishForm, openForm, reopenForm, writeForm } from './forms.ts';
import { ReportListPage } from './list-page.tsx';
import { findReport, listReports, plansInForce, type ReportInView, reportParts } from './queries.ts';
import { ReportPage } from './show-page.tsx';
import { countReport } from './view.ts';
import { draftNameOf, WriteReportPage } from './write-page.tsx';

type Again = Pick<Parameters<typeof WriteReportPage>[0], 'errors' | 'reasons' | 'typed'>;
const FRESH: Again = { errors: {}, reasons: [], typed: {} };

export const reportRoutes: Route[] = [
  get('/bao-cao', 'signed_in', (visit) => listPage(visit, FRESH)),
  post('/bao-cao', ['standing'], async (visit) => {
    const form = await readForm(visit, openForm);
    if (!form.ok) return listPage(visit, { errors: form.errors, reasons: [], typed: form.typed });
    const outcome = await openReport(acting(visit, form.key), form.value);
    if (outcome.ok) return redirectWith(visit, `/bao-cao/${outcome.value.id}`, 'Đã mở báo cáo.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: '/bao-cao',
      again: (errors, reasons) => listPage(visit, { errors, reasons, typed: form.typed }),
    });
  }),
  get('/bao-cao/:id', 'signed_in', (visit) => withReport(visit, (report) => showPage(visit, report))),
  get('/bao-cao/:id/bao-cao.docx', 'signed_in', (visit) => downloadReport(visit, 'docx')),
  get('/bao-cao/:id/bao-cao.pdf', 'signed_in', (visit) => downloadReport(visit, 'pdf')),
  get('/bao-cao/:id/bao-cao.xlsx', 'signed_in', (visit) => downloadReport(visit, 'xlsx')),
  get('/bao-cao/:id/soan', ['standing'], (visit) =>
    withReport(visit, async (report) => {
      const draft = await draftFor(visit, draftNameOf(report.id), report.version);
      return writePage(visit, report, { ...FRESH, typed: draft.typed ?? {} }, draft);
    }),
  ),
  post('/bao-cao/:id/soan', ['standing'], (visit) =>
    change(visit, writeForm, writeReport, 'Đã lưu báo cáo.', (report, again) =>
      writePage(visit, report, again),
    ),
  ),
  post('/bao-cao/:id/hoan-thanh', ['standing'], (visit) =>
    change(visit, finishForm, finishReport, 'Báo cáo đã hoàn thành, số liệu đã chốt.'),
  ),
  post('/bao-cao/:id/mo-lai', ['standing'], (visit) =>
    change(visit, reopenForm, reopenReport, 'Đã mở lại báo cáo.'),
  ),
];

async function listPage(visit: Visit, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const opens = actor.grants.some((grant) => grant.role === 'standing');
  const opening = opens ? { plans: await plansInForce(db), year: Number(clock.today().slice(0, 4)) } : null;
  const wrong = Object.keys(again.errors).length + again.reasons.length > 0;
  return officePage(visit, {
    title: 'Báo cáo',
    status: wrong ? 422 : 200,
    children: <ReportListPage reports={await listReports(db, actor)} opening={opening} {...again} />,
  });
}

async function withReport(
  visit: Visit,
  answer: (report: ReportInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const report = id === null ? null : await findReport(visit.get('deps').db, actorOf(visit), id);
  return report ? answer(report) : notFoundPage(visit);
}

async function showPage(visit: Visit, report: ReportInView): Promise<Response> {
  const { db } = visit.get('deps');
  const [{ tables }, parts, history] = await Promise.all([
    countReport(db, report),
    reportParts(db),
    historyOf(db, 'report', report.id),
  ]);
  return officePage(visit, {
    title: `Báo cáo năm ${report.year}`,
    children: <ReportPage report={report} tables={tables} parts={parts} history={history} />,
  });
}

async function writePage(
  visit: Visit,
  report: ReportInView,
  again: Again,
  draft: DraftShown = NO_DRAFT,
): Promise<Response> {
  const parts = await reportParts(visit.get('deps').db);
  return officePage(visit, {
    title: `Viết báo cáo năm ${report.year}`,
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: <WriteReportPage report={report} parts={parts} draft={draft} {...again} />,
  });
}

/** One change of one report: read the form, call the command, answer. */
async function change<T>(
  visit: Visit,
  schema: z.ZodType<T>,
  command: (
    surroundings: ReturnType<typeof acting>,
    input: T & { id: number; version: number | null },
  ) => Promise<Outcome<{ id: number }>>,
  sentence: string,
  again?: (report: ReportInView, typed: Again) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form: ReadForm<T> = await readForm(visit, schema);
  const backTo = `/bao-cao/${id}`;
  const how = {
    backTo: again ? visit.req.path : backTo,
    thing: { kind: 'report' as const, id, version: form.version },
    sent: form,
    ...(again && {
      draft: draftNameOf(id),
      again: (errors: Again['errors'], reasons: Again['reasons']) =>
        withReport(visit, (report) => again(report, { errors, reasons, typed: form.typed })),
    }),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const outcome = await command(acting(visit, form.key), { ...form.value, id, version: form.version });
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
  if (again) await dropDraft(visit.get('deps').db, actorOf(visit).accountId ?? 0, draftNameOf(id));
  return redirectWith(visit, backTo, sentence);
}
