import { renderDocx } from '../papers/docx.ts';
import type { OfficialPaper } from '../papers/official-paper.ts';
import { renderPdf } from '../papers/pdf.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { contentOf } from './content-queries.ts';
import { withUnitPlan } from './on-plan.ts';
import { emptyUnitPlanPaper, unitPlanPaper } from './paper.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';
import { contentOfSubmission } from './versions-queries.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof MEDIA_TYPES;

const FORMATS: readonly Format[] = ['docx', 'pdf'];

/** The plan, one of its submissions, and the empty form, each for Word and as PDF. */
export const paperRoutes: Route[] = FORMATS.flatMap((format) => [
  get(`/ke-hoach-don-vi/:id/ke-hoach.${format}`, 'signed_in', (visit) =>
    withUnitPlan(visit, async (plan) => {
      const content = await contentOf(visit.get('deps').db, plan);
      const draft = plan.state === 'draft' || plan.state === 'returned' ? '-du-thao' : '';
      return answer(unitPlanPaper(plan, content), format, `ke-hoach-don-vi-${plan.id}${draft}`);
    }),
  ),
  get(`/ke-hoach-don-vi/:id/lan/:lan/ke-hoach.${format}`, 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => submission(visit, plan, format)),
  ),
  get(`/ke-hoach-don-vi/:id/mau-giay.${format}`, 'signed_in', (visit) =>
    withUnitPlan(visit, async (plan) => {
      const asked = await partsOfPlan(visit.get('deps').db, plan.planId);
      return answer(emptyUnitPlanPaper(plan, asked), format, `mau-ke-hoach-don-vi-${plan.id}`);
    }),
  ),
]);

async function submission(visit: Visit, plan: UnitPlanInView, format: Format): Promise<Response> {
  const id = idParam(visit, 'lan') ?? 0;
  const content = await contentOfSubmission(visit.get('deps').db, plan.id, id);
  if (!content) return notFoundPage(visit);
  return answer(unitPlanPaper(plan, content), format, `ke-hoach-don-vi-${plan.id}-lan-${id}`);
}

async function answer(paper: OfficialPaper, format: Format, name: string): Promise<Response> {
  const bytes = format === 'docx' ? await renderDocx(paper) : await renderPdf(paper);
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}
