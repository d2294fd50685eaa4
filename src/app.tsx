import type { Hono } from 'hono';
import { awardsPart } from './awards/awards-part.tsx';
import { awardRoutes } from './awards/routes.tsx';
import { subjectHonoursPart } from './awards/subject-part.tsx';
import { decisionPart } from './choosing/exemplar-part.tsx';
import { choosingRoutes } from './choosing/routes.ts';
import { criteriaRoutes } from './criteria/routes.tsx';
import { deskRoutes } from './desks/routes.tsx';
import { dutyCopying } from './duties/copy-duties.ts';
import { dutiesPart } from './duties/plan-part.tsx';
import { refreshItems } from './duties/refresh-items.ts';
import { dutyRoutes } from './duties/routes.tsx';
import { storageRoutes } from './evidence/storage-routes.tsx';
import { achievementsPart } from './exemplars/achievements-part.tsx';
import { achievementRoutes } from './exemplars/achievements-routes.tsx';
import { assessmentRoutes, criteriaPart } from './exemplars/assessment-part.tsx';
import { consentPart, consentRoutes } from './exemplars/consent-part.tsx';
import { contributionsPart } from './exemplars/contributions-part.tsx';
import { contributionRoutes } from './exemplars/contributions-routes.tsx';
import { exemplarPaper } from './exemplars/desk-paper.ts';
import { exemplarDeskPart } from './exemplars/desk-part.tsx';
import { endorsementPart, endorsementRoutes } from './exemplars/endorsement-part.tsx';
import { evidencePart } from './exemplars/evidence-part.tsx';
import { evidenceRoutes } from './exemplars/evidence-routes.tsx';
import { placePart } from './exemplars/place-part.tsx';
import { placeRoutes } from './exemplars/place-routes.tsx';
import { exemplarRoutes } from './exemplars/routes.tsx';
import { catalogueRoutes } from './exemplars/routes-catalogue.tsx';
import { SUBJECT_BELONGINGS } from './exemplars/subject-belongings.ts';
import { subjectFactsRoutes } from './exemplars/subject-facts-routes.tsx';
import { subjectCriteriaPart, subjectFiguresPart } from './exemplars/subject-part.tsx';
import { importRoutes } from './imports/routes.ts';
import { subjectListsPart } from './imports/subject-part.tsx';
import { sourcePart, voicePart } from './leads/exemplar-parts.tsx';
import { leadRoutes, publicLeadRoutes } from './leads/routes.tsx';
import { subjectSourcePart } from './leads/subject-part.tsx';
import { measureRoutes } from './measures/routes.tsx';
import { noticeRoutes } from './notices/routes.tsx';
import { checksPart } from './nurturing/checks-part.tsx';
import { nurturingRoutes } from './nurturing/routes.tsx';
import { subjectCarePart } from './nurturing/subject-part.tsx';
import { supportPart } from './nurturing/support-part.tsx';
import { decisionsPart } from './plans/copy-part.tsx';
import { copyRoutes } from './plans/copy-routes.tsx';
import { readRoutes } from './plans/read-routes.tsx';
import { planRoutes } from './plans/routes.tsx';
import type { AfterIssue } from './plans/step-plan.ts';
import { portalRoutes } from './portal/routes.tsx';
import { rehearsalRoutes } from './rehearsal/routes.tsx';
import { reportPaperKind } from './reports/desk-paper.ts';
import { rollupSite } from './reports/rollup-site.ts';
import { reportRoutes } from './reports/routes.tsx';
import { emptyProvince } from './sample/empty-province.ts';
import { loadSample } from './sample/seed.ts';
import { searchRoutes } from './search/routes.tsx';
import { subjectMergeRoutes } from './subjects/merge-routes.tsx';
import { mergesPart } from './subjects/merges-part.tsx';
import type { SubjectPart } from './subjects/part.ts';
import { pastAwardsPart } from './subjects/past-awards-part.tsx';
import { subjectRoutes } from './subjects/routes.ts';
import { unitPlanPaperKind } from './unit-plans/desk-paper.ts';
import { unitPlansPart } from './unit-plans/plan-part.tsx';
import { unitPlanRoutes } from './unit-plans/routes.ts';
import { auditRoutes } from './web/audit/routes.ts';
import { calendarRoutes } from './web/calendar/routes.tsx';
import { draftRoutes } from './web/draft-routes.ts';
import { firstStartRoutes } from './web/identity/first-start.tsx';
import { identityRoutes } from './web/identity/routes.ts';
import { blocRoutes } from './web/offices/bloc-routes.tsx';
import { officeRoutes } from './web/offices/routes.tsx';
import type { Route } from './web/route.ts';
import { serveRoutes } from './web/serve-routes.ts';
import type { Deps, VisitEnv } from './web/visit.ts';

