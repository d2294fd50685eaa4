import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { readForm } from './form.ts';
import { officePage } from './page.tsx';
import { get, post } from './route.ts';

const routes = [
  get('/dien-hinh', 'signed_in', (visit) => officePage(visit, { title: 'Điển hình', children: 'Danh sách' })),
  post('/dien-hinh/moi', 'signed_in', async (visit) => {
    const form = await readForm(visit, z.object({ ten: z.string() }));
    return visit.text(form.ok ? `đã ghi ${form.value.ten}` : 'sai');
  }),
  get('/quan-tri', ['admin'], (visit) => visit.text('chỉ quản trị')),
];

let site: TestSite;
let office: Province;

beforeAll(async () => {
  site = await openTestSite(routes, { env: { UPLOAD_MAX_MB: '1' } });
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

const unit = async () => site.signedIn(await makeActor(site.db, [['unit', office.commune, 'own']]));

describe('access', () => {
  it('sends somebody without a session to sign in, and remembers where to', async () => {
    const response = await site.visitor().get('/dien-hinh?q=an&trang=2');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `/dang-nhap?tiep=${encodeURIComponent('/dien-hinh?q=an&trang=2')}`,
    );
    expect(await response.text()).toBe('');
  });

  it('hands back what was typed when the session has ended, to be sent again', async () => {
    const response = await site
      .visitor()
      .post('/dien-hinh/moi', { ten: 'Nguyễn "Thị" <Hoa>', dong: ['a', 'b'] });
    expect(response.status).toBe(401);
    const page = await response.text();
    expect(page).toContain('Phiên làm việc đã hết');
    expect(page).toContain('value="Nguyễn &quot;Thị&quot; &lt;Hoa&gt;"');
    expect(page.match(/name="dong"/g)).toHaveLength(2);
    expect(page).toContain('action="/dien-hinh/moi"');
  });

  it('never hands back a password', async () => {
    const response = await site.visitor().post('/dien-hinh/moi', { ten: 'an', mat_khau: 'bí mật lắm đấy' });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toMatch(/bí mật|Gửi lại|name="ten"/);
  });

  it('opens what is for everybody who is signed in, and tells others which role they lack', async () => {
    const browser = await unit();
    expect((await browser.get('/dien-hinh')).status).toBe(200);
    const refused = await browser.get('/quan-tri');
    expect(refused.status).toBe(403);
    const page = await refused.text();
    expect(page).toContain('Tài khoản chưa được giao việc này');
    expect(page).not.toContain('chỉ quản trị');
  });

  it('lets somebody with a given-out password do nothing but change it', async () => {
    const actor = await makeActor(site.db, [['admin', office.province, 'all']]);
    await site.db
      .updateTable('account')
      .set({ must_change_password: true })
      .where('id', '=', actor.accountId)
      .execute();
    const response = await (await site.signedIn(actor)).get('/quan-tri');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/doi-mat-khau']);
  });
});

describe('bodies that are too large', () => {
  const MB = 1024 * 1024;

  it('says so for a declared length', async () => {
    const form = new FormData();
    form.set('ten', new Blob([new Uint8Array(3 * MB)]), 'anh.jpg');
    const response = await (await unit()).post('/dien-hinh/moi', form, { 'content-length': String(3 * MB) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('không quá 2 MB');
  });

  it('counts a body that does not declare its length', async () => {
    const form = new FormData();
    form.set('ten', new Blob([new Uint8Array(3 * MB)]), 'anh.jpg');
    expect((await (await unit()).post('/dien-hinh/moi', form)).status).toBe(413);
    expect((await (await unit()).post('/dien-hinh/moi', { ten: 'a'.repeat(MB) })).status).toBe(200);
  });

  it('takes little from somebody without a session', async () => {
    expect((await site.visitor().post('/dien-hinh/moi', { ten: 'a'.repeat(MB) })).status).toBe(413);
  });
});
