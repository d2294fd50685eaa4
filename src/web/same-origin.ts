import type { Visit } from './visit.ts';

/**
 * Does this POST come from a page of ours? Beside the cookie's SameSite=Lax this keeps other sites from sending forms
 * in somebody's name. Browsers say where a form comes from in Sec-Fetch-Site (https and localhost) or Origin (all); a
 * request that says neither is refused.
 */
export function isFromOurPages(visit: Visit): boolean {
  const site = visit.req.header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = visit.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { publicUrl, trustProxy } = visit.get('deps').config;
  if (origin === publicUrl) return true;
  const { host } = new URL(origin);
  const forwarded = trustProxy ? visit.req.header('x-forwarded-host') : undefined;
  return host === (visit.req.header('host') ?? new URL(visit.req.url).host) || host === forwarded;
}
