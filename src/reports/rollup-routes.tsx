import { z } from 'zod';
import { renderXlsx } from '../papers/xlsx.ts';
import type { Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { choice } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { type Merged, mergeBelow } from './merged-commands.ts';
import { mergedFigures } from './merged-figures.ts';
import { type AboveReport, findAbove } from './merged-report.ts';
import { allCorrections } from './resent.ts';
import { belowOf } from './rollup-below.ts';
import { RollupPage, titleOf } from './rollup-page.tsx';
import type { RollupReach } from './rollup-tree.ts';
import { VIEWS, type View } from './rollup-words.tsx';
import { rollupWorkbook } from './rollup-workbook.ts';

export const mergeForm = z.object({
  reach: choice('phạm vi tổng hợp', ['direct', 'tree']),
  words: choice('cách gom lời văn', ['leave', 'gather']),
});

export const rollupRoutes: Route[] = [
  get('/bao-cao/:id/tong-hop', 'signed_in', (visit) =>
    withAbove(visit, (report) => showPage(visit, report, reachOf(visit), [])),
  ),
  get('/bao-cao/:id/tong-hop/tong-hop.xlsx', 'signed_in', (visit) =>
    withAbove(visit, async (report) => {
      const { db } = visit.get('deps');
      const reach = reachOf(visit);
      const below = await belowOf(db, report, reach);
      const bytes = await renderXlsx(rollupWorkbook(report, below, await mergedFigures(db, report, reach)));
      return new Response(Buffer.from(bytes), {
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename="tong-hop-${report.formKey}-${report.periodFrom}.xlsx"`,
          'cache-control': 'private, no-store',
        },
      });
    }),
  ),
  post('/bao-cao/:id/tong-hop/ghep', 'signed_in', async (visit) => {
    const id = idParam(visit);
    if (id === null) return notFoundPage(visit);
    const form = await readForm(visit, mergeForm);
    const backTo = `/bao-cao/${id}/tong-hop`;
    const how = {
      backTo,
      thing: { kind: 'report' as const, id, version: form.version },
      sent: form,
      again: (_errors: object, reasons: Reason[]) =>
        withAbove(visit, (report) =>
          showPage(visit, report, form.ok ? form.value.reach : 'direct', form.ok ? reasons : [WRONG]),
        ),
    };
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
    const outcome = await mergeBelow(acting(visit, form.key), { ...form.value, id, version: form.version });
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
    const tree = form.value.reach === 'tree' ? '?muc=ca-cay' : '';
    return redirectWith(visit, `${backTo}${tree}`, mergedInWords(outcome.value));
  }),
];

const WRONG: Reason = {
  rule: 'wrong_form',
  sentence: 'Biểu mẫu gửi lên không đúng; hãy chọn lại cách ghép rồi gửi.',
};

const reachOf = (visit: Visit): RollupReach =>
  queryChoice(visit, 'muc', ['ca-cay']) === 'ca-cay' ? 'tree' : 'direct';

/** One report within reach, or the page that says it is not there. */
export async function withAbove(
  visit: Visit,
  answer: (report: AboveReport) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const report = id === null ? null : await findAbove(visit.get('deps').db, actorOf(visit), id);
  return report ? answer(report) : notFoundPage(visit);
}

async function showPage(
  visit: Visit,
  report: AboveReport,
  reach: RollupReach,
  reasons: Reason[],
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [below, figures, corrections] = await Promise.all([
    belowOf(db, report, reach),
    mergedFigures(db, report, reach),
    allCorrections(db, report),
  ]);
  const view = queryChoice(visit, 'loc', Object.keys(VIEWS) as View[]) ?? 'tat-ca';
  return officePage(visit, {
    title: `Tổng hợp: ${titleOf(report)}`,
    status: reasons.length > 0 ? 422 : 200,
    children: (
      <RollupPage {...{ report, reach, view, below, figures, corrections, reasons }} today={clock.today()} />
    ),
  });
}

/** One sentence for the flash: what was filled, what was left alone. */
function mergedInWords({ figures, leftAlone, filled, kept, tooLong }: Merged): string {
  const parts = [
    `Đã ghép ${figures} số liệu`,
    filled.length > 0 ? `gom lời văn vào ${filled.length} mục` : '',
    leftAlone.length > 0 ? `giữ nguyên ${leftAlone.length} số đã gõ khác` : '',
    kept.length > 0 ? `giữ nguyên ${kept.length} mục đã viết` : '',
    tooLong.length > 0 ? `chưa gom được mục quá dài: ${tooLong.join(', ')}` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
