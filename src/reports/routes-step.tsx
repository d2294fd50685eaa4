import { z } from 'zod';
import { returnForm } from '../desks/return-form.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { reopenForm, stepForm } from './forms.ts';
import { indicator } from './indicators/registry.ts';
import { whyNot } from './judge.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { ReturnPage } from './return-page.tsx';
import { acceptReport, reopenReport, returnReport, submitReport } from './step.ts';
import { type Again, changeReport, FRESH, isWrong, withReport } from './with-report.ts';

const WRITERS = ['unit', 'lead', 'standing'] as const;
const READERS = ['unit', 'lead', 'standing', 'leader'] as const;

export const reportStepRoutes: Route[] = [
  post('/bao-cao/:id/nop', [...WRITERS], (visit) =>
    changeReport(visit, {
      schema: stepForm,
      command: submitReport,
      said: 'Đã nộp báo cáo, số liệu đã chốt.',
    }),
  ),
  post('/bao-cao/:id/chap-nhan', [...READERS], (visit) =>
    changeReport(visit, { schema: stepForm, command: acceptReport, said: 'Đã chấp nhận báo cáo.' }),
  ),
  post('/bao-cao/:id/mo-lai', [...READERS], (visit) =>
    changeReport(visit, {
      schema: reopenForm,
      command: reopenReport,
      said: 'Đã mở lại báo cáo để đơn vị sửa.',
    }),
  ),
  get('/bao-cao/:id/tra-lai', [...READERS], (visit) =>
    withReport(visit, async (report) => {
      const { db, clock } = visit.get('deps');
      const reasons = await whyNot(db, actorOf(visit), report, 'return', clock.today());
      if (reasons.length === 0) return returnPage(visit, report, FRESH);
      return answerRefusal(visit, { kind: 'refused', reasons }, { backTo: `/bao-cao/${report.id}` });
    }),
  ),
  post('/bao-cao/:id/tra-lai', [...READERS], (visit) =>
    withReport(visit, async (report) =>
      changeReport(visit, {
        schema: z.looseObject({}).pipe(returnForm(await returnParts(visit, report))),
        command: returnReport,
        said: 'Đã trả lại báo cáo để bổ sung.',
        again: (again, typed) => returnPage(visit, again, typed),
      }),
    ),
  ),
];

/** What a reason may be tied to: each written part, the figures one by one, and the tables together. */
async function returnParts(visit: Visit, report: ReportInView) {
  const parts = await partsOfReport(visit.get('deps').db, report);
  return [
    ...parts.map(({ key, name }) => ({ field: key, label: name })),
    ...(report.tableKeys.length > 0 ? [{ field: 'bang', label: 'Các bảng số liệu' }] : []),
    ...report.figureKeys
      .map(indicator)
      .flatMap((one) => (one ? [{ field: `sl_${one.key}`, label: `Số liệu: ${one.name}` }] : [])),
  ];
}

async function returnPage(visit: Visit, report: ReportInView, again: Again): Promise<Response> {
  return officePage(visit, {
    title: 'Trả lại báo cáo',
    status: isWrong(again) ? 422 : 200,
    children: <ReturnPage report={report} parts={await returnParts(visit, report)} {...again} />,
  });
}
