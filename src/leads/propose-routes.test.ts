import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOn, type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { hiddenFields } from '../../test/site.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.calm());

const leads = () =>
  desk.site.db
    .selectFrom('lead')
    .select(['id', 'state', 'full_name', 'what', 'office_id', 'suspicions', 'links', 'kind'])
    .orderBy('id')
    .execute();
const newest = async () => (await leads()).at(-1);

describe('the form for proposals', () => {
  it('needs no account, no script and no cookie, and nobody keeps it', async () => {
    const response = await desk.site.visitor().get('/de-xuat');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(html).not.toMatch(/<script/);
    expect(hiddenFields(html, '/de-xuat')._khoa).toMatch(/^[0-9a-z]+\.[\w-]+\.[\w-]{24}$/);
    expect(html).toContain(desk.world.place.commune.name);
  });

  it('is linked from the front page and the navigation, whose own caching stays as it was', async () => {
    const front = await desk.site.visitor().get('/');
    expect(front.headers.get('cache-control')).toBe('public, no-cache');
    expect((await front.text()).match(/href="\/de-xuat"/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('takes a proposal in, lays it with the commune, and shows a code of which only a hash is kept', async () => {
    const answer = await desk.propose({
      reachedBy: '0912 345 678',
      links: 'https://bao.vn/a\nhttps://bao.vn/b',
    });
    expect(answer.status).toBe(200);
    const code = codeOn(answer);
    expect(code).not.toBeNull();
    const lead = await newest();
    expect(lead).toMatchObject({
      state: 'received',
      office_id: desk.world.place.commune.id,
      suspicions: [],
    });
    expect(lead?.links).toHaveLength(2);
    const everything = JSON.stringify([
      await desk.site.db.selectFrom('idempotency').selectAll().execute(),
      await desk.site.db.selectFrom('slip_code').selectAll().execute(),
      await desk.site.db.selectFrom('audit_event').selectAll().execute(),
    ]);
    expect(everything).not.toContain(code?.slice(3));
    expect(everything).not.toContain('0912');
  });

  it('records who did it as the public, without any address', async () => {
    await desk.propose();
    const event = await desk.site.db
      .selectFrom('audit_event')
      .select(['actor_id', 'actor_name', 'ip', 'kind'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      actor_id: null,
      actor_name: 'Người dân, qua trang công khai',
      ip: null,
      kind: 'lead.received',
    });
  });

  it('without a clear place lies with the standing body', async () => {
    await desk.propose({ placeId: '' });
    expect((await newest())?.office_id).toBe(desk.world.place.standing.id);
    await desk.propose({ placeId: '999999' });
    expect((await newest())?.office_id).toBe(desk.world.place.standing.id);
  });

  it('sent twice is one lead, with the same code again', async () => {
    const fields = desk.fields();
    const first = await desk.visitor.post('/de-xuat', fields);
    const count = (await leads()).length;
    const second = await desk.visitor.post('/de-xuat', fields);
    expect((await leads()).length).toBe(count);
    expect(codeOn(second)).toBe(codeOn(first));
  });

  it('comes back with each error at its field and everything that was typed', async () => {
    const count = (await leads()).length;
    const answer = await desk.propose({
      fullName: ' ',
      what: 'x'.repeat(4_001),
      agreed: '',
      links: 'javascript:alert(1)',
      reachedBy: 'hàng xóm',
      placeWords: 'khu 7, gần đình',
    });
    expect(answer.status).toBe(422);
    for (const words of [
      'Hãy ghi tên',
      'dài quá 4000',
      'đánh dấu đồng ý',
      'bắt đầu bằng http',
      'số điện thoại',
    ])
      expect(answer.text).toContain(words);
    expect(answer.html).toContain('khu 7, gần đình');
    expect((await leads()).length).toBe(count);
  });
});
