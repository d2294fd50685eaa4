import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { BELONGINGS, makeSubject, subjectRow, twoOfOne } from '../../test/subject-world.ts';
import { mergePath } from './merge-paths.ts';
import { subjectMergeRoutes } from './merge-routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectMergeRoutes(BELONGINGS));
});
afterAll(() => there.close());

const two = () => twoOfOne(there.world);
const mergedInto = async (id: number) => (await subjectRow(there.world, id)).merged_into_id;
const standing = () => there.as(there.world.standing);

describe('who may merge', () => {
  const TABLE = [
    // whose, over what, may open, may merge
    ['standing', 'both', 200, 303],
    ['unit', 'both', 200, 303],
    ['unit', 'one', 200, 422],
    ['lead', 'one', 200, 422],
    ['leader', 'both', 403, 403],
    ['stranger', 'none', 404, 404],
  ] as const;

  it.each(TABLE)('%s over %s: opens with %i, merges with %i', async (who, over, opens, merges) => {
    const { world } = there;
    const { db, place } = world;
    const [one, other] = [await makeSubject(db), await makeSubject(db)];
    await makeExemplar(world, { state: 'nurtured', subjectId: one });
    await makeExemplar(world, { state: 'found', subjectId: other, plan: null });
    if (over === 'one')
      await makeExemplar(world, {
        state: 'found',
        subjectId: other,
        plan: null,
        officeId: place.otherCommune.id,
      });
    if (who === 'lead') await makeExemplar(world, { state: 'declined', subjectId: other });
    const path = mergePath(one, other);
    const browser = await there.as(world[who]);
    expect((await open(browser, path)).status).toBe(opens);
    const fields = hiddenFields((await open(await standing(), path)).html, path);
    const sent = await seen(await browser.post(path, { ...fields, reason: 'Đã hỏi' }));
    expect(sent.status).toBe(merges);
    if (merges === 422) expect(sent.html).toContain('data-rule="not_whole"');
    expect(await mergedInto(other)).toBe(merges === 303 ? one : null);
  });

  it('is nothing for numbers that are none, for one and the same, and without a session', async () => {
    const { one } = await two();
    const browser = await standing();
    for (const path of [
      mergePath(one, one),
      mergePath(one, 999_999),
      `/chu-the/${one}/gop/x`,
      '/chu-the/0/gop',
    ])
      expect([path, (await open(browser, path)).status]).toEqual([path, 404]);
    expect((await seen(await browser.post(`/chu-the/${one}/gop/x`))).status).toBe(404);
    expect((await there.site.visitor().get(mergePath(one, one + 1))).status).toBe(303);
  });
});
