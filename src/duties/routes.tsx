import type { Route } from '../web/route.ts';
import { feedRoutes } from './feed-routes.tsx';
import { itemRoutes } from './item-routes.tsx';
import { ledgerRoutes } from './ledger-routes.tsx';
import { itemListRoutes } from './list-routes.tsx';
import { planDutyRoutes } from './plan-routes.tsx';

/** Duties, what is due of them, the promise ledger, and the calendar that one subscribes to. */
export const dutyRoutes: Route[] = [
  ...planDutyRoutes,
  ...itemListRoutes,
  ...itemRoutes,
  ...ledgerRoutes,
  ...feedRoutes,
];
