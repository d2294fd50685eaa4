import type { Route } from '../web/route.ts';
import { gapRoutes } from './gap-routes.tsx';
import { mergedRoutes } from './merged-routes.tsx';
import { outsideRoutes } from './outside-routes.tsx';
import { rollupRoutes } from './rollup-routes.tsx';
import { templateRoutes } from './template-routes.tsx';

/** What the office above does with the reports of those below, offices outside, and Word templates. */
export const rollupSite: Route[] = [
  ...rollupRoutes,
  ...gapRoutes,
  ...mergedRoutes,
  ...outsideRoutes,
  ...templateRoutes,
];
