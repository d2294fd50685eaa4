import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeActor, makeProvince } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { draftRoutes } from './draft-routes.ts';
import { dropDraft, findDraft, isFormName, saveDraft } from './drafts.ts';

let site: TestSite;
let accountId: number;
beforeAll(async () => {
  site = await openTestSite(draftRoutes);
  const { commune } = await makeProvince(site.db);
  ({ accountId } = await makeActor(site.db, [['unit', commune, 'own']]));
});
afterAll(() => site.close());

it('keeps the last of what was typed, with its time and version, and forgets it when dropped', async () => {
  await saveDraft(site.deps, accountId, 'thu-1', { a: 'một', _phien_ban: '3' });
  await saveDraft(site.deps, accountId, 'thu-1', {
    a: 'hai',
    b: ['x', 'y'],
    _phien_ban: '4',
    _khoa: 'bỏ đi nhé',
  });
  const draft = await findDraft(site.db, accountId, 'thu-1');
  expect(draft).toMatchObject({ typed: { a: 'hai', b: ['x', 'y'] }, version: 4 });
  expect(draft?.typed._khoa).toBeUndefined();
  expect(draft?.savedAt.toISOString()).toMatch(/^2018-11-1[45]/);
  await dropDraft(site.db, accountId, 'thu-1');
  expect(await findDraft(site.db, accountId, 'thu-1')).toBeNull();
});

it('keeps no more than fifty of one person, the newest', async () => {
  for (let i = 0; i < 55; i++) await saveDraft(site.deps, accountId, `nhieu-${i}`, { i: String(i) });
  const kept = await site.db.selectFrom('draft').select('form').where('account_id', '=', accountId).execute();
  expect(kept).toHaveLength(50);
  expect(kept.map((row) => row.form)).toContain('nhieu-54');
});

it('refuses what is no draft: too long, or a form without a proper name', async () => {
  expect(await saveDraft(site.deps, accountId, 'dai', { a: 'x'.repeat(300_000) })).toBe(false);
  expect(await findDraft(site.db, accountId, 'dai')).toBeNull();
  expect(['a', 'dien-hinh-12'].every(isFormName)).toBe(true);
  expect(['', 'A', '../x', 'a b', 'x'.repeat(101)].some(isFormName)).toBe(false);
});

it('never leads the browser to another site', async () => {
  const browser = await site.signedIn({ accountId });
  for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '']) {
    const saved = await browser.post('/nhap/thu', { a: '1', _ve: back });
    expect(saved.headers.get('location')).toBe('/viec-cua-toi');
  }
  expect((await browser.post('/nhap/thu', { _ve: '/dien-hinh/moi' })).headers.get('location')).toBe(
    '/dien-hinh/moi',
  );
  const long = await browser.post('/nhap/thu', { a: 'x'.repeat(300_000) }, { 'x-draft': '1' });
  expect(long.status).toBe(413);
});
