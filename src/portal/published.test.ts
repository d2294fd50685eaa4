import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Made, openPortal, type PortalSite } from '../../test/portal-site.ts';
import { type ExemplarState, exemplarWorkflow } from '../exemplars/workflow.ts';

let portal: PortalSite;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.empty());

const PLACES = ['/', '/guong-sang', '/guong-sang/rss.xml', '/sitemap.xml'];

describe('what is public', () => {
  it('is only what was honoured and whose consent to publication stands, in every list and on its own page', async () => {
    const states = Object.keys(exemplarWorkflow.states) as ExemplarState[];
    const someone = fc.record({
      state: fc.oneof(fc.constant<ExemplarState>('honoured'), fc.constantFrom(...states)),
      consent: fc.oneof(fc.constant('standing'), fc.constantFrom('withdrawn', 'registration', 'none')),
      honours: fc.constantFrom<string[]>([], ['2018-11-01'], ['2017-11-01', '2018-11-02']),
    });
    const people = fc.sample(someone, { numRuns: 60, seed: 1711 });
    let shown = 0;
    for (const [index, person] of people.entries()) {
      const name = `Người số${index}x`;
      const id = await portal.make({ ...person, name } as Made);
      const expected =
        person.state === 'honoured' && person.consent === 'standing' && person.honours.length > 0;
      if (expected) shown++;
      expect((await portal.read(`/guong-sang/nguoi-so${index}x-${id}`)).status).toBe(expected ? 200 : 404);
      const map = await portal.read('/sitemap.xml');
      expect(map.html.includes(`so${index}x-`)).toBe(expected);
    }
    expect(shown).toBeGreaterThan(3);
    expect((await portal.read('/guong-sang')).html).toContain(`<strong>${shown}</strong> gương sáng`);
  });

  it('is gone with the next request when consent is taken back', async () => {
    const id = await portal.make();
    expect((await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`)).status).toBe(200);
    await portal.db.updateTable('consent').set({ withdrawn_on: '2018-11-10' }).execute();
    expect((await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`)).status).toBe(404);
    for (const path of PLACES) expect((await portal.read(path)).html).not.toContain('Nguyễn Thị Hòa');
  });

  it('holds no private fact: no address, no staff, no note, no source', async () => {
    const id = await portal.make({ title: 'Người mở đường' });
    const collective = await portal.make({ name: 'Tổ hợp tác', kind: 'collective' });
    await portal.db
      .insertInto('achievement')
      .values({ exemplar_id: id, statement: 'Bịa', value: 9, trust: 'contradicted' })
      .execute();
    const paths = [...PLACES, `/guong-sang/nguyen-thi-hoa-${id}`, `/guong-sang/to-hop-tac-${collective}`];
    for (const path of paths) {
      const { html, status } = await portal.read(path);
      expect(status).toBe(200);
      for (const secret of ['số nhà', 'CHỨC VỤ', 'ĐẠI DIỆN', 'GHI CHÚ', 'LÝ DO', 'bao.example', 'Bịa'])
        expect([path, html.includes(secret)]).toEqual([path, false]);
    }
    expect((await portal.read(`/guong-sang/to-hop-tac-${collective}`)).html).not.toContain('1960');
  });
});
