import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { get, post, type Route } from './route.ts';
import { inOrder } from './route-order.ts';
import type { VisitEnv } from './visit.ts';

const answering = (path: string): Route => get(path, 'public', (visit) => visit.text(path));
const PATHS = ['/a', '/a/moi', '/a/:id', '/a/:id/sua', '/a/moi/sua', '/a/:id/:buoc', '/b/:id', '/b/moi'];

it('gives the same answers in whatever order the routes are listed', async () => {
  const wanted = {
    '/a': '/a',
    '/a/moi': '/a/moi',
    '/a/7': '/a/:id',
    '/a/7/sua': '/a/:id/sua',
    '/a/moi/sua': '/a/moi/sua',
    '/a/7/x': '/a/:id/:buoc',
    '/b/moi': '/b/moi',
    '/b/8': '/b/:id',
  };
  const anyOrder = fc.shuffledSubarray(PATHS, { minLength: PATHS.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, async (paths) => {
      const app = new Hono<VisitEnv>();
      for (const route of inOrder(paths.map(answering)))
        app.on(route.method, route.path, (visit) => route.handle(visit));
      for (const [asked, answer] of Object.entries(wanted))
        expect(await (await app.request(asked)).text()).toBe(answer);
    }),
  );
});

it('takes the same path for a GET and a POST, but not twice for either', () => {
  const handle: Route['handle'] = (visit) => visit.text('');
  expect(inOrder([get('/a', 'public', handle), post('/a', 'public', handle)])).toHaveLength(2);
  expect(() => inOrder([get('/a', 'public', handle), get('/a', ['admin'], handle)])).toThrow(
    'Two routes answer GET /a.',
  );
});
