import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceDesk, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import { open, send } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { STORAGE_PATH } from './storage-page.tsx';
import { storageRoutes } from './storage-routes.tsx';

let desk: EvidenceDesk;
let site: TestSite;
beforeAll(async () => {
  desk = await openEvidenceDesk();
  const exemplar = await desk.exemplarIn('found');
  await desk.send(desk.officer, exemplar, { files: [['a.pdf', PDF]] });
  // the same database, with the pages of this folder
  site = await openTestSite(storageRoutes);
  site.deps.db = desk.site.db;
});
afterAll(async () => {
  await site.close();
  await desk.site.close();
});

async function person(role: 'unit' | 'admin' | 'standing' | 'viewer', officeName: string) {
  const { db } = desk.site;
  const office = await db
    .selectFrom('office')
    .select(['id', 'name'])
    .where('name', 'like', officeName)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const actor = await makeActor(db, [[role, office, 'own']]);
  const { startSession } = await import('../identity/sessions.ts');
  const token = await startSession(db, actor.accountId, 12, { ip: null, userAgent: null });
  const browser = site.visitor();
  browser.cookies.set('gs_phien', token);
  return browser;
}

describe('how much offices keep', () => {
  it('is shown to an office for itself, without the house', async () => {
    const seen = await open(await person('unit', 'Xã Thử%'), STORAGE_PATH);
    expect(seen.text).toContain('Mỗi đơn vị được giữ 2 GB');
    expect(seen.text).toMatch(/Xã Thử \d+ 1 1 KB/);
    expect(seen.text).not.toContain('Dọn tệp');
    expect(seen.html).not.toContain('<form method="post" class="form"');
    const other = await open(await person('unit', 'Sở Thử%'), STORAGE_PATH);
    expect(other.text).toContain('Chưa có tệp nào được giữ');
  });

  it('is shown of all offices to those who keep the house, with the last cleaning', async () => {
    const browser = await person('admin', 'Sở Thử%');
    expect((await open(browser, STORAGE_PATH)).text).toContain('chưa dọn lần nào');
    await desk.site.db
      .insertInto('file_cleaning')
      .values({
        started_at: new Date('2026-11-25T20:00:00Z'),
        ended_at: new Date('2026-11-25T20:00:01Z'),
        files: 3,
        bytes: 5_000_000,
        strays: 1,
        stray_bytes: 1_000,
        marked: 0,
      })
      .execute();
    const seen = await open(browser, STORAGE_PATH);
    expect(seen.text).toMatch(/Xã Thử \d+ 1 1 KB/);
    expect(seen.text).toContain('26/11/2026');
    expect(seen.text).toContain('4,8 MB');
  });

  it('is set by those who keep the house alone, within reason, and stands in the audit', async () => {
    const browser = await person('standing', 'Ban Thi đua%');
    const wrong = await send(browser, STORAGE_PATH, { megabytes: '0' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('phải từ 1')]);
    expect((await send(browser, STORAGE_PATH, { megabytes: '1.536' })).status).toBe(303);
    expect((await open(browser, STORAGE_PATH)).text).toContain('Mỗi đơn vị được giữ 1,5 GB');
    const { before, after } = await desk.site.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('kind', '=', 'storage.quota_set')
      .executeTakeFirstOrThrow();
    expect([before, after]).toEqual([{ 'mỗi đơn vị': '2 GB' }, { 'mỗi đơn vị': '1,5 GB' }]);
    const unit = await person('unit', 'Xã Thử%');
    expect((await unit.post(STORAGE_PATH, { megabytes: '9' })).status).toBe(403);
  });

  it('costs the same however many offices there are', async () => {
    const browser = await person('admin', 'Sở Thử%');
    const cost = () => queriesOf(site, () => open(browser, STORAGE_PATH));
    const before = await cost();
    await desk.send(desk.officer, await desk.exemplarIn('found'), {
      files: [['b.pdf', Buffer.from('%PDF-1.4 khác %%EOF')]],
    });
    expect(await cost()).toBe(before);
  });
});
