import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { codeOn, type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { readPdf } from '../papers/read-back.ts';
import { askAboutLead } from './ask.ts';
import { refuseLead } from './decide.ts';
import { eraseContacts } from './erase.ts';
import { MOST_PER_HOUR } from './throttle.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.calm());

const unit = () => actingAs(desk.site.db, desk.world.unit);
const look = (code: string) => desk.visitor.post('/tra-cuu', { code });
const contacts = () => desk.site.db.selectFrom('lead_contact').select('lead_id').execute();
const say = (action: string, fields: Record<string, string>) =>
  desk.visitor.post(`/tra-cuu/${action}`, { _khoa: crypto.randomUUID(), ...fields });

describe('a code', () => {
  it('opens the lead of its proposer: their words, where it is, and no telephone; nobody keeps the page', async () => {
    const { code } = await desk.lead();
    const response = await desk.site
      .visitor()
      .post('/tra-cuu', { code: code.toLowerCase().replaceAll('-', ' ') });
    const html = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(html).toContain('Lời giới thiệu của bạn');
    expect(html).toContain(desk.world.place.commune.name);
    expect(html).not.toContain('0912');
  });

  it('that is wrong, stopped, mistyped or none is answered alike, in words and in time', async () => {
    const { id, code } = await desk.lead();
    await sql`UPDATE slip_code SET stopped_on = '2018-11-15' WHERE lead_id = ${id}`.execute(desk.site.db);
    const times: number[] = [];
    const answers = [];
    for (const one of [code, 'GS-2222-2222', 'GS-7K3M-92QX', 'không phải mã', 'x'.repeat(5_000)]) {
      const begun = performance.now();
      const { status, text } = await look(one);
      times.push(performance.now() - begun);
      answers.push([status, text]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(422);
    // each of them made the slow hash
    expect(Math.min(...times)).toBeGreaterThan(15);
  });

  it('can be guessed thirty times an hour from one address, then not even a right one opens', async () => {
    const { code } = await desk.lead();
    for (let n = 0; n < MOST_PER_HOUR.look_up; n++) await look('GS-2222-2222');
    const answer = await look(code);
    expect(answer.status).toBe(429);
    expect(answer.html).not.toContain('Bạn đã kể');
  });

  it('never stands in an address', async () => {
    const { code } = await desk.lead();
    const { html } = await look(code);
    expect(html).not.toMatch(new RegExp(`(href|action)="[^"]*${code}`));
  });

  it('makes a slip of one page with itself, whatever the name', async () => {
    const { code } = await desk.lead({ fullName: `Bà ${'Nguyễn Thị Phương Nguyệt Quỳnh '.repeat(6)}🙂` });
    const response = await desk.site.visitor().post('/tra-cuu/phieu', { code });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(pdf.pages).toHaveLength(1);
    expect(JSON.stringify(pdf.pages)).toContain(code);
  });
});

describe('the proposer', () => {
  it('answers what is asked, adds words, and sees the reason of a refusal', async () => {
    const { id, code } = await desk.lead();
    const question = { officeId: null, question: 'Bà hiến đất năm nào?', dueOn: '2018-11-20' };
    await askAboutLead(unit(), { id, version: null, ...question });
    const asked = await look(code);
    expect(asked.text).toContain('Cần bạn cho biết thêm');
    expect(asked.text).toContain('Bà hiến đất năm nào?');
    expect((await say('bo-sung', { code, words: 'Năm 2014.' })).text).toContain('Đã nhận lời của bạn');
    await say('bo-sung', { code, words: 'Còn cho mượn máy cày.' });
    const page = await open(await desk.as(desk.world.unit), `/loi-gioi-thieu/${id}`);
    for (const words of ['Năm 2014.', 'Còn cho mượn máy cày.', 'Mới nhận'])
      expect(page.text).toContain(words);
    await refuseLead(unit(), { id, version: null, publicReason: 'Đã có ở đợt trước.', innerReason: 'x' });
    expect((await look(code)).text).toContain('Lý do: Đã có ở đợt trước.');
    expect((await say('bo-sung', { code, words: 'Nữa' })).status).toBe(422);
  });

  it('sends once what is sent three times', async () => {
    const { id, code } = await desk.lead();
    const sent = { code, words: 'Một lần.', _khoa: crypto.randomUUID() };
    await Promise.all([1, 2, 3].map(() => say('bo-sung', sent)));
    const added = await desk.site.db
      .selectFrom('lead_addition')
      .select('id')
      .where('lead_id', '=', id)
      .execute();
    expect(added).toHaveLength(1);
  });

  it('takes it back after saying so twice; how they are reached is erased at once', async () => {
    const { id, code } = await desk.lead();
    expect((await say('rut', { code })).status).toBe(422);
    const gone = await say('rut', { code, sure: '1' });
    expect(gone.text).toContain('Bạn đã rút lời giới thiệu');
    expect((await contacts()).map(({ lead_id }) => lead_id)).not.toContain(id);
    const events = await desk.site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('thing_id', '=', id)
      .execute();
    expect(JSON.stringify(events)).not.toContain('0912');
    expect(codeOn(gone)).toBe(code);
  });
});

describe('erasure', () => {
  it('takes the contact thirty days after the end, not before, once, and writes it down', async () => {
    const { db, clock } = desk.site;
    const { id: waiting } = await desk.lead();
    const { id } = await desk.lead();
    await refuseLead(unit(), { id, version: null, publicReason: 'Chưa rõ.', innerReason: 'x' });
    const due = await db
      .selectFrom('lead_contact as c')
      .innerJoin('lead as l', 'l.id', 'c.lead_id')
      .select('l.id')
      .where('l.settled_on', 'is not', null)
      .execute();
    clock.set('2018-12-14');
    expect(await eraseContacts(db, clock)).toBe(0);
    clock.set('2018-12-15');
    const counts = await Promise.all([eraseContacts(db, clock), eraseContacts(db, clock)]);
    expect(counts.reduce((one, other) => one + other)).toBe(due.length);
    const left = (await contacts()).map(({ lead_id }) => lead_id);
    expect([left.includes(id), left.includes(waiting)]).toEqual([false, true]);
    const event = await db
      .selectFrom('audit_event')
      .select('actor_name')
      .where('kind', '=', 'lead.contact_erased')
      .where('thing_id', '=', id)
      .execute();
    expect(event).toEqual([{ actor_name: 'Chương trình' }]);
    clock.set('2018-11-15');
  });

  it('takes what addresses did after a day, and the salt of a day that is over', async () => {
    const { db, clock } = desk.site;
    await look('GS-2222-2222');
    await sql`UPDATE public_attempt SET at = now() - interval '25 hours'`.execute(db);
    await sql`INSERT INTO public_salt VALUES ('2018-01-01', '\\x00')`.execute(db);
    await eraseContacts(db, clock);
    expect(await db.selectFrom('public_attempt').selectAll().execute()).toEqual([]);
    const old = await db.selectFrom('public_salt').selectAll().where('on_day', '=', '2018-01-01').execute();
    expect(old).toEqual([]);
  });
});
