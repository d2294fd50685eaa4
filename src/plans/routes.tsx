import type { Role } from '../identity/actor.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { sharesOn } from './allocations.ts';
import { amendmentsOf } from './amend-plan.ts';
import { amendRoutes } from './amend-routes.tsx';
import { branchCounts } from './branches.ts';
import { planCatalogueRoutes } from './catalogue-routes.tsx';
import { factsRoutes } from './facts-form.tsx';
import { fieldRoutes } from './field-form.tsx';
import { fieldOrderRoutes } from './field-order-routes.ts';
import { hintsRoutes } from './hints-form.tsx';
import { listRoutes } from './list-forms.tsx';
import { newPlanRoutes } from './new-plan.tsx';
import { PlanListPage } from './pages.tsx';
import type { PlanPart } from './part.ts';
import { PlanPicture } from './picture.tsx';
import { picturedMarks } from './picture-marks.ts';
import { PlanPage, type ShownPart } from './plan-page.tsx';
import { findPlan, listPlans, type PlanInView } from './queries.ts';
import { refusalToEdit, writesPlans } from './refusal-to-edit.ts';
import { sharesRoutes } from './shares-routes.tsx';
import { stageRoutes } from './stages-form.tsx';
import { type AfterIssue, missingForIssue } from './step-plan.ts';
import { stepRoutes } from './step-routes.tsx';

interface PlanRouteOptions {
  /** Sections that folders to the right hand in. */
  parts: readonly PlanPart[];
  /** What they do when a plan has come into force, or was changed in it. */
  afterIssue: AfterIssue;
}

export const planRoutes = ({ parts, afterIssue }: PlanRouteOptions): Route[] => [
  get('/ke-hoach', 'signed_in', async (visit) =>
    officePage(visit, {
      title: 'Kế hoạch',
      children: (
        <PlanListPage plans={await listPlans(visit.get('deps').db)} mayWrite={writesPlans(actorOf(visit))} />
      ),
    }),
  ),
  ...newPlanRoutes,
  get('/ke-hoach/:id', 'signed_in', (visit) => showPlan(visit, parts)),
  get('/ke-hoach/:id/hinh.svg', 'signed_in', showPicture),
  ...factsRoutes,
  ...listRoutes,
  ...hintsRoutes,
  ...stageRoutes,
  ...fieldOrderRoutes,
  ...fieldRoutes,
  ...sharesRoutes,
  ...amendRoutes(afterIssue),
  ...stepRoutes(afterIssue),
  ...planCatalogueRoutes,
];

/** Who may see how a field chooses, where their reach goes that far. */
const CHOOSERS: readonly Role[] = ['lead', 'standing', 'leader', 'viewer'];

const planOf = async (visit: Visit): Promise<PlanInView | null> => {
  const id = idParam(visit);
  return id === null ? null : findPlan(visit.get('deps').db, id);
};

async function showPlan(visit: Visit, parts: readonly PlanPart[]): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const plan = await planOf(visit);
  if (!plan) return notFoundPage(visit);
  const [amendments, branches, marks, shares, shown] = await Promise.all([
    amendmentsOf(db, plan.id),
    branchCounts(db, plan.id),
    picturedMarks(db, plan.id),
    sharesOn(db, plan.id, clock.today()),
    shownParts(visit, plan, parts),
  ]);
  const hasOpenAmendment = amendments.some(({ isOpen }) => isOpen);
  const editing = writesPlans(actorOf(visit))
    ? {
        missing: plan.state === 'draft' ? await missingForIssue(db, plan.id) : [],
        mayEdit: refusalToEdit(actorOf(visit), { ...plan, hasOpenAmendment }) === null,
      }
    : null;
  return officePage(visit, {
    title: `${plan.kind} ${plan.number}`.trim(),
    pictures: true,
    children: (
      <PlanPage
        plan={plan}
        today={clock.today()}
        marks={marks}
        branches={branches}
        shares={shares}
        amendments={amendments}
        parts={shown}
        editing={editing}
        mayChoose={
          plan.state !== 'draft' && actorOf(visit).grants.some(({ role }) => CHOOSERS.includes(role))
        }
      />
    ),
  });
}

/** The sections of other folders, all asked for at once; those that have nothing to show are left out. */
async function shownParts(visit: Visit, plan: PlanInView, parts: readonly PlanPart[]): Promise<ShownPart[]> {
  const rendered = await Promise.all(
    parts.map(async ({ id, title, render }) => ({ id, title, content: await render(visit, plan) })),
  );
  return rendered.filter((part) => part.content !== null);
}

/** The picture alone, as a file. */
async function showPicture(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const plan = await planOf(visit);
  if (!plan) return notFoundPage(visit);
  const marks = await picturedMarks(db, plan.id);
  const picture = await (<PlanPicture {...plan} today={clock.today()} marks={marks} alone />).toString();
  return visit.body(picture, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
}
