import type { Route } from '../web/route.ts';
import { assistRoutes } from './assist-routes.tsx';
import { leadCatalogueRoutes } from './days-routes.tsx';
import { exemplarFormRoutes } from './exemplar-forms.tsx';
import { leadListRoutes } from './list-routes.tsx';
import { lookUpRoutes } from './look-up-routes.tsx';
import { proposeRoutes } from './propose-routes.tsx';
import { questionRoutes } from './question-routes.tsx';
import { leadShowRoutes } from './show-routes.tsx';
import { leadStepRoutes } from './step-routes.tsx';

/** What anybody may write without an account: proposals, and what is said with a code. */
export const publicLeadRoutes: Route[] = [...proposeRoutes, ...lookUpRoutes];

/** What officers do with it. */
export const leadRoutes: Route[] = [
  ...leadListRoutes,
  ...assistRoutes,
  ...leadShowRoutes,
  ...leadStepRoutes,
  ...questionRoutes,
  ...exemplarFormRoutes,
  ...leadCatalogueRoutes,
];
