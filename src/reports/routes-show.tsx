import { historyOf } from '../audit/timeline.ts';
import { deskPart } from '../desks/desk-actions.tsx';
import { returnsOf } from '../desks/returns.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { queryNumber } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { offeredActions } from '../workflow/table.ts';
import { behindFigure } from './behind.ts';
import { BehindPage } from './behind-page.tsx';
import { changedBelow } from './changed-below.ts';
import { changedFigures, textsUsing } from './changed-figures.ts';
import { ChangedBelowSection, ChangedSection } from './changed-part.tsx';
import { deskPaperOf } from './desk-paper.ts';
import { downloadReport } from './downloads.ts';
import { figureGroups, isFrozen, valuesOf } from './figures-view.ts';
import { figuresOf, indicator } from './indicators/registry.ts';
import { whyNot } from './judge.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { rollupSection } from './rollup-part.tsx';
import { reportTitle } from './rules.ts';
import { scopeOfReport } from './scope.ts';
import { ReportPage } from './show-page.tsx';
import { tablesOf } from './view.ts';
import { withReport } from './with-report.ts';
import { reportWorkflow } from './workflow.ts';

export const reportShowRoutes: Route[] = [
  get('/bao-cao/:id', 'signed_in', (visit) => withReport(visit, (report) => showPage(visit, report))),
  get('/bao-cao/:id/bao-cao.docx', 'signed_in', (visit) => downloadReport(visit, 'docx')),
  get('/bao-cao/:id/bao-cao.pdf', 'signed_in', (visit) => downloadReport(visit, 'pdf')),
  get('/bao-cao/:id/bao-cao.xlsx', 'signed_in', (visit) => downloadReport(visit, 'xlsx')),
  get('/bao-cao/:id/so-lieu/:key', 'signed_in', (visit) =>
    withReport(visit, (report) => behindPage(visit, report)),
  ),
];

async function showPage(visit: Visit, report: ReportInView): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [actor, today] = [actorOf(visit), clock.today()];
  const offered = offeredActions(reportWorkflow, report.state, report.sides);
  const [parts, groups, tables, reasons, returns, desk, history, changed, lower, below] = await Promise.all([
    partsOfReport(db, report),
    figureGroups(db, report),
    tablesOf(db, report),
    Promise.all(offered.map((action) => whyNot(db, actor, report, action, today))),
    returnsOf(db, 'report', report.id),
    deskPart(visit, 'report', deskPaperOf(report)),
    historyOf(db, 'report', report.id),
    isFrozen(report) ? changedFigures(db, report) : [],
    isFrozen(report) ? changedBelow(db, report) : [],
    rollupSection(db, report),
  ]);
  const keys = [...changed, ...lower].map((figure) => figure.key);
  const using = await textsUsing(db, actor, report.id, keys);
  return officePage(visit, {
    title: `${reportTitle(report.formName, report.periodWords)} – ${report.officeName}`,
    children: (
      <ReportPage
        {...{ report, today, parts, groups, tables, returns, desk, history }}
        offered={offered.map((action, n) => ({ action, reasons: reasons[n] ?? [] }))}
        corrections={
          <>
            {below}
            <ChangedSection reportId={report.id} changed={changed} using={using} />
            <ChangedBelowSection reportId={report.id} changed={lower} using={using.texts} />
          </>
        }
      />
    ),
  });
}

async function behindPage(visit: Visit, report: ReportInView): Promise<Response> {
  const { db } = visit.get('deps');
  const found = indicator(visit.req.param('key') ?? '');
  if (!found || !report.figureKeys.includes(found.key)) return notFoundPage(visit);
  const page = Math.min(queryNumber(visit, 'trang') ?? 1, 10_000);
  const scope = scopeOfReport(report);
  const [values, recounted, list] = await Promise.all([
    valuesOf(db, report),
    figuresOf(db, [found.key], scope),
    behindFigure(db, actorOf(visit), found, scope, page),
  ]);
  return officePage(visit, {
    title: found.name,
    children: (
      <BehindPage
        report={report}
        indicator={found}
        shown={values.get(found.key) ?? { value: null, source: 'system' }}
        recounted={recounted.get(found.key) ?? null}
        list={list}
        page={page}
      />
    ),
  });
}
