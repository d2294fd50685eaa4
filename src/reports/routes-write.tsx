import { returnsOf } from '../desks/returns.ts';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft } from '../web/drafts.ts';
import { type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { figureGroups } from './figures-view.ts';
import { writeForm } from './forms.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { refusalToWrite, reportTitle } from './rules.ts';
import { type Again, changeReport, FRESH, isWrong, withReport } from './with-report.ts';
import { NOT_AUTHOR, writeReport } from './write.ts';
import { draftNameOf, WriteReportPage } from './write-page.tsx';

const WRITERS = ['unit', 'lead', 'standing'] as const;

export const reportWriteRoutes: Route[] = [
  get('/bao-cao/:id/soan', [...WRITERS], (visit) =>
    withReport(visit, async (report) => {
      const refusal = report.mayWrite ? refusalToWrite(report) : NOT_AUTHOR;
      if (refusal) {
        const refused = { kind: 'refused' as const, reasons: [refusal] };
        return answerRefusal(visit, refused, { backTo: `/bao-cao/${report.id}` });
      }
      const draft = await draftFor(visit, draftNameOf(report.id), report.version);
      return writePage(visit, report, { ...FRESH, typed: draft.typed ?? {} }, draft);
    }),
  ),
  post('/bao-cao/:id/soan', [...WRITERS], (visit) =>
    changeReport(visit, {
      schema: writeForm,
      command: writeReport,
      said: 'Đã lưu báo cáo.',
      again: (report, again) => writePage(visit, report, again),
      draftOf: draftNameOf,
      afterwards: (id) => dropDraft(visit.get('deps').db, actorOf(visit).accountId ?? 0, draftNameOf(id)),
    }),
  ),
];

async function writePage(
  visit: Visit,
  report: ReportInView,
  again: Again,
  draft: DraftShown = NO_DRAFT,
): Promise<Response> {
  const { db } = visit.get('deps');
  const [parts, groups, returns] = await Promise.all([
    partsOfReport(db, report),
    figureGroups(db, report),
    returnsOf(db, 'report', report.id),
  ]);
  return officePage(visit, {
    title: `Viết ${reportTitle(report.formName, report.periodWords)}`,
    status: isWrong(again) ? 422 : 200,
    children: <WriteReportPage {...{ report, parts, groups, returns, draft }} {...again} />,
  });
}
