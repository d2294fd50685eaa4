import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from '../test/running-app.ts';
import { siteMap } from './app.tsx';
import type { Route } from './web/route.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp({ demo: true });
});
afterAll(() => app.stop());

const routes = siteMap({ demo: true });
const nameOf = (route: Route) => `${route.method} ${route.path}`;
const someAddress = (route: Route) => route.path.replace(/:[a-zA-Z]+/g, '1');

/** Called as a stranger: no cookie, but from our own site, so that only the missing session can be the reason. */
function callAsStranger(route: Route): Promise<Response> {
  const headers = { origin: app.address, 'sec-fetch-site': 'same-origin' };
  const form = route.method === 'POST' ? { body: new URLSearchParams({ a: 'b' }) } : {};
  return fetch(app.address + someAddress(route), {
    method: route.method,
    headers,
    redirect: 'manual',
    ...form,
  });
}

describe('the site map', () => {
  it('opens to strangers only what is written here', () => {
    expect(
      routes
        .filter((route) => route.access === 'public')
        .map(nameOf)
        .sort(),
    ).toEqual(
      [
        'GET /',
        'GET /dang-nhap',
        'GET /de-xuat',
        'GET /gioi-thieu',
        'GET /guong-sang',
        'GET /guong-sang/:slug',
        'GET /guong-sang/rss.xml',
        'GET /khoi-tao/:ma',
        'GET /lich/:file',
        'GET /robots.txt',
        'GET /sitemap.xml',
        'GET /tra-cuu',
        'POST /dang-nhap',
        'POST /de-xuat',
        'POST /khoi-tao/:ma',
        'POST /mau/vao',
        'POST /tra-cuu',
        'POST /tra-cuu/bo-sung',
        'POST /tra-cuu/phieu',
        'POST /tra-cuu/rut',
        'POST /tra-cuu/sua',
        'POST /tra-cuu/y-kien',
      ].sort(),
    );
  });

  it.each(
    routes.filter((route) => route.access !== 'public').map((route) => [nameOf(route), route] as const),
  )('asks a stranger to sign in at %s, and shows nothing of it', async (_name, route) => {
    const answer = await callAsStranger(route);
    const text = await answer.text();
    if (route.method === 'GET') {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/dang-nhap\?tiep=/);
      expect(text).toBe('');
    } else {
      expect(answer.status).toBe(401);
      expect(text).toContain('Đăng nhập');
    }
  });

  it('has no entrance of the sample outside of the demo', () => {
    expect(siteMap({ demo: false }).filter((route) => route.path.startsWith('/mau/'))).toEqual([]);
  });
});
