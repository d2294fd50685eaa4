import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteMap } from '../src/app.tsx';
import { type ExemplarSite, open, openExemplarSite } from './exemplar-site.ts';
import { makeExemplar } from './oracles/exemplar-world.ts';
import { queriesOf } from './query-count.ts';

let desk: ExemplarSite;
beforeAll(async () => {
  desk = await openExemplarSite(siteMap({ demo: false }));
});
afterAll(() => desk.close());

/** Each query costs the program a tenth of a millisecond and more, whatever it finds. */
describe('how often a page asks the database, with all its parts', () => {
  const costOf = async (path: string) => {
    const browser = await desk.as(desk.world.standing);
    return queriesOf(desk.site, async () => expect((await open(browser, path)).status).toBe(200));
  };

  it('the page of an exemplar whom nobody spoke up about', async () => {
    const id = await makeExemplar(desk.world, { state: 'nurtured' });
    expect(await costOf(`/dien-hinh/${id}`)).toBeLessThanOrEqual(38);
  });

  it('the pages that are opened most', async () => {
    expect(await costOf('/')).toBeLessThanOrEqual(4);
    expect(await costOf('/dien-hinh')).toBeLessThanOrEqual(8);
    expect(await costOf('/nhiem-vu?nam=tat-ca')).toBeLessThanOrEqual(5);
    expect(await costOf('/tim?q=nguyen')).toBeLessThanOrEqual(5);
    expect(await costOf(`/ke-hoach/${desk.world.plan.planId}`)).toBeLessThanOrEqual(15);
  });
});
