import type { Route } from '../web/route.ts';
import { unitPlanCatalogueRoutes } from './catalogue-routes.tsx';
import { fileRoutes } from './file-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { paperRoutes } from './paper-routes.ts';
import { showRoutes } from './show-routes.tsx';
import { startRoutes } from './start-routes.tsx';
import { stepRoutes } from './step-routes.tsx';
import { tableRoutes } from './table-routes.tsx';
import { versionRoutes } from './versions-routes.tsx';
import { wordRoutes } from './word-routes.tsx';
import { writeRoutes } from './write-routes.tsx';

/** Everything about the plans that offices write in answer to a plan. */
export const unitPlanRoutes: Route[] = [
  ...tableRoutes,
  ...startRoutes,
  ...showRoutes,
  ...writeRoutes,
  ...wordRoutes,
  ...fileRoutes,
  ...linkRoutes,
  ...stepRoutes,
  ...versionRoutes,
  ...paperRoutes,
  ...unitPlanCatalogueRoutes,
];