/** Sections of the page of one exemplar, in the order in which they are shown. */
const exemplarParts = [
  achievementsPart,
  contributionsPart,
  evidencePart,
  placePart,
  endorsementPart,
  consentPart,
  criteriaPart,
  supportPart,
  decisionPart,
  checksPart,
  awardsPart,
  sourcePart,
  voicePart,
  exemplarDeskPart,
];

/** Sections of the page of a subject, in the order in which they are shown. */
const subjectParts: readonly SubjectPart[] = [
  pastAwardsPart,
  subjectHonoursPart,
  subjectFiguresPart,
  subjectCriteriaPart,
  subjectCarePart,
  subjectSourcePart,
  subjectListsPart,
  mergesPart,
];

/** Papers that travel from desk to desk. */
const papers = [unitPlanPaperKind, exemplarPaper, reportPaperKind];

/** Sections of the page of a plan, in the order in which they are shown. */
const planParts = [decisionsPart, dutiesPart, unitPlansPart];

/** A plan that comes into force gives everybody their duties at once. */
const afterIssue: AfterIssue = async (tx, planId, today) => void (await refreshItems(tx, planId, today));

/** The whole site map. Each line is a part of the office; its URLs stand in its own `routes` file. */
export function siteMap(deps: Pick<Deps, 'demo'>): Route[] {
  return [
    // for everybody
    ...portalRoutes,
    ...publicLeadRoutes,
    ...identityRoutes(deps),
    ...firstStartRoutes({ emptyProvince, sample: loadSample }),
    // the work, in the order of the cycle
    ...noticeRoutes,
    ...readRoutes,
    ...copyRoutes({ copyDuties: dutyCopying }),
    ...planRoutes({ parts: planParts, afterIssue }),
    ...dutyRoutes,
    ...unitPlanRoutes,
    ...rehearsalRoutes,
    ...deskRoutes(papers),
    ...leadRoutes,
    ...exemplarRoutes({ parts: exemplarParts }),
    ...subjectMergeRoutes(SUBJECT_BELONGINGS),
    ...subjectRoutes({ parts: subjectParts }),
    ...subjectFactsRoutes,
    ...importRoutes,
    ...achievementRoutes,
    ...contributionRoutes,
    ...evidenceRoutes,
    ...placeRoutes,
    ...endorsementRoutes,
    ...consentRoutes,
    ...assessmentRoutes,
    ...nurturingRoutes,
    ...choosingRoutes,
    ...awardRoutes,
    ...reportRoutes,
    ...rollupSite,
    // what the work leans on
    ...searchRoutes,
    ...officeRoutes,
    ...calendarRoutes,
    ...blocRoutes,
    ...catalogueRoutes,
    ...storageRoutes,
    ...criteriaRoutes,
    ...measureRoutes,
    ...draftRoutes,
    ...auditRoutes,
  ];
}

export function createApp(deps: Deps): Hono<VisitEnv> {
  return serveRoutes(deps, siteMap(deps));
}
