import type { Route } from '../web/route.ts';
import { formRoutes } from './form-page-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import type { ExemplarPart } from './part.ts';
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
  showRoute(parts),
  ...stepRoutes,
];
