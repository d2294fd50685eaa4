import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCX, type EvidenceDesk, openEvidenceDesk } from '../../test/evidence-desk.ts';

let desk: EvidenceDesk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
});
afterAll(() => desk.site.close());

const pageOf = async (browser: EvidenceDesk['officer'], id: number) =>
  (await browser.get(`/dien-hinh/${id}`)).text();

describe('the evidence on the page of an exemplar', () => {
  it('names what nothing proves yet, each with the way to the form for it', async () => {
    const id = await desk.exemplarIn('found');
    const achievement = await desk.achievementOf(id, 'Giúp 12 hộ thoát nghèo');
    const link = `/dien-hinh/${id}/minh-chung/moi?thanh-tich=${achievement}`;
    expect(await pageOf(desk.officer, id)).toContain(`href="${link}"`);
    const form = await (await desk.officer.get(link)).text();
    expect(form).toMatch(new RegExp(`<option value="${achievement}" selected`));
    await desk.send(desk.officer, id, {
      fields: { achievementId: String(achievement) },
      files: [['Danh sách hộ.docx', DOCX]],
    });
    const page = await pageOf(desk.officer, id);
    expect(page).not.toContain(link);
    for (const words of ['Danh sách hộ', 'Word, 1 KB', 'Giúp 12 hộ thoát nghèo', desk.officerName])
      expect(page).toContain(words);
  });

  it('offers no form to those who may only look', async () => {
    const id = await desk.exemplarIn('found');
    await desk.achievementOf(id, 'Giúp 12 hộ thoát nghèo');
    expect(await pageOf(desk.officer, id)).toContain('minh-chung/moi');
    const page = await pageOf(desk.viewer, id);
    expect(page).toContain('Giúp 12 hộ thoát nghèo');
    expect(page).not.toContain('minh-chung/moi');
  });

  it('follows a reference that is an address, and no other', async () => {
    const id = await desk.exemplarIn('found');
    const refer = (reference: string) =>
      desk.send(desk.officer, id, { fields: { title: 'Bài báo', reference } });
    await refer('https://example.org/bai-bao?id=1');
    await refer('javascript:alert(1)');
    const page = await pageOf(desk.officer, id);
    expect(page).toContain('href="https://example.org/bai-bao?id=1"');
    expect(page).toContain('javascript:alert(1)');
    expect(page).not.toContain('href="javascript');
  });

  it('asks the database as often with ten pieces as with one', async () => {
    let count = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        count++;
        return result;
      },
    };
    const { db } = desk.site;
    desk.site.deps.db = db.withPlugin(counting);
    const costs: number[] = [];
    for (const pieces of [1, 10]) {
      const id = await desk.exemplarIn('found');
      for (let piece = 0; piece < pieces; piece++) {
        const achievement_id = await desk.achievementOf(id, `Việc tốt ${piece}`);
        await db
          .insertInto('evidence')
          .values({ exemplar_id: id, achievement_id, title: 'Giấy', reference: '1/QĐ' })
          .execute();
      }
      count = 0;
      await pageOf(desk.officer, id);
      costs.push(count);
    }
    desk.site.deps.db = db;
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeGreaterThan(1);
  });
});
