import { bodyFits, bodyLimit } from './body-limit.ts';
import { PUBLIC_CACHE } from './deliver.ts';
import { forbiddenPage, foreignPage, tooLargePage } from './error-pages.tsx';
import type { Access, Route } from './route.ts';
import { isFromOurPages } from './same-origin.ts';
import { recognise } from './session-cookie.ts';
import { signInAgainPage, signInPath } from './sign-in-again.tsx';
import type { Visit } from './visit.ts';

export const PASSWORD_PATH = '/doi-mat-khau';
/** What somebody may do whose password was given out by another person. */
const BEFORE_NEW_PASSWORD = [PASSWORD_PATH, '/dang-xuat'];

/** Answers one route: who is asking, from where, how much; only then what the route itself does. */
export async function answerRoute(route: Route, visit: Visit): Promise<Response> {
  if (route.access !== 'public') await recognise(visit);
  if (route.method === 'POST') {
    if (!isFromOurPages(visit)) return foreignPage(visit);
    if (!(await bodyFits(visit, bodyLimit(visit)))) return tooLargePage(visit, bodyLimit(visit));
  }
  const stopped = await stop(route, visit);
  return stopped ?? (await keepable(route, await route.handle(visit)));
}

async function stop(route: Route, visit: Visit): Promise<Response | null> {
  if (route.access === 'public') return null;
  const session = visit.get('session');
  if (!session)
    return route.method === 'GET' ? visit.redirect(signInPath(visit), 303) : signInAgainPage(visit);
  if (session.mustChangePassword && !BEFORE_NEW_PASSWORD.includes(route.path))
    return visit.redirect(PASSWORD_PATH, 303);
  return isOpenTo(route.access, visit) ? null : forbiddenPage(visit);
}

function isOpenTo(access: Access, visit: Visit): boolean {
  if (typeof access === 'string') return true;
  return visit.get('actor')?.grants.some((grant) => access.includes(grant.role)) ?? false;
}

/** Pages for everybody may be kept for a minute, unless they say otherwise or speak to one browser by a cookie. */
function keepable(route: Route, response: Response): Response {
  const forAll = route.access === 'public' && route.method === 'GET' && response.status === 200;
  const { headers } = response;
  if (forAll && !headers.has('Cache-Control') && !headers.has('Set-Cookie'))
    headers.set('Cache-Control', PUBLIC_CACHE);
  return response;
}
