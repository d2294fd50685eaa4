import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { PlanListPage, PlanPage } from './pages.tsx';
import { findPlan, listPlans } from './queries.ts';

export const planRoutes: Route[] = [
  get('/ke-hoach', 'signed_in', async (visit) =>
    officePage(visit, {
      title: 'Kế hoạch',
      children: <PlanListPage plans={await listPlans(visit.get('deps').db)} />,
    }),
  ),
  get('/ke-hoach/:id', 'signed_in', showPlan),
];

async function showPlan(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const plan = id === null ? null : await findPlan(db, id);
  if (!plan) return notFoundPage(visit);
  return officePage(visit, {
    title: `${plan.kind} ${plan.number}`,
    children: <PlanPage plan={plan} today={clock.today()} />,
  });
}
