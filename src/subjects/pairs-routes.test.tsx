import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { BELONGINGS, makeSubject } from '../../test/subject-world.ts';
import { SettableClock } from '../platform/clock.ts';
import { apartPath, askAgainPath, mergePath, PAIRS_PATH } from './merge-paths.ts';
import { subjectMergeRoutes } from './merge-routes.tsx';
import { searchPairs } from './pairs-search.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectMergeRoutes(BELONGINGS));
});
afterAll(() => there.close());
beforeEach(async () => {
  const { db } = there.world;
  await db.deleteFrom('subject_pair').execute();
  await db.deleteFrom('exemplar_step').execute();
  await db.deleteFrom('exemplar').execute();
  await db.deleteFrom('subject').execute();
});

const standing = () => there.as(there.world.standing);

async function pair(fullName = 'Sầm Thị Nhót'): Promise<[number, number]> {
  const facts = { fullName, place: 'khu 2, xã Sai Nga' };
  const two: [number, number] = [
    await makeSubject(there.world.db, facts),
    await makeSubject(there.world.db, facts),
  ];
  await searchPairs(there.world.db, new SettableClock('2018-11-15'));
  return two;
}

const nextOf = (html: string): string =>
  /<a class="pagination-step" href="([^"]+)" rel="next">/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('the list of those that may be one', () => {
  it('is read on behind the last pair shown: each once, the surer first, though some are settled meanwhile', async () => {
    const { db } = there.world;
    const all: string[] = [];
    for (let n = 0; n < 60; n++) {
      const [one_id, other_id] = [await makeSubject(db), await makeSubject(db)];
      const strength = n % 3 ? 'possible' : 'strong';
      const found = { reasons: '[]', found_from: one_id, found_on: '2018-11-15' };
      await db
        .insertInto('subject_pair')
        .values({ one_id, other_id, strength, ...found })
        .execute();
      all.push(mergePath(one_id, other_id));
    }
    const ordered = [...all.filter((_, n) => n % 3 === 0), ...all.filter((_, n) => n % 3)];
    const shown: string[] = [];
    for (let path = PAIRS_PATH; path !== ''; ) {
      const { html } = await open(await standing(), path);
      shown.push(
        ...[...html.matchAll(/href="([^"]+)">So sánh/g)].map(([, href = '']) =>
          href.replaceAll('&amp;', '&'),
        ),
      );
      // the very pair from which the next page goes on is no longer there
      const [, one, other] = /(\d+)\D+(\d+)$/.exec(shown.at(-1) ?? '') ?? [];
      await db
        .deleteFrom('subject_pair')
        .where('one_id', 'in', [Number(one), Number(other)])
        .execute();
      path = nextOf(html);
    }
    expect(shown).toEqual(ordered);
  });

  it('says why, leads to the comparison, and makes the same queries with one pair as with a page', async () => {
    const [one, other] = await pair();
    const browser = await standing();
    const page = await open(browser, PAIRS_PATH);
    expect(page.text).toContain('cùng tên');
    expect(page.text).toContain('cùng năm sinh 1970');
    expect(page.html).toContain(`href="${mergePath(one, other)}"`);
    const cost = () => queriesOf(there.site, () => browser.get(PAIRS_PATH));
    const few = await cost();
    for (let n = 0; n < 28; n++) await pair(`Sầm Thị ${String.fromCharCode(65 + (n % 26))}ớt${n}`);
    expect(await cost()).toBe(few);
    const first = await open(browser, PAIRS_PATH);
    expect([first.text.includes('Trang sau'), first.text.includes('Về đầu')]).toEqual([true, false]);
    const second = await open(browser, nextOf(first.html));
    expect(second.html.match(/>So sánh</g)?.length).toBe(4);
    expect([second.text.includes('Trang sau'), second.text.includes('Về đầu')]).toEqual([false, true]);
    expect(await queriesOf(there.site, () => browser.get(nextOf(first.html)))).toBe(few);
    for (const wrong of [
      'sau=x&muc-do=x&muc=y',
      'sau=WyJ4IiwxLDJd',
      `muc=khac-nhau&${nextOf(first.html).split('?')[1]}`,
    ])
      expect((await open(browser, `${PAIRS_PATH}?${wrong}`)).status).toBe(200);
  }, 60_000);

  it('remembers that two are not one, with the reason, and asks again when that is taken back', async () => {
    const [one, other] = await pair();
    const browser = await standing();
    const path = apartPath(one, other);
    const empty = await send(browser, path, { reason: ' ' });
    expect([empty.status, errorAt(empty, 'reason')]).toEqual([422, 'Hãy ghi vì sao biết.']);
    const long = await send(browser, path, { reason: 'b'.repeat(2_001) });
    expect([long.status, long.html.includes('b'.repeat(2_001))]).toEqual([422, true]);
    const sent = await send(browser, path, { reason: 'Hai chị em họ <cùng tên>' });
    expect([sent.status, sent.location]).toEqual([303, PAIRS_PATH]);
    await searchPairs(there.world.db, new SettableClock('2018-11-16'));
    expect((await open(browser, PAIRS_PATH)).text).toContain('Không có cặp nào chờ xem');
    expect((await open(browser, `${PAIRS_PATH}?muc=khac-nhau`)).text).toContain('Hai chị em họ <cùng tên>');
    expect((await open(browser, mergePath(other, one))).html).toContain('data-rule="told_apart"');
    expect((await send(browser, askAgainPath(one, other), { reason: 'Có giấy khai sinh' })).status).toBe(303);
    await searchPairs(there.world.db, new SettableClock('2018-11-17'));
    expect((await open(browser, PAIRS_PATH)).html).toContain(mergePath(one, other));
    const kinds = await there.world.db
      .selectFrom('audit_event')
      .select('kind')
      .where('thing', '=', 'subject')
      .where('thing_id', 'in', [one, other])
      .orderBy('id')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'subject.told_apart',
      'subject.told_apart',
      'subject.asked_again',
      'subject.asked_again',
    ]);
  });

  it('is asked for anew by a button, which the work behind the pages takes up', async () => {
    const browser = await standing();
    const page = await send(browser, `${PAIRS_PATH}/tim`, {});
    expect([page.status, page.location]).toEqual([303, PAIRS_PATH]);
    expect((await open(browser, PAIRS_PATH)).text).toContain('đã yêu cầu tìm lại ngày 15/11/2018');
  });
});

