import { Hono } from 'hono';
import { clientAddress } from './client.ts';
import { deliver } from './deliver.ts';
import { notFoundPage } from './error-pages.tsx';
import { answerFailure } from './failure.ts';
import { answerRoute } from './guard.tsx';
import { healthRoute } from './health.ts';
import type { Route } from './route.ts';
import { inOrder } from './route-order.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { recognise } from './session-cookie.ts';
import { staticAssets } from './static-assets.ts';
import type { Deps, Visit, VisitEnv } from './visit.ts';

const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * The whole program as one Hono application: the routes of the site map, each behind its word of access, beside the
 * built files and the health check.
 *
 * @throws Error when two routes answer the same method and path
 */
export function serveRoutes(deps: Deps, routes: readonly Route[]): Hono<VisitEnv> {
  const app = new Hono<VisitEnv>();
  app.use(async (visit, next) => {
    begin(deps, visit);
    const refused = refusedAtOnce(visit);
    if (refused) visit.res = await refused;
    else await next();
    addSecurityHeaders(visit);
    await deliver(visit);
  });
  app.get('/assets/*', staticAssets(deps.assets.folder));
  app.get('/favicon.ico', icon);
  for (const route of inOrder([...routes, healthRoute])) {
    app.on(route.method, route.path, (visit) => answerRoute(route, visit));
  }
  app.notFound(unknownPath);
  app.onError(answerFailure);
  return app;
}

function begin(deps: Deps, visit: Visit): void {
  visit.set('deps', deps);
  visit.set('actor', null);
  visit.set('session', null);
  visit.set('ip', clientAddress(visit));
}

function refusedAtOnce(visit: Visit): Promise<Response> | Response | null {
  if (!METHODS.includes(visit.req.method)) {
    return visit.text('Không hỗ trợ cách gọi này.', 405, { Allow: METHODS.join(', ') });
  }
  // the database takes no text with a zero byte, and no address of ours has one
  return visit.req.url.includes('%00') ? notFoundPage(visit) : null;
}

/** Asked for by what reads no page, e.g. around a PDF. For a day: the icon's own address changes with what is in it. */
function icon(visit: Visit): Response {
  visit.header('Cache-Control', `public, max-age=${24 * 60 * 60}`);
  return visit.redirect(visit.get('deps').assets.icon, 301);
}

async function unknownPath(visit: Visit): Promise<Response> {
  const { pathname, search } = new URL(visit.req.url);
  const trimmed = pathname.replace(/\/+$/, '').replace(/^\/+/, '/');
  if (trimmed && trimmed !== pathname && visit.req.method !== 'POST')
    return visit.redirect(trimmed + search, 301);
  await recognise(visit);
  return notFoundPage(visit);
}
