import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { hiddenFields } from '../../test/site.ts';
import { BELONGINGS, makeAward, makeSubject, subjectRow, twoOfOne } from '../../test/subject-world.ts';
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

describe('the page with the difference', () => {
  it('shows both field by field, what agrees, what will move, and what stands against it with a link', async () => {
    const { one, other, files } = await two();
    await makeAward(there.world.db, one, there.world.place.commune.id);
    const page = await open(await standing(), mergePath(one, other));
    for (const words of [
      'Nguyễn Thị Hoà',
      'Nguyễn Thị Hòa',
      'cùng năm sinh 1970',
      '1 hồ sơ điển hình',
      '1 khen thưởng đã có',
    ])
      expect(page.text).toContain(words);
    expect(page.html).toContain('name="fullName" value="gone"');
    expect(page.html).not.toContain('name="birthYear"');
    const second = await makeExemplar(there.world, { state: 'found', subjectId: other });
    const blocked = await open(await standing(), mergePath(one, other));
    expect(blocked.html).toContain('data-rule="living_in_one_field"');
    expect(blocked.html).toContain(`<a href="/dien-hinh/${second}">Mở hồ sơ số ${second}</a>`);
    expect(blocked.html).not.toContain('name="reason"');
    expect(files[0]).toBeGreaterThan(0);
  });

  it('is the same number of queries with much as with little', async () => {
    const { one, other } = await two();
    const browser = await standing();
    const cost = () => queriesOf(there.site, () => browser.get(mergePath(one, other)));
    await cost();
    const few = await cost();
    for (let n = 0; n < 4; n++) {
      await makeAward(there.world.db, other, there.world.place.commune.id, `Giấy khen ${n}`);
      await makeExemplar(there.world, { state: 'declined', subjectId: other, plan: null });
    }
    expect(await cost()).toBe(few);
  });

  it('merges with the values that were chosen, keeps the other name, and is done once by a double click', async () => {
    const { one, other } = await two();
    const browser = await standing();
    const path = mergePath(one, other);
    const fields = {
      ...hiddenFields((await open(browser, path)).html, path),
      reason: 'Xã đã xác nhận',
      fullName: 'gone',
    };
    const [sent, again] = [
      await seen(await browser.post(path, fields)),
      await seen(await browser.post(path, fields)),
    ];
    expect([sent.status, sent.location]).toEqual([303, `/chu-the/${one}`]);
    expect([again.status, again.location]).toEqual([303, `/chu-the/${one}`]);
    expect(await subjectRow(there.world, one)).toMatchObject({ full_name: 'Nguyễn Thị Hòa' });
    expect(await mergedInto(other)).toBe(one);
    const { db } = there.world;
    expect(
      await db.selectFrom('subject_alias').select('name').where('subject_id', '=', one).execute(),
    ).toEqual([{ name: 'Nguyễn Thị Hoà' }]);
    const later = await open(browser, path);
    expect([later.status, later.text.includes('đã được gộp vào')]).toEqual([409, true]);
  });

  it('comes back with what was typed when something is wrong, and writes nothing', async () => {
    const { one, other } = await two();
    const browser = await standing();
    const path = mergePath(one, other);
    const empty = await send(browser, path, { reason: '  ', fullName: 'gone' });
    expect([empty.status, errorAt(empty, 'reason')]).toEqual([
      422,
      'Hãy ghi vì sao biết hai chủ thể là một.',
    ]);
    expect(empty.html).toMatch(/value="gone" checked/);
    const long = await send(browser, path, { reason: 'a'.repeat(2_001) });
    expect([long.status, long.html.includes('a'.repeat(2_001))]).toEqual([422, true]);
    expect((await send(browser, path, { reason: '<b>x</b>', fullName: 'both' })).html).toContain(
      '&lt;b&gt;x&lt;/b&gt;',
    );
    expect((await send(browser, path, { reason: 'Một', goneVersion: 'x' })).status).toBe(422);
    expect(await mergedInto(other)).toBeNull();
  });

  it('never merges by the name alone: a written reason is asked for at its field', async () => {
    const { db } = there.world;
    const [one, other] = [
      await makeSubject(db, { birthYear: null }),
      await makeSubject(db, { birthYear: null }),
    ];
    const browser = await standing();
    const path = mergePath(one, other);
    const without = await send(browser, path, { reason: 'Trùng tên' });
    expect([without.status, errorAt(without, 'overrideReason')]).toEqual([
      422,
      'Hãy ghi vì sao vẫn gộp, hoặc không gộp.',
    ]);
    expect(without.html).toContain('data-rule="only_name"');
    expect(without.html).toContain('Trùng tên</textarea>');
    expect(
      (await send(browser, path, { reason: 'Trùng tên', overrideReason: 'Đã đến tận nhà' })).status,
    ).toBe(303);
  });

  it('says so when one of the two was changed meanwhile, and loses nothing', async () => {
    const { one, other } = await two();
    const { db } = there.world;
    const browser = await standing();
    const path = mergePath(one, other);
    const fields = { ...hiddenFields((await open(browser, path)).html, path), reason: 'Đã hỏi xã' };
    await db.updateTable('subject').set({ version: 5 }).where('id', '=', other).execute();
    const changed = await seen(await browser.post(path, fields));
    expect([changed.status, changed.html.includes('data-rule="other_changed"')]).toEqual([422, true]);
    expect(changed.html).toContain('Mở lại trang so sánh</a>');
    await db.updateTable('subject').set({ version: 7 }).where('id', '=', one).execute();
    const stale = await seen(await browser.post(path, fields));
    expect([stale.status, stale.text.includes('Đã hỏi xã')]).toEqual([409, true]);
    expect(await mergedInto(other)).toBeNull();
  });

  it('sent for both directions at once merges once, and the other is told what happened', async () => {
    const { one, other } = await two();
    const browser = await standing();
    const sending = async (path: string) => {
      const fields = hiddenFields((await open(browser, path)).html, path);
      return () => browser.post(path, { ...fields, reason: 'Cùng một người' });
    };
    const posts = [await sending(mergePath(one, other)), await sending(mergePath(other, one))];
    const answers = await Promise.all(posts.map(async (post) => seen(await post())));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toMatch(/đã được gộp vào.*Cùng một người/);
  });
});
