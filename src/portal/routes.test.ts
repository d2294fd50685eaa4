import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortal, type PortalSite } from '../../test/portal-site.ts';
import { LEVELS } from '../exemplars/show-words.ts';

let portal: PortalSite;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.empty());

describe('every public page', () => {
  it('sets no cookie, runs no script, may be kept, and stays below 60 KB with full lists of long texts', async () => {
    const long = 'Một câu chuyện dài về việc tốt, viết đủ dấu tiếng Việt. '.repeat(60);
    const name = 'Hợp tác xã dịch vụ nông nghiệp tổng hợp và chế biến chè xanh Mường Cúc, xã Minh Đài';
    for (let i = 0; i < 30; i++) await portal.make({ name, statement: long, title: long.slice(0, 150) });
    const [{ id } = { id: 0 }] = await portal.db.selectFrom('exemplar').select('id').limit(1).execute();
    const own = `/guong-sang/x-${id}`;
    const ownPath = (await portal.read(own)).headers.get('location') ?? own;
    for (const path of ['/', '/guong-sang', '/guong-sang?trang=2', '/gioi-thieu', ownPath]) {
      const { html, headers, status } = await portal.read(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.getSetCookie()).toEqual([]);
      expect(html.match(/<script(?! type="application\/ld\+json")/)).toBeNull();
      expect(headers.get('cache-control')).toMatch(/^public/);
      expect(headers.get('etag')).toBeTruthy();
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    }
  });

  it('says so where there is nothing yet', async () => {
    expect((await portal.read('/')).html).toContain('Chuyện về các gương sáng sẽ hiện ở đây');
    expect((await portal.read('/guong-sang')).html).toContain('Chuyện về các gương sáng sẽ hiện ở đây');
    expect((await portal.read('/guong-sang?loai=household')).html).toContain(
      'Chưa có gương sáng nào như vậy',
    );
  });
});

describe('the list', () => {
  it('shows the newest honoured first, each once however often honoured, and filters by field and kind', async () => {
    await portal.make({ name: 'Bà Cũ', honours: ['2016-01-01'] });
    await portal.make({ name: 'Bà Nhiều Lần', honours: ['2016-02-01', '2018-10-01', '2017-01-01'] });
    await portal.make({ name: 'Tổ Mới', honours: ['2018-09-01'], kind: 'collective' });
    const titles = (html: string) =>
      [...html.matchAll(/card-title"><a [^>]*>([^<]+)/g)].map((match) => match[1]);
    expect(titles((await portal.read('/guong-sang')).html)).toEqual(['Bà Nhiều Lần', 'Tổ Mới', 'Bà Cũ']);
    expect(titles((await portal.read('/')).html)).toEqual(['Bà Nhiều Lần', 'Tổ Mới', 'Bà Cũ']);
    expect(titles((await portal.read('/guong-sang?loai=collective')).html)).toEqual(['Tổ Mới']);
    expect(titles((await portal.read(`/guong-sang?linh_vuc=${portal.fieldId}`)).html)).toHaveLength(3);
    expect(titles((await portal.read(`/guong-sang?linh_vuc=${portal.fieldId + 1}`)).html)).toEqual([]);
    expect(titles((await portal.read('/guong-sang?trang=99&loai=zzz&linh_vuc=abc')).html)).toHaveLength(3);
  });

  it('knows every level by its name', async () => {
    const id = await portal.make({ honours: [] });
    for (const level of LEVELS)
      await portal.db
        .insertInto('honour')
        .values({ exemplar_id: id, honoured_on: '2018-01-01', occasion: 'Dịp ấy', level })
        .execute();
    const { html } = await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`);
    expect(html.match(/Dịp ấy/g)).toHaveLength(LEVELS.length);
    expect(html).not.toMatch(/undefined|null|NaN/);
  });
});
