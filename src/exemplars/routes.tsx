import type { Route } from '../web/route.ts';
import { carryRoutes } from './carry-routes.tsx';
import { knownRoute } from './form-page-known-route.tsx';
import { formRoutes } from './form-page-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import type { ExemplarPart } from './part.ts';
import { registerPaperRoutes } from './register-paper-routes.ts';
import { registerRoutes } from './register-routes.tsx';
import { showRoute } from './show-routes.tsx';
import { stepRoutes } from './step-pages-routes.tsx';

/**
 * The list, the page, the forms and the steps of exemplars.
 *
 * @param parts sections of the page of one exemplar, in the order in which they are shown
 */
export const exemplarRoutes = ({ parts }: { parts: readonly ExemplarPart[] }): Route[] => [
  ...listRoutes,
  ...formRoutes,
  knownRoute,
  showRoute(parts),
  ...registerRoutes(parts),
  ...registerPaperRoutes,
  ...carryRoutes,
  ...stepRoutes,
];
