import { historyOf } from '../audit/timeline.ts';
import { deskPart } from '../desks/desk-actions.tsx';
import { returnsOf } from '../desks/returns.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { writtenParts } from './content.ts';
import { exemplarsOf, filesOf, targetsOf } from './content-queries.ts';
import { unitPlanPaperKind } from './desk-paper.ts';
import { offeredNow, whyNot } from './judge.ts';
import { judgingOf } from './judging.ts';
import { linksOf } from './link-queries.ts';
import { withUnitPlan } from './on-plan.ts';
import type { UnitPlanInView } from './queries.ts';
import { registeredNames } from './registered.ts';
import { warnings } from './rules.ts';
import { UnitPlanPage } from './show-page.tsx';
import { submissionsOf } from './versions-queries.ts';

export const showRoutes: Route[] = [
  get('/ke-hoach-don-vi/:id', 'signed_in', (visit) => withUnitPlan(visit, (plan) => showPage(visit, plan))),
];

async function showPage(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const [judging, targets, exemplars, links, files, submissions, returns, history, paper] = await Promise.all(
    [
      judgingOf(db, actor, plan, today),
      targetsOf(db, plan.id),
      exemplarsOf(db, plan.id),
      linksOf(db, actor, plan.id),
      filesOf(db, plan.id),
      submissionsOf(db, plan.id),
      returnsOf(db, 'unit_plan', plan.id),
      historyOf(db, 'unit_plan', plan.id),
      unitPlanPaperKind.find(db, actor, plan.id),
    ],
  );
  const registered = await registeredNames(
    db,
    plan,
    exemplars.map(({ name }) => name),
  );
  const offered = offeredNow(plan).map((action) => ({
    action,
    reasons: whyNot(plan, action, judging),
  }));
  return officePage(visit, {
    title: `Kế hoạch của ${plan.officeName}`,
    children: (
      <UnitPlanPage
        {...{
          plan,
          targets,
          exemplars,
          links,
          registered,
          files,
          submissions,
          returns,
          offered,
          history,
          today,
        }}
        parts={writtenParts(judging.asked, plan.words)}
        warnings={warnings(targets.length, exemplars.length)}
        desk={paper ? await deskPart(visit, 'unit_plan', paper) : null}
      />
    ),
  });
}
