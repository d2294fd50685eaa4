import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { loadConfig } from '../platform/config.ts';
import { clientAddress, isHttps } from './client.ts';
import type { Deps, VisitEnv } from './visit.ts';

/** What is believed of a request that comes over this line with these headers, under these settings. */
async function seen(env: NodeJS.ProcessEnv, headers: Record<string, string>, remoteAddress = '10.0.0.9') {
  let result: unknown;
  const app = new Hono<VisitEnv>().get('/', (visit) => {
    // of all that the program leans on only the settings are looked at here
    visit.set('deps', { config: loadConfig(env, { demo: false }) } as Deps);
    result = [clientAddress(visit), isHttps(visit)];
    return visit.text('');
  });
  await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } });
  return result;
}

const FORWARDED = { 'x-forwarded-for': '1.2.3.4, 203.0.113.7', 'x-forwarded-proto': 'https' };

it('takes the address of the line, in the plain form of IPv4', async () => {
  expect(await seen({}, {}, '::ffff:192.168.1.20')).toEqual(['192.168.1.20', false]);
  expect(await seen({}, {}, '2001:db8::1')).toEqual(['2001:db8::1', false]);
});

it('does not believe what a browser writes about itself', async () => {
  expect(await seen({}, FORWARDED)).toEqual(['10.0.0.9', false]);
});

it("believes the last entry behind a proxy of one's own: those before it may be made up", async () => {
  expect(await seen({ TRUST_PROXY: '1' }, FORWARDED)).toEqual(['203.0.113.7', true]);
  expect(await seen({ TRUST_PROXY: '1' }, {})).toEqual(['10.0.0.9', false]);
});

it('knows from the public address that browsers speak https', async () => {
  expect(await seen({ PUBLIC_URL: 'https://guongsang.example' }, {})).toEqual(['10.0.0.9', true]);
  expect(await seen({ PUBLIC_URL: 'http://guongsang.example' }, {})).toEqual(['10.0.0.9', false]);
});