describe('who may see and decide', () => {
  it.each([
    ['standing', 200],
    ['unit', 403],
    ['lead', 403],
    ['leader', 403],
    ['stranger', 403],
  ] as const)('%s opens the list with %i', async (who, status) => {
    const browser = await there.as(there.world[who]);
    expect((await open(browser, PAIRS_PATH)).status).toBe(status);
    expect((await seen(await browser.post(`${PAIRS_PATH}/tim`))).status).toBe(status === 200 ? 303 : status);
  });

  it.each([
    ['standing', 303],
    ['unit', 303],
    ['leader', 403],
    ['stranger', 404],
  ] as const)('%s tells two of the commune apart with %i', async (who, status) => {
    const [one, other] = await pair();
    for (const subjectId of [one, other])
      await makeExemplar(there.world, { state: 'found', subjectId, plan: null });
    const browser = await there.as(there.world[who]);
    expect((await seen(await browser.post(apartPath(one, other), { reason: 'Hai người' }))).status).toBe(
      status,
    );
  });

  it('refuses with the reason where one of the two lies elsewhere as well', async () => {
    const [one, other] = await pair();
    const { world } = there;
    for (const officeId of [world.place.commune.id, world.place.otherCommune.id])
      await makeExemplar(world, { state: 'found', subjectId: other, plan: null, officeId });
    await makeExemplar(world, { state: 'found', subjectId: one, plan: null });
    const unit = await there.as(world.unit);
    const sent = await send(unit, apartPath(one, other), { reason: 'Hai người' });
    expect([sent.status, sent.html.includes('data-rule="not_whole"')]).toEqual([422, true]);
    expect(sent.html).toContain('Hai người</textarea>');
  });
});
