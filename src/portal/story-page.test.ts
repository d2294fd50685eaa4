import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import { openPortal, type PortalSite } from '../../test/portal-site.ts';

let portal: PortalSite;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.empty());

describe('a story', () => {
  it('has one address: every other spelling leads to it', async () => {
    const id = await portal.make();
    for (const slug of [`khac-${id}`, String(id), `NGUYEN-${id}`]) {
      const { status, headers } = await portal.read(`/guong-sang/${slug}`);
      expect([status, headers.get('location')]).toEqual([301, `/guong-sang/nguyen-thi-hoa-${id}`]);
    }
    for (const slug of ['nguyen-thi-hoa', `nguyen-thi-hoa-${id + 1}`, 'x-99999999999999999999'])
      expect((await portal.read(`/guong-sang/${slug}`)).status).toBe(404);
  });

  it('says of each figure who confirmed it', async () => {
    const id = await portal.make();
    const figure = { exemplar_id: id, statement: 'x', unit: 'm²', year: 2017 };
    await portal.db
      .insertInto('achievement')
      .values([
        {
          ...figure,
          measure: 'Đất hiến',
          value: 1234.5,
          trust: 'confirmed',
          confirmed_by: 'UBND xã Đồng Luận',
        },
        { ...figure, measure: 'Thu nhập', value: 180, unit: 'triệu đồng' },
      ])
      .execute();
    const { html } = await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`);
    expect(html).toMatch(/Đất hiến, năm 2017[\s\S]*Xác nhận: UBND xã Đồng Luận[\s\S]*1\.234,5 m²/);
    expect(html).toMatch(/Thu nhập, năm 2017[\s\S]*tự kê khai[\s\S]*180 triệu đồng/);
  });

  it('keeps the old office and names the one of today beside it', async () => {
    const old = await portal.make();
    const later = await makeOffice(portal.db, portal.place.province, {
      name: 'Xã Hợp Nhất',
      validFrom: '2018-07-01',
    });
    await portal.db
      .updateTable('office')
      .set({ valid_to: '2018-06-30' })
      .where('id', '=', portal.place.commune.id)
      .execute();
    await portal.db
      .insertInto('office_succession')
      .values({ from_office_id: portal.place.commune.id, to_office_id: later.id, on_date: '2018-07-01' })
      .execute();
    const { html } = await portal.read(`/guong-sang/nguyen-thi-hoa-${old}`);
    expect(html).toContain(portal.place.commune.name);
    expect(html).toContain(`${portal.place.commune.name} nay là Xã Hợp Nhất.`);
    await portal.db.deleteFrom('office_succession').execute();
  });

  it('tells search engines what it is, and cannot be made to end its own script', async () => {
    const id = await portal.make({ title: '</script><script>alert(1)</script>', statement: '<b>đậm</b>' });
    const { html } = await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;b&gt;đậm');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'Article',
      headline: '</script><script>alert(1)</script>',
      about: { '@type': 'Person', name: 'Nguyễn Thị Hòa' },
      url: `https://guongsang.example.vn/guong-sang/nguyen-thi-hoa-${id}`,
    });
    expect(html).toContain('<meta property="og:type" content="article"');
  });

  it('of the sample is marked, and asks not to be found', async () => {
    const id = await portal.make({ sample: true });
    const { html, headers } = await portal.read(`/guong-sang/nguyen-thi-hoa-${id}`);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(html).toContain('mẫu');
  });
});
