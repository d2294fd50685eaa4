import type { Role } from '../identity/actor.ts';
import type { Visit } from './visit.ts';

/**
 * Who may call a route at all; what they may see and do there is decided by reach and by the command.
 * Only `public` routes answer without a session. There is no default: a route without a word here does not compile.
 */
export type Access = 'public' | 'signed_in' | readonly Role[];

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  access: Access;
  handle: (visit: Visit) => Promise<Response> | Response;
}

type Handle = Route['handle'];

export const get = (path: string, access: Access, handle: Handle): Route => ({
  method: 'GET',
  path,
  access,
  handle,
});
export const post = (path: string, access: Access, handle: Handle): Route => ({
  method: 'POST',
  path,
  access,
  handle,
});

/** The number in a path like `/dien-hinh/:id`, or null when it is not one (answered like any unknown thing: 404). */
export function idParam(visit: Visit, name = 'id'): number | null {
  const text = visit.req.param(name) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
