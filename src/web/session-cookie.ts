import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findSession, LONGEST_SESSION_DAYS, type OpenSession } from '../identity/sessions.ts';
import { isHttps } from './client.ts';
import type { Visit } from './visit.ts';

const COOKIE = 'gs_phien';

/** Gives the browser its session. It ends by the row in the database; the cookie's own age is only the outer limit. */
export function setSessionCookie(visit: Visit, token: string): void {
  const maxAge = LONGEST_SESSION_DAYS * 24 * 3600;
  setCookie(visit, COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(visit),
    maxAge,
  });
}

export function clearSessionCookie(visit: Visit): void {
  deleteCookie(visit, COOKIE, { path: '/', secure: isHttps(visit) });
}

/** Finds out who is asking, and keeps it with the visit. */
export async function recognise(visit: Visit): Promise<OpenSession | null> {
  const token = getCookie(visit, COOKIE);
  const { db, clock, config } = visit.get('deps');
  const session = token ? await findSession(db, token, clock.today(), config.sessionHours) : null;
  visit.set('session', session);
  visit.set('actor', session?.actor ?? null);
  return session;
}
