import type { Route } from '../web/route.ts';
import { batchRoutes } from './batch-routes.tsx';
import { matchRoutes } from './match-routes.tsx';
import { uploadRoutes } from './upload-routes.tsx';
import { importWorkflowRoutes } from './workflow-routes.tsx';

/** Lists in Excel, CSV or Word become exemplars. */
export const importRoutes: Route[] = [
  ...uploadRoutes,
  ...matchRoutes,
  ...batchRoutes,
  ...importWorkflowRoutes,
];
