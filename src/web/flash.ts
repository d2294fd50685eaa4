import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Flash } from '../ui/flash.tsx';
import { isHttps } from './client.ts';
import type { Visit } from './visit.ts';

const COOKIE = 'gs_bao';
const TONES: readonly Flash['tone'][] = ['success', 'info', 'warn', 'error'];
/** A cookie holds 4 kB, and a Vietnamese letter takes up to nine bytes of it. */
const LONGEST = 350;

/** Sends the browser on after a change, with one sentence to show on the next page. */
export function redirectWith(
  visit: Visit,
  location: string,
  sentence: string,
  tone: Flash['tone'] = 'success',
): Response {
  const value = `${tone}:${sentence.slice(0, LONGEST)}`;
  setCookie(visit, COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(visit),
    maxAge: 60,
  });
  return visit.redirect(location, 303);
}

/** The sentence of the change before, shown once. */
export function takeFlash(visit: Visit): Flash | null {
  const [, tone = '', text = ''] = /^(\w+):(.+)$/su.exec(getCookie(visit, COOKIE) ?? '') ?? [];
  const known = TONES.find((one) => one === tone);
  if (!known) return null;
  deleteCookie(visit, COOKIE, { path: '/' });
  return { tone: known, text };
}
