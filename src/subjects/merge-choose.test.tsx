import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { BELONGINGS, makeSubject, twoOfOne } from '../../test/subject-world.ts';
import { mergePath } from './merge-paths.ts';
import { subjectMergeRoutes } from './merge-routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectMergeRoutes(BELONGINGS));
});
afterAll(() => there.close());

const two = () => twoOfOne(there.world);
const standing = () => there.as(there.world.standing);

describe('choosing the other one', () => {
  it('offers those alike with why, finds by name and by number, and tells of nobody else', async () => {
    const { one, other } = await two();
    const browser = await standing();
    const page = await open(browser, `/chu-the/${one}/gop`);
    expect(page.html).toContain(`href="${mergePath(one, other)}"`);
    expect(page.text).toContain('cùng tên');
    const far = await makeSubject(there.world.db, { fullName: 'Hợp tác xã Mỹ Lung', kind: 'collective' });
    expect((await open(browser, `/chu-the/${one}/gop?tim=${far}`)).html).toContain(mergePath(one, far));
    expect((await open(browser, `/chu-the/${one}/gop?tim=nguyen%20thi%20hoa`)).html).toContain(
      mergePath(one, other),
    );
    const nobody = await open(browser, `/chu-the/${one}/gop?tim=Kh%C3%B4ng%20C%C3%B3%20Ai`);
    expect(nobody.text).toContain('Không thấy chủ thể nào giống');
    expect((await open(browser, `/chu-the/${one}/gop?tim=${'%E1%BB%87'.repeat(300)}`)).status).toBe(200);
  });

  it('makes the same number of queries however many are alike', async () => {
    const { one } = await two();
    const browser = await standing();
    const cost = () => queriesOf(there.site, () => browser.get(`/chu-the/${one}/gop`));
    await cost();
    const few = await cost();
    for (let n = 0; n < 5; n++) await makeSubject(there.world.db, { fullName: 'Nguyễn Thị Hoà' });
    expect(await cost()).toBe(few);
  });

  it('tells of one outside of the reach no more than name, commune and keeper, and offers no comparison', async () => {
    const { world } = there;
    const facts = { fullName: 'Quản Thị Lụa', place: 'khu 9, xã Thu Phong' };
    const [one, far] = [await makeSubject(world.db, facts), await makeSubject(world.db, facts)];
    await makeExemplar(world, { state: 'found', subjectId: one, plan: null });
    const officeId = world.place.otherCommune.id;
    await makeExemplar(world, { state: 'found', subjectId: far, plan: null, officeId });
    const page = await open(await there.as(world.unit), `/chu-the/${one}/gop`);
    expect(page.text).toContain(`Ngoài phạm vi của bạn; hãy hỏi ${world.place.otherCommune.name}`);
    expect(page.html).not.toContain(mergePath(one, far));
    expect((await open(await there.as(world.unit), `/chu-the/${one}/gop?tim=${far}`)).html).not.toContain(
      'So sánh',
    );
    await makeExemplar(world, { state: 'found', subjectId: one, plan: null, officeId });
    const part = await open(await there.as(world.unit), `/chu-the/${one}/gop`);
    expect(part.html).toContain('data-rule="not_whole"');
    expect(part.html).not.toContain('name="tim"');
  });
});
