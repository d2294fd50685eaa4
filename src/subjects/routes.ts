import type { Route } from '../web/route.ts';
import { aliasRoutes } from './alias-routes.tsx';
import { subjectListRoutes } from './list-routes.tsx';
import type { SubjectPart } from './part.ts';
import { pastAwardRoutes } from './past-award-routes.tsx';
import { showSubjectRoute } from './show-routes.tsx';

export interface SubjectRoutesWith {
  /** Sections of the page of a subject, in the order in which they are shown. */
  parts: readonly SubjectPart[];
}

/** Everybody who is known, once each: the list, the page of one, and what is written about them. */
export const subjectRoutes = ({ parts }: SubjectRoutesWith): Route[] => [
  ...subjectListRoutes,
  showSubjectRoute(parts),
  ...aliasRoutes,
  ...pastAwardRoutes,
];
