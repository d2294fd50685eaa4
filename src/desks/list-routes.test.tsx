import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProposed } from '../../test/desks-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { queriesOf } from '../../test/query-count.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import type { Actor } from '../identity/actor.ts';
import { deskListRoutes } from './list-routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(deskListRoutes([exemplarPaper]));
});
afterAll(() => there.close());

describe('the list of all papers', () => {
  it('shows each of those concerned theirs, filtered as the address says, whatever the address says', async () => {
    const { world } = there;
    const id = await makeProposed(world, '2018-10-01');
    const listOf = async (who: Actor, query = '') => open(await there.as(who), `/van-ban${query}`);
    for (const who of [world.unit, world.lead, world.standing])
      expect((await listOf(who)).html).toContain(`href="/dien-hinh/${id}"`);
    expect((await listOf(world.stranger)).text).toContain('Không có văn bản nào đang chờ');
    expect((await listOf(world.lead, '?qua_han=1')).html).toContain(`href="/dien-hinh/${id}"`);
    expect((await listOf(world.lead, '?loai=report')).text).toContain('Không có văn bản nào khớp bộ lọc');
    expect((await listOf(world.lead, `?ban=${world.place.commune.id}`)).html).not.toContain(
      `href="/dien-hinh/${id}"`,
    );
    for (const odd of [
      '?loai=x',
      '?ban=abc',
      '?sau=2018-02-31.1',
      '?sau=x',
      '?sau=2018-01-01.99999999999999999999',
      '?qua_han=2',
    ])
      expect((await listOf(world.standing, odd)).html).toContain(`href="/dien-hinh/${id}"`);
  });

  it('makes a fixed number of queries', async () => {
    const { world, site } = there;
    const [unit, standing] = [await there.as(world.unit), await there.as(world.standing)];
    const costs = [
      await queriesOf(site, () => unit.get('/van-ban')),
      await queriesOf(site, () => standing.get('/van-ban')),
    ];
    await makeProposed(world);
    expect(await queriesOf(site, () => standing.get('/van-ban'))).toBe(costs[1]);
    expect(costs[0]).toBe(costs[1]);
  });
});
