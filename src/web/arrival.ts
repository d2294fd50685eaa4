import { endSession } from '../identity/sessions.ts';
import type { Arrival } from '../identity/sign-in.ts';
import { recognise, setSessionCookie } from './session-cookie.ts';
import type { Visit } from './visit.ts';

/** Who comes to the door: what signing in needs to know of a visit. */
export function arrival(visit: Visit): Arrival {
  const { db, clock, config } = visit.get('deps');
  return {
    db,
    clock,
    ip: visit.get('ip'),
    userAgent: visit.req.header('user-agent') ?? null,
    sessionHours: config.sessionHours,
  };
}

/** Lets somebody in: the browser gets the new session, and the one that it came with, if any, ends. */
export async function letIn(visit: Visit, token: string, location: string): Promise<Response> {
  const before = await recognise(visit);
  if (before) await endSession(visit.get('deps').db, before.tokenHash);
  setSessionCookie(visit, token);
  return visit.redirect(location, 303);
}
