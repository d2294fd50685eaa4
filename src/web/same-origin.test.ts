import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { readForm } from './form.ts';
import { post } from './route.ts';

const routes = [
  post('/dien-hinh/moi', 'signed_in', async (visit) => {
    const form = await readForm(visit, z.object({ ten: z.string() }));
    return visit.text(form.ok ? `đã ghi ${form.value.ten}` : 'sai');
  }),
];

let site: TestSite;
let office: Province;

beforeAll(async () => {
  site = await openTestSite(routes);
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

const unit = async () => site.signedIn(await makeActor(site.db, [['unit', office.commune, 'own']]));

describe('forms from elsewhere', () => {
  const send = async (headers: Record<string, string>) =>
    (await unit()).post('/dien-hinh/moi', { ten: 'An' }, headers);

  it('takes a form from our own page', async () => {
    expect(await (await send({ 'sec-fetch-site': 'same-origin' })).text()).toBe('đã ghi An');
    expect(await (await send({ origin: 'http://localhost:8080' })).text()).toBe('đã ghi An');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:9999' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['nowhere', { origin: '' }],
  ])('refuses one from %s, with a sentence', async (_where, headers) => {
    const response = await send(headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('không được gửi từ trang của Gương Sáng');
  });

  it('takes a form that reached us through a proxy under the public address', async () => {
    const proxied = await openTestSite(routes, { env: { PUBLIC_URL: 'https://guongsang.example' } });
    const actor = await makeActor(proxied.db, []);
    const response = await (await proxied.signedIn(actor)).post(
      '/dien-hinh/moi',
      { ten: 'An' },
      { origin: 'https://guongsang.example' },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('strict-transport-security')).toContain('max-age');
    await proxied.close();
  });
});
