import { demoRoutes } from '../demo/routes.ts';
import type { Route } from '../route.ts';
import type { Deps } from '../visit.ts';
import { accountRoutes } from './account-routes.tsx';
import { ownPasswordRoutes } from './own-password.tsx';
import { signInRoutes } from './sign-in.tsx';

/** Signing in and out, one's own password, the accounts; in the demo also its own entrance and its day. */
export function identityRoutes({ demo }: Pick<Deps, 'demo'>): Route[] {
  return [...signInRoutes, ...ownPasswordRoutes, ...accountRoutes, ...(demo ? demoRoutes : [])];
}
