import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ExemplarSite,
  errorAt,
  open,
  openExemplarSite,
  seen,
  send,
} from '../../../test/exemplar-site.ts';
import { hiddenFields } from '../../../test/site.ts';
import { blocMembers } from '../../offices/bloc-queries.ts';
import { blocRoutes } from './bloc-routes.tsx';

const LIST = '/danh-muc/khoi-thi-dua';

let site: ExemplarSite;
beforeAll(async () => {
  site = await openExemplarSite(blocRoutes);
});
afterAll(() => site.close());

it('makes a bloc, writes its members and head of a year, and copies them to the next', async () => {
  const { world } = site;
  const browser = await site.as(world.standing);
  expect(errorAt(await send(browser, LIST, { name: ' ' }), 'name')).toBe('Hãy ghi tên khối.');
  const made = await send(browser, LIST, { name: 'Khối các sở (thử)' });
  const path = made.location?.split('?')[0] ?? '';
  const { lead, standing, district } = world.place;
  const post = async (change: Record<string, string | string[]>, year = 2018) => {
    const address = `${path}?nam=${year}`;
    const { html } = await open(browser, address);
    return seen(
      await browser.post(address, { ...hiddenFields(html, address), name: 'Khối các sở (thử)', ...change }),
    );
  };
  const outside = await post({ members: [String(lead.id)], headId: String(district.id) });
  expect(outside.status).toBe(422);
  expect(errorAt(outside, 'headId')).toContain('thành viên');
  expect(errorAt(await post({}), 'members')).toBe('Hãy chọn ít nhất một đơn vị.');
  const sent = await post({ members: [String(lead.id), String(standing.id)], headId: String(lead.id) });
  expect(sent.location).toBe(`${path}?nam=2018`);
  const { html } = await open(browser, `${path}?nam=2019`);
  const copy = `${path}/chep?nam=2019`;
  expect((await browser.post(copy, hiddenFields(html, copy))).status).toBe(303);
  const next = await blocMembers(world.db, Number(path.split('/').at(-1)), 2019);
  expect(next.find(({ isHead }) => isHead)?.id).toBe(standing.id);
});

it('is read by everybody and written by those who keep it', async () => {
  const browser = await site.as(site.world.unit);
  const list = await open(browser, `${LIST}?nam=2018`);
  expect(list.text).toContain('Khối các sở (thử)');
  expect(list.html).not.toContain('Lập khối');
  const bloc = await open(
    browser,
    `${/href="(\/danh-muc\/khoi-thi-dua\/\d+)/.exec(list.html)?.[1]}?nam=2018`,
  );
  expect(bloc.text).toContain('Sở Thử nghiệm (khối trưởng)');
  expect((await browser.post(LIST, { name: 'Khối của xã' })).status).toBe(403);
  for (const odd of ['?nam=1', '?nam=abc', '/999999'])
    expect([200, 404]).toContain((await open(browser, LIST + odd)).status);
});
