import type { Hono } from 'hono';
import { awardsPart } from './awards/awards-part.tsx';
import { awardRoutes } from './awards/routes.tsx';
import { criteriaRoutes } from './criteria/routes.tsx';
import { achievementsPart } from './exemplars/achievements-part.tsx';
import { achievementRoutes } from './exemplars/achievements-routes.tsx';
import { assessmentRoutes, criteriaPart } from './exemplars/assessment-part.tsx';
import { consentPart, consentRoutes } from './exemplars/consent-part.tsx';
import { endorsementPart, endorsementRoutes } from './exemplars/endorsement-part.tsx';
import { evidencePart } from './exemplars/evidence-part.tsx';
import { evidenceRoutes } from './exemplars/evidence-routes.tsx';
import { exemplarRoutes } from './exemplars/routes.tsx';
import { catalogueRoutes } from './exemplars/routes-catalogue.tsx';
import { noticeRoutes } from './notices/routes.tsx';
import { checksPart } from './nurturing/checks-part.tsx';
import { nurturingRoutes } from './nurturing/routes.tsx';
import { supportPart } from './nurturing/support-part.tsx';
import { planRoutes } from './plans/routes.tsx';
import { portalRoutes } from './portal/routes.tsx';
import { reportRoutes } from './reports/routes.tsx';
import { emptyProvince } from './sample/empty-province.ts';
import { loadSample } from './sample/seed.ts';
import { searchRoutes } from './search/routes.tsx';
import { auditRoutes } from './web/audit/routes.ts';
import { draftRoutes } from './web/draft-routes.ts';
import { firstStartRoutes } from './web/identity/first-start.tsx';
import { identityRoutes } from './web/identity/routes.ts';
import { officeRoutes } from './web/offices/routes.tsx';
import type { Route } from './web/route.ts';
import { serveRoutes } from './web/serve-routes.ts';
import type { Deps, VisitEnv } from './web/visit.ts';

/** Sections of the page of one exemplar, in the order in which they are shown. */
const exemplarParts = [
  achievementsPart,
  evidencePart,
  endorsementPart,
  consentPart,
  criteriaPart,
  supportPart,
  checksPart,
  awardsPart,
];

/** The whole site map. Each line is a part of the office; its URLs stand in its own `routes` file. */
export function siteMap(deps: Pick<Deps, 'demo'>): Route[] {
  return [
    // for everybody
    ...portalRoutes,
    ...identityRoutes(deps),
    ...firstStartRoutes({ emptyProvince, sample: loadSample }),
    // the work, in the order of the cycle
    ...noticeRoutes,
    ...planRoutes,
    ...exemplarRoutes({ parts: exemplarParts }),
    ...achievementRoutes,
    ...evidenceRoutes,
    ...endorsementRoutes,
    ...consentRoutes,
    ...assessmentRoutes,
    ...nurturingRoutes,
    ...awardRoutes,
    ...reportRoutes,
    // what the work leans on
    ...searchRoutes,
    ...officeRoutes,
    ...catalogueRoutes,
    ...criteriaRoutes,
    ...draftRoutes,
    ...auditRoutes,
  ];
}

export function createApp(deps: Deps): Hono<VisitEnv> {
  return serveRoutes(deps, siteMap(deps));
}
