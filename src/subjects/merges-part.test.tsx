import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { answerOf, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { makeSubject, mergeSeen, twoOfOne, undoMerge } from '../../test/subject-world.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam } from '../web/route.ts';
import { actorOf } from '../web/visit.ts';
import { oneInView } from './in-view-queries.ts';
import { undoPath } from './merge-paths.ts';
import { mergesPart } from './merges-part.tsx';

/** The section alone on a page. */
const alone = get('/phan/:id', 'signed_in', async (visit) => {
  const subject = await oneInView(visit.get('deps').db, actorOf(visit), idParam(visit) ?? 0, true);
  if (!subject) return visit.notFound();
  return officePage(visit, {
    title: 'Phần',
    children: (await mergesPart.render(visit, subject)) ?? 'không có phần',
  });
});

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite([alone]);
});
afterAll(() => there.close());

it('tells who merged what, when and why, with the way to undo it; and that it was undone', async () => {
  const { world } = there;
  const { one, other } = await twoOfOne(world);
  const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
  const browser = await there.as(world.standing);
  const page = await open(browser, `/phan/${one}`);
  expect(page.text).toContain(`Nguyễn Thị Hòa (số ${other}) vào Nguyễn Thị Hoà (số ${one})`);
  expect(page.text).toContain('15/11/2018');
  expect(page.text).toContain('Cùng một người');
  expect(page.html).toContain(`href="${undoPath(one, mergeId)}"`);
  answerOf(await undoMerge(world, mergeId));
  const after = await open(browser, `/phan/${one}`);
  expect(after.text).toContain('đã tách ngày 15/11/2018');
  expect(after.text).toContain('Gộp nhầm');
  expect(after.html).not.toContain(undoPath(one, mergeId));
  expect((await open(browser, `/phan/${other}`)).text).toContain('đã tách ngày 15/11/2018');
});

it('offers nothing to those who do not hold the whole, and is not there where nothing was merged', async () => {
  const { world } = there;
  const { one, other } = await twoOfOne(world);
  const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
  for (const actor of [world.leader, world.stranger]) {
    const page = await open(await there.as(actor), `/phan/${one}`);
    expect(page.text).toContain('đang gộp');
    expect(page.html).not.toContain(undoPath(one, mergeId));
  }
  const fresh = await makeSubject(world.db);
  await makeExemplar(world, { state: 'found', subjectId: fresh, plan: null });
  expect((await open(await there.as(world.leader), `/phan/${fresh}`)).text).toContain('không có phần');
});
