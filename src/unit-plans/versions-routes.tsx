import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { queryNumber } from '../web/query.ts';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { compareContents } from './differences.ts';
import { withUnitPlan } from './on-plan.ts';
import type { UnitPlanInView } from './queries.ts';
import { contentOfSubmission, type Submission, submissionsOf, versionName } from './versions-queries.ts';
import { ComparePage, VersionPage } from './versions-view.tsx';

export const versionRoutes: Route[] = [
  get('/ke-hoach-don-vi/:id/lan/:lan', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => versionPage(visit, plan)),
  ),
  get('/ke-hoach-don-vi/:id/so-sanh', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => comparePage(visit, plan)),
  ),
];

async function versionPage(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit, 'lan') ?? 0;
  const one = (await submissionsOf(db, plan.id)).find((submission) => submission.id === id);
  const content = one ? await contentOfSubmission(db, plan.id, id) : null;
  if (!one || !content) return notFoundPage(visit);
  return officePage(visit, {
    title: `${versionName(one)} – kế hoạch của ${plan.officeName}`,
    children: <VersionPage plan={plan} one={one} content={content} />,
  });
}

/** Any two submissions; the last two unless told. */
async function comparePage(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const { db } = visit.get('deps');
  const submissions = await submissionsOf(db, plan.id);
  const asked = (name: string, otherwise: Submission | undefined) => {
    const id = queryNumber(visit, name);
    return id === null ? otherwise : submissions.find((one) => one.id === id);
  };
  const from = asked('tu', submissions.at(-2) ?? submissions[0]);
  const to = asked('den', submissions.at(-1));
  const before = from ? await contentOfSubmission(db, plan.id, from.id) : null;
  const after = to ? await contentOfSubmission(db, plan.id, to.id) : null;
  if (!from || !to || !before || !after) return notFoundPage(visit);
  const difference = compareContents(before, after);
  return officePage(visit, {
    title: `So sánh hai lần gửi – ${plan.officeName}`,
    children: <ComparePage {...{ plan, submissions, from, to, difference }} />,
  });
}
