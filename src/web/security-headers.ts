import { isHttps } from './client.ts';
import type { Visit } from './visit.ts';

/** Scripts, styles and fonts are files of our own; nothing inline runs, nothing comes from elsewhere. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** For the one page that shows a paper in a frame of its own: frames of our own origin, and nothing else more. */
export const POLICY_WITH_OWN_FRAMES = `${CONTENT_POLICY}; frame-src 'self'`;

const HEADERS: Record<string, string> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // not `no-referrer`: browsers would then send `Origin: null` with our own forms
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** Adds what is not there yet: an answer may carry a stricter word of its own. */
export function addSecurityHeaders(visit: Visit): void {
  const { headers } = visit.res;
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  if (isHttps(visit)) headers.set('Strict-Transport-Security', 'max-age=31536000');
}
