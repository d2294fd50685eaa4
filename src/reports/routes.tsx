import type { Route } from '../web/route.ts';
import { reportFormRoutes } from './report-form-routes.tsx';
import { reportListRoutes } from './routes-list.tsx';
import { reportShowRoutes } from './routes-show.tsx';
import { reportStepRoutes } from './routes-step.tsx';
import { reportWriteRoutes } from './routes-write.tsx';

/** Reports: the list and what is due, one report with its figures, the editor, the steps, and the forms. */
export const reportRoutes: Route[] = [
  ...reportListRoutes,
  ...reportShowRoutes,
  ...reportWriteRoutes,
  ...reportStepRoutes,
  ...reportFormRoutes,
];
