import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { answerOf, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { BELONGINGS, makeSubject, mergeSeen, subjectRow, twoOfOne } from '../../test/subject-world.ts';
import { undoPath } from './merge-paths.ts';
import { subjectMergeRoutes } from './merge-routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectMergeRoutes(BELONGINGS));
});
afterAll(() => there.close());

const mergedInto = async (id: number) => (await subjectRow(there.world, id)).merged_into_id;
const standing = () => there.as(there.world.standing);

async function merged() {
  const made = await twoOfOne(there.world);
  const { mergeId } = answerOf(await mergeSeen(there.world, there.world.standing, made.one, made.other));
  return { ...made, mergeId, path: undoPath(made.one, mergeId) };
}

describe('undoing a merge on its page', () => {
  it('shows what would change back, and changes it back', async () => {
    const { one, other, files, path } = await merged();
    const browser = await standing();
    const page = await open(browser, path);
    for (const words of [
      `1 hồ sơ điển hình trở về số ${other}`,
      '1 khen thưởng đã có trở về',
      'Tên khác “Nguyễn Thị Hòa”',
    ])
      expect(page.text).toContain(words);
    const sent = await send(browser, path, { reason: 'Xã báo lại là hai người', apart: '1' });
    expect([sent.status, sent.location]).toEqual([303, `/chu-the/${one}`]);
    expect(await mergedInto(other)).toBeNull();
    const { db } = there.world;
    const file = db.selectFrom('exemplar').select('subject_id').where('id', '=', files[1]);
    expect(await file.executeTakeFirst()).toEqual({ subject_id: other });
    const pair = db.selectFrom('subject_pair').select('decided_reason').where('one_id', '=', one);
    expect(await pair.execute()).toEqual([{ decided_reason: 'Xã báo lại là hai người' }]);
  });

  it('lets the two be asked about again when the box is not ticked', async () => {
    const { one, path } = await merged();
    expect((await send(await standing(), path, { reason: 'Chưa chắc' })).status).toBe(303);
    const pair = there.world.db.selectFrom('subject_pair').select('one_id').where('one_id', '=', one);
    expect(await pair.execute()).toEqual([]);
  });

  it('comes back with what was typed; a fact corrected since asks for a reason and then stays', async () => {
    const { one, other, path } = await merged();
    const { db } = there.world;
    const browser = await standing();
    const empty = await send(browser, path, { reason: '' });
    expect([empty.status, errorAt(empty, 'reason')]).toEqual([422, 'Hãy ghi lý do tách.']);
    await db.updateTable('subject').set({ birth_year: 1971 }).where('id', '=', one).execute();
    const asked = await send(browser, path, { reason: 'Nhầm' });
    expect([asked.status, errorAt(asked, 'overrideReason')]).toEqual([
      422,
      'Hãy ghi vì sao vẫn tách, hoặc không tách.',
    ]);
    expect(asked.html).toContain('Nhầm</textarea>');
    expect(await mergedInto(other)).toBe(one);
    expect((await send(browser, path, { reason: 'Nhầm', overrideReason: 'Năm sinh mới đúng' })).status).toBe(
      303,
    );
    expect(await subjectRow(there.world, one)).toMatchObject({ birth_year: 1971 });
  });

  it('names the later merge, with the way to its own undoing', async () => {
    const { one, path } = await merged();
    const third = await makeSubject(there.world.db);
    const later = answerOf(await mergeSeen(there.world, there.world.standing, third, one));
    const page = await open(await standing(), path);
    expect(page.html).toContain('data-rule="merged_later"');
    expect(page.html).toContain(`href="${undoPath(third, later.mergeId)}"`);
    expect(page.html).not.toContain('name="reason"');
  });

  it('is stale when the kept one was changed since the page was opened, and done once by two', async () => {
    const { one, other, path } = await merged();
    const browser = await standing();
    const fields = { ...hiddenFields((await open(browser, path)).html, path), reason: 'Gộp nhầm' };
    await there.world.db.updateTable('subject').set({ version: 9 }).where('id', '=', one).execute();
    const stale = await seen(await browser.post(path, fields));
    expect([stale.status, stale.text.includes('Gộp nhầm')]).toEqual([409, true]);
    const fresh = { ...hiddenFields((await open(browser, path)).html, path), reason: 'Gộp nhầm' };
    const twice = await Promise.all([1, 2].map(async () => seen(await browser.post(path, fresh))));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await mergedInto(other)).toBeNull();
    expect((await open(browser, path)).html).toContain('data-rule="undone_already"');
  });

  it.each([
    ['standing', 200, 303],
    ['unit', 200, 422],
    ['leader', 403, 403],
    ['stranger', 404, 404],
  ] as const)(
    '%s opens it with %i and sends it with %i where a part lies elsewhere',
    async (who, opens, sends) => {
      const { world } = there;
      const { one, other, path } = await merged();
      const otherLead = await makeExemplar(world, { state: 'found', subjectId: one, plan: null });
      await world.db
        .updateTable('exemplar')
        .set({ office_id: world.place.lead.id })
        .where('id', '=', otherLead)
        .execute();
      const browser = await there.as(world[who]);
      expect((await open(browser, path)).status).toBe(opens);
      const fields = hiddenFields((await open(await standing(), path)).html, path);
      const sent = await seen(await browser.post(path, { ...fields, reason: 'Gộp nhầm' }));
      expect(sent.status).toBe(sends);
      expect(await mergedInto(other)).toBe(sends === 303 ? null : one);
    },
  );

  it('answers nothing under another subject, another number, or no number', async () => {
    const { one, other, mergeId } = await merged();
    const browser = await standing();
    for (const path of [undoPath(other, mergeId), undoPath(one, 999_999), `/chu-the/${one}/gop/x/hoan-tac`]) {
      expect((await open(browser, path)).status).toBe(404);
      expect((await seen(await browser.post(path, { reason: 'x' }))).status).toBe(404);
    }
  });
});
