import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { choice, text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { dropGap, nameGap, officeBelow } from './gap.ts';
import { lateChanges, mergeLate } from './gap-arrival.ts';
import { type GapAgain, GapPage, LatePage } from './gap-pages.tsx';
import type { AboveReport } from './merged-report.ts';
import { withAbove } from './rollup-routes.tsx';

export const gapForm = z.object({
  kind: choice('cách ghi nhận', ['none', 'missing']),
  reason: text('lý do', 1000),
});
const noFields = z.object({});

const NAME = '/bao-cao/:id/tong-hop/neu-thieu/:office';
const LATE = '/bao-cao/:id/tong-hop/den-muon/:office';
const FRESH: GapAgain = { errors: {}, reasons: [], typed: {} };

/** Going on without an office below, and taking in what comes after all. */
export const gapRoutes: Route[] = [
  get(NAME, 'signed_in', (visit) => withAbove(visit, (report) => namePage(visit, report, FRESH))),
  post(NAME, 'signed_in', (visit) => {
    const done = 'Đã ghi nhận đơn vị chưa gửi báo cáo.';
    return change(visit, gapForm, nameGap, done, (report, again) => namePage(visit, report, again));
  }),
  post(`${NAME}/bo`, 'signed_in', (visit) =>
    change(visit, noFields, dropGap, 'Đã bỏ ghi chú; đơn vị lại được chờ báo cáo.', (report, again) =>
      namePage(visit, report, again),
    ),
  ),
  get(LATE, 'signed_in', (visit) => withAbove(visit, (report) => latePage(visit, report, FRESH))),
  post(LATE, 'signed_in', (visit) =>
    change(visit, noFields, mergeLate, 'Đã ghép báo cáo đến muộn.', (report, again) =>
      latePage(visit, report, again),
    ),
  ),
];

async function namePage(visit: Visit, report: AboveReport, again: GapAgain): Promise<Response> {
  const officeId = idParam(visit, 'office');
  const office = officeId === null ? null : await officeBelow(visit.get('deps').db, report, officeId);
  if (!office || !report.mayWrite) return notFoundPage(visit);
  return officePage(visit, {
    title: `Nêu thiếu: ${office.officeName}`,
    status: wrong(again) ? 422 : 200,
    children: <GapPage report={report} office={office} again={again} />,
  });
}

async function latePage(visit: Visit, report: AboveReport, again: GapAgain): Promise<Response> {
  const { db } = visit.get('deps');
  const officeId = idParam(visit, 'office');
  const office = officeId === null ? null : await officeBelow(db, report, officeId);
  if (!office?.gap || !report.mayWrite) return notFoundPage(visit);
  const changes = office.gap.waitsForMerge ? await lateChanges(db, report, office.reportId) : {};
  return officePage(visit, {
    title: `Báo cáo đến muộn: ${office.officeName}`,
    status: wrong(again) ? 422 : 200,
    children: <LatePage report={report} office={office} changes={changes} again={again} />,
  });
}

const wrong = (again: GapAgain): boolean => again.reasons.length > 0 || Object.keys(again.errors).length > 0;

/** One change about one office below: read the form, call the command, answer. */
async function change<T extends object>(
  visit: Visit,
  schema: z.ZodType<T>,
  command: (
    surroundings: ReturnType<typeof acting>,
    input: T & { id: number; version: number | null; officeId: number },
  ) => ReturnType<typeof dropGap>,
  sentence: string,
  page: (report: AboveReport, again: GapAgain) => Promise<Response>,
): Promise<Response> {
  const [id, officeId] = [idParam(visit), idParam(visit, 'office')];
  if (id === null || officeId === null) return notFoundPage(visit);
  const form = await readForm(visit, schema);
  const backTo = `/bao-cao/${id}/tong-hop`;
  const how = {
    backTo,
    thing: { kind: 'report' as const, id, version: form.version },
    sent: form,
    again: (errors: FieldErrors, reasons: Reason[]) =>
      withAbove(visit, (report) => page(report, { errors, reasons, typed: form.typed })),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const outcome = await command(acting(visit, form.key), {
    ...form.value,
    id,
    officeId,
    version: form.version,
  });
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
  return redirectWith(visit, `${backTo}#don-vi`, sentence);
}
