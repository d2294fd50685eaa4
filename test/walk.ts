import type { Route } from '../src/web/route.ts';
import type { Browser } from './site.ts';

/** A path with numbers in the place of its parameters; `/khoi-tao/:ma` becomes `/khoi-tao/1`. */
export const filledIn = (path: string): string => path.replace(/:[^/]+/g, '1').replace('*', 'x');

/** A route that answered a visitor without a session as it must not. */
export interface Leak {
  route: string;
  why: string;
}

/**
 * Asks for every route that is not public, as somebody without a session: a GET must lead to the sign-in and show
 * nothing, a POST must be told to sign in.
 */
export async function walkWithoutSession(routes: readonly Route[], visitor: () => Browser): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const route of routes.filter((one) => one.access !== 'public')) {
    const path = filledIn(route.path);
    const response = await (route.method === 'GET' ? visitor().get(path) : visitor().post(path));
    const body = await response.text();
    const why = route.method === 'GET' ? leakOfGet(response, body) : leakOfPost(response, body);
    if (why) leaks.push({ route: `${route.method} ${route.path}`, why });
  }
  return leaks;
}

function leakOfGet(response: Response, body: string): string | null {
  if (response.status !== 303) return `status ${response.status}`;
  if (!response.headers.get('location')?.startsWith('/dang-nhap?tiep='))
    return 'does not lead to the sign-in';
  return body === '' ? null : `shows ${body.length} bytes`;
}

function leakOfPost(response: Response, body: string): string | null {
  if (response.status !== 401) return `status ${response.status}`;
  return body.includes('Cần đăng nhập lại') ? null : 'does not ask to sign in';
}
