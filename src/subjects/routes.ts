import type { Route } from '../web/route.ts';
import { subjectListRoutes } from './list-routes.tsx';
import type { SubjectPart } from './part.ts';

export interface SubjectRoutesWith {
  /** Sections of the page of a subject, in the order in which they are shown. */
  parts: readonly SubjectPart[];
}

/** Everybody who is known, once each: the list, the page of one, and what is written about them. */
export const subjectRoutes = (_with: SubjectRoutesWith): Route[] => [...subjectListRoutes];
