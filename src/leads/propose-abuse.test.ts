import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOn, type LeadDesk, openLeadDesk, WORDS } from '../../test/lead-desk.ts';
import { hiddenFields } from '../../test/site.ts';
import { LONGEST_MS, signedKey } from './form-token.ts';
import { MOST_PER_HOUR } from './throttle.ts';

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
const keyAged = (ms: number) => signedKey(desk.secret, new Date(desk.site.clock.now().getTime() - ms));

describe('abuse of the form', () => {
  it('sent by a program in less than four seconds is asked again, with the same key and what was typed', async () => {
    const key = keyAged(1_000);
    const fields = desk.fields({ _khoa: key });
    const count = (await leads()).length;
    const tooFast = await desk.visitor.post('/de-xuat', fields);
    expect([tooFast.status, (await leads()).length]).toEqual([422, count]);
    expect(tooFast.text).toContain('quá nhanh');
    expect(tooFast.html).toContain(fields.fullName);
    expect(hiddenFields(tooFast.html, '/de-xuat')._khoa).toBe(key);
  });

  it('left open for more than a day is asked again with what was typed, and can be sent at once', async () => {
    const fields = desk.fields({ _khoa: keyAged(LONGEST_MS + 1_000) });
    const old = await desk.visitor.post('/de-xuat', fields);
    expect(old.status).toBe(422);
    expect(old.text).toContain('mở quá lâu');
    const again = { ...fields, ...hiddenFields(old.html, '/de-xuat') };
    expect((await desk.visitor.post('/de-xuat', again)).status).toBe(200);
  });

  it.each(['', 'abc', crypto.randomUUID(), 'jo0.abc.000000000000000000000000'])(
    'with the forged key “%s” writes nothing',
    async (key) => {
      const count = (await leads()).length;
      const answer = await desk.propose({ _khoa: key });
      expect([answer.status, (await leads()).length]).toEqual([422, count]);
      expect(hiddenFields(answer.html, '/de-xuat')._khoa).not.toBe(key);
    },
  );

  it('with a key that was used brings no second lead, whatever is typed now', async () => {
    const fields = desk.fields();
    await desk.visitor.post('/de-xuat', fields);
    const count = (await leads()).length;
    for (let n = 0; n < 3; n++)
      await desk.visitor.post('/de-xuat', { ...fields, fullName: `Người khác ${n}` });
    expect((await leads()).length).toBe(count);
  });

  it('that fills the field nobody sees is put aside, not lost, and answered like any other', async () => {
    const answer = await desk.propose({ website: 'http://x.ru' });
    expect(codeOn(answer)).not.toBeNull();
    expect(await newest()).toMatchObject({ state: 'quarantined' });
    expect(answer.text).not.toMatch(/rác/);
  });

  it('with the words of another is put aside', async () => {
    const fields = desk.fields();
    await desk.visitor.post('/de-xuat', fields);
    const { fullName = '', what = '' } = fields;
    await desk.propose({ fullName, what: what.toUpperCase() });
    expect((await newest())?.suspicions.join()).toContain('y hệt');
  });

  it('in a flood from one address is stopped after ten in an hour, also at one moment, with what was typed kept', async () => {
    const count = (await leads()).length;
    const answers = await Promise.all(Array.from({ length: 25 }, () => desk.propose()));
    expect((await leads()).length - count).toBeLessThanOrEqual(MOST_PER_HOUR.propose);
    const stopped = answers.filter(({ status }) => status === 429);
    expect(stopped.length).toBeGreaterThanOrEqual(15);
    expect(stopped[0]?.html).toContain(WORDS.slice(0, 30));
    const kept = JSON.stringify(await desk.site.db.selectFrom('public_attempt').selectAll().execute());
    expect(kept).not.toMatch(/127\.0\.0\.1|localhost/);
  });

  it('of a body of more than 1 MB is not read', async () => {
    const count = (await leads()).length;
    expect((await desk.propose({ what: 'a'.repeat(1_100_000) })).status).toBe(413);
    const half = await desk.propose({ what: 'ă'.repeat(80_000) });
    expect([half.status, (await leads()).length]).toEqual([422, count]);
  });

  it('from another site is refused', async () => {
    const response = await desk.site
      .visitor()
      .post('/de-xuat', desk.fields(), { origin: 'https://xau.example' });
    expect(response.status).toBe(403);
  });

  it('with markup is shown as text, with direction marks and control characters freed of them', async () => {
    await desk.propose({
      fullName: '\u202eBà \u0007Hòa\u200b',
      what: `<script>alert(1)</script> ${WORDS}`,
    });
    const lead = await newest();
    expect(lead).toMatchObject({ full_name: 'Bà Hòa', state: 'quarantined' });
    const page = await (await desk.as(desk.world.unit)).get(`/loi-gioi-thieu/${lead?.id}`);
    const html = await page.text();
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toContain('<script>alert(1)');
  });

  it('with a field sent twice, or an id that is none, is told and writes nothing', async () => {
    const count = (await leads()).length;
    const { what = '', ...fields } = desk.fields({ placeId: '1 OR 1=1' });
    const response = await desk.site.visitor().post('/de-xuat', { ...fields, what: [what, 'hai lần'] });
    expect([response.status, (await leads()).length]).toEqual([422, count]);
  });
});
