import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, makeActor, makeProvince, type Province } from '../../../test/factories.ts';
import { type Browser, openTestSite, type TestSite } from '../../../test/site.ts';
import type { AuditEntry } from '../../audit/record.ts';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../identity/actor.ts';
import { auditRoutes } from './routes.ts';

let site: TestSite;
let office: Province;
let standing: Browser;
let writer: Actor & { accountId: number };

beforeAll(async () => {
  site = await openTestSite(auditRoutes);
  office = await makeProvince(site.db);
  standing = await site.signedIn(await makeActor(site.db, [['standing', office.standing, 'all']]));
  writer = await makeActor(site.db, [['unit', office.commune, 'own']], 'Nguyễn Thuý Hoà');
});

afterAll(() => site.close());

const write = (entry: AuditEntry, actor: Actor = writer, day = '2018-11-15') =>
  site.db.transaction().execute((tx) => record(tx, actingAs(site.db, actor, { day }), entry));
const page = async (query = '', browser = standing) => (await browser.get(`/nhat-ky${query}`)).text();

describe('the journal', () => {
  it('tells each change in a sentence with the name of the thing, what changed, and from where', async () => {
    await write({
      kind: 'office.changed',
      thingId: office.commune.id,
      officeId: office.commune.id,
      before: { Tên: 'Xã <cũ>' },
      after: { Tên: 'Xã mới' },
      reason: 'Nghị quyết số 5',
    });
    const html = await page();
    expect(html).toContain(`<a href="/don-vi/${office.commune.id}">đơn vị ${office.commune.name}</a>`);
    expect(html).toMatch(/Nguyễn Thuý Hoà<\/strong> đã sửa đơn vị/);
    expect(html).toContain('Tên: Xã &lt;cũ&gt; → Xã mới');
    expect(html).toContain('Lý do: Nghị quyết số 5');
    expect(html).toContain('từ địa chỉ 127.0.0.1');
  });

  it('does not say twice who it was when somebody changed their own account', async () => {
    await write({ kind: 'session.started', thingId: writer.accountId });
    expect(await page('?loai=session.started')).toMatch(/Nguyễn Thuý Hoà<\/strong> đã đăng nhập\./);
  });

  it('still opens when a newer version wrote a kind that it does not know', async () => {
    await sql`INSERT INTO audit_event (id, at, actor_name, kind, thing, thing_id, prev_hash, hash)
      VALUES (0, now(), 'Ai đó', 'moon.landed', 'moon', 1, '', '')`.execute(site.db);
    expect(await page()).toContain('đã thực hiện “moon.landed”');
  });

  it('is filtered by kind, person, days and thing', async () => {
    const other = await makeActor(site.db, [], 'Lê Ân');
    await write({ kind: 'plan.created', thingId: 77 }, other, '2017-03-01');
    await write({ kind: 'report.opened', thingId: 78 }, other, '2017-03-02');
    const found = async (query: string) =>
      [...(await page(query)).matchAll(/<\/strong> (đã [^.:<]+)/g)].map((m) => m[1]);
    expect(await found('?loai=plan.created')).toEqual(['đã lập kế hoạch']);
    expect(await found('?loai=report.*')).toEqual(['đã mở báo cáo']);
    expect(await found('?nguoi=le+an')).toEqual(['đã mở báo cáo', 'đã lập kế hoạch']);
    expect(await found('?nguoi=khong+co+ai')).toEqual([]);
    expect(await found('?tu=02/03/2017&den=02/03/2017')).toEqual(['đã mở báo cáo']);
    expect(await found('?tu=01/03/2017&den=2017-03-01')).toEqual(['đã lập kế hoạch']);
    expect(await found('?doiTuong=report&so=78')).toEqual(['đã mở báo cáo']);
  });

  it.each([
    'loai=ghost',
    'loai=__proto__',
    'tu=31/02/2018',
    'truoc=x',
    'so=1',
    'nguoi=%25',
    'doiTuong=x&so=9',
  ])('opens whatever stands in the address: %s', async (query) => {
    expect((await standing.get(`/nhat-ky?${query}`)).status).toBe(200);
  });

  it('is read page by page, each event once, also while new ones are written', async () => {
    for (let n = 0; n < 120; n++)
      await write({ kind: 'account.changed', thingId: writer.accountId, after: { Số: n } });
    const seen: string[] = [];
    for (let query = '?loai=account.changed', pages = 0; query && pages < 10; pages++) {
      const html = await page(query);
      seen.push(...[...html.matchAll(/Số: trống → (\d+)/g)].map((match) => match[1] ?? ''));
      await write({ kind: 'account.changed', thingId: writer.accountId, after: { Khác: 'mới' } });
      const older = /href="\/nhat-ky(\?[^"]*truoc=\d+)"/.exec(html)?.[1] ?? '';
      query = older.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(119 - n)));
  });
});

describe('who reads the journal', () => {
  it('is the standing body and administrators, within their reach', async () => {
    await write({
      kind: 'office.changed',
      thingId: office.lead.id,
      officeId: office.lead.id,
      reason: 'ở sở',
    });
    await write({
      kind: 'office.changed',
      thingId: office.commune.id,
      officeId: office.commune.id,
      reason: 'ở xã',
    });
    const district = await site.signedIn(
      await makeActor(site.db, [
        ['admin', office.district, 'branch'],
        ['viewer', office.province, 'all'],
      ]),
    );
    const html = await page('?loai=office.changed', district);
    expect(html).toContain('ở xã');
    expect(html).not.toContain('ở sở');
    expect(await page('?loai=account.*', district)).toContain('Không có việc nào như vậy');
  });

  it('is nobody else', async () => {
    const unit = await site.signedIn(writer);
    for (const path of ['/nhat-ky', '/nhat-ky/kiem-tra']) expect((await unit.get(path)).status).toBe(403);
    expect((await site.visitor().get('/nhat-ky')).status).toBe(303);
  });
});

describe('the check of the chain', () => {
  it('says that it is whole, and where it is broken', async () => {
    expect(await (await standing.get('/nhat-ky/kiem-tra')).text()).toContain('Kiểm tra ngay');
    expect(await (await standing.post('/nhat-ky/kiem-tra')).text()).toContain('Chuỗi nguyên vẹn');
    await sql`ALTER TABLE audit_event DISABLE TRIGGER USER`.execute(site.db);
    await sql`UPDATE audit_event SET actor_name = 'Người khác' WHERE id = 2`.execute(site.db);
    expect(await (await standing.post('/nhat-ky/kiem-tra')).text()).toContain('Chuỗi bị đứt tại mục số 2');
  });
});
