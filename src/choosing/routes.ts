import type { Route } from '../web/route.ts';
import { answerRoutes } from './answer-routes.tsx';
import { choosingRoutes as fieldRoutes } from './choosing-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { paperRoutes } from './paper-routes.tsx';
import { prepareRoutes } from './prepare-routes.tsx';
import { waitingRoutes } from './waiting-routes.tsx';
import { wordingRoutes } from './wording-routes.tsx';
import { choosingCatalogueRoutes } from './workflow-page.tsx';

/** How a lead office chooses in its field, what is decided together, and how those who proposed are told. */
export const choosingRoutes: Route[] = [
  ...fieldRoutes,
  ...prepareRoutes,
  ...waitingRoutes,
  ...answerRoutes,
  ...listRoutes,
  ...paperRoutes,
  ...wordingRoutes,
  ...choosingCatalogueRoutes,
];
