import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, send } from '../../test/exemplar-site.ts';
import { scansOf } from '../../test/explained.ts';
import { type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { openedExemplar } from '../../test/lead-steps.ts';
import { queriesOf } from '../../test/query-count.ts';
import { QUESTIONS_A_PAGE, questionRows } from './question-list.ts';
import { QUESTIONS_PATH, questionPath } from './words.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());

interface Asked {
  officeId: number;
  due_on: string;
  question: string;
  answered_on: string;
}

async function asked(made: Partial<Asked> = {}): Promise<number> {
  const { id: lead_id } = await desk.lead({ placeId: desk.world.place.district.id });
  const { answered_on = null, due_on = '2018-11-20', question = 'Bà ở khu nào?' } = made;
  const values = { lead_id, question, asked_on: '2018-11-01', due_on, answered_on };
  const row = await desk.site.db
    .insertInto('lead_question')
    .values({
      ...values,
      office_id: made.officeId ?? desk.world.place.commune.id,
      answer: answered_on && 'Khu 7.',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const shown = (html: string): number[] =>
  [...html.matchAll(/href="\/cau-hoi\/(\d+)"/g)].map(([, id]) => Number(id));
const nextOf = (html: string): string =>
  /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('what an office was asked', () => {
  it('is empty at first, and says what will be there', async () => {
    const unit = await desk.as(desk.world.unit);
    expect((await open(unit, QUESTIONS_PATH)).text).toContain('Không có câu hỏi nào chờ trả lời');
    const answered = await open(unit, `${QUESTIONS_PATH}?muc=da-tra-loi`);
    expect(answered.text).toContain('Chưa trả lời câu hỏi nào');
  });

  it('stands in the order of its days, late ones marked, and goes on behind the last one shown', async () => {
    const late = await asked({ due_on: '2018-11-10', question: `Hỏi ${'x'.repeat(1_500)}` });
    const ids = [late];
    for (let n = 0; n < QUESTIONS_A_PAGE + 3; n++) ids.push(await asked());
    const foreign = await asked({ officeId: desk.world.place.otherCommune.id });
    const unit = await desk.as(desk.world.unit);
    const first = await open(unit, QUESTIONS_PATH);
    expect(first.text).toContain('10/11/2018 quá hạn');
    expect([first.text.includes('x'.repeat(400)), first.text.includes('Về đầu')]).toEqual([false, false]);
    const second = await open(unit, nextOf(first.html));
    expect([...shown(first.html), ...shown(second.html)]).toEqual(ids);
    expect([second.text.includes('Về đầu'), nextOf(second.html)]).toEqual([true, '']);
    expect(shown((await open(await desk.as(desk.world.stranger), QUESTIONS_PATH)).html)).toEqual([foreign]);
    const cost = await queriesOf(desk.site, () => unit.get(QUESTIONS_PATH));
    expect(await queriesOf(desk.site, () => unit.get(nextOf(first.html)))).toBe(cost);
  });

  it('keeps what was answered, the newest first, with the answer on its page', async () => {
    const [old, fresh] = [
      await asked({ answered_on: '2018-11-02' }),
      await asked({ answered_on: '2018-11-14' }),
    ];
    const unit = await desk.as(desk.world.unit);
    const list = await open(unit, `${QUESTIONS_PATH}?muc=da-tra-loi`);
    expect(shown(list.html)).toEqual([fresh, old]);
    const page = await open(unit, questionPath(old));
    expect([page.text.includes('Khu 7.'), page.html.includes('name="answer"')]).toEqual([true, false]);
  });

  it('never fails by its address, and is for nobody who reads only what is published', async () => {
    const unit = await desk.as(desk.world.unit);
    for (const query of ['sau=x', 'sau=WyJ4IiwxXQ', 'muc=1', 'sau=WyIyMDE4LTExLTQwIiwxXQ'])
      expect((await open(unit, `${QUESTIONS_PATH}?${query}`)).status).toBe(200);
    expect((await open(await desk.as(desk.press), QUESTIONS_PATH)).status).toBe(403);
  });

  it('is read from its index', async () => {
    const offices = [desk.world.place.commune.id];
    const after = { on: '2018-11-01', id: 1 };
    await desk.site.db.transaction().execute(async (tx) => {
      // a few rows are always read quickest as a whole
      await sql`SET LOCAL enable_seqscan = off`.execute(tx);
      const open = await scansOf(questionRows(tx, offices, { answered: false, after }).limit(26));
      expect(open.join()).toContain('lead_question_open');
      const answered = await scansOf(questionRows(tx, offices, { answered: true, after }).limit(26));
      expect(answered.join()).toContain('lead_question_answered_by');
    });
  });
});

describe('the page of one question', () => {
  it('leads to the lead, keeps what was typed and says what is missing', async () => {
    const id = await asked();
    const unit = await desk.as(desk.world.unit);
    const page = await open(unit, questionPath(id));
    expect(page.html).toMatch(/<a href="\/loi-gioi-thieu\/\d+">Mở lời giới thiệu/);
    const empty = await send(unit, questionPath(id), { answer: '  ' });
    expect([empty.status, errorAt(empty, 'answer') !== '']).toEqual([422, true]);
    const long = await send(unit, questionPath(id), { answer: 'b'.repeat(4_001) });
    expect([long.status, long.html.includes('b'.repeat(4_001))]).toEqual([422, true]);
  });

  it('does not lead to a file that the asked office does not see', async () => {
    const exemplar_id = await openedExemplar(desk);
    const days = { asked_on: '2018-11-01', due_on: '2018-11-20' };
    const office_id = desk.world.place.otherCommune.id;
    const { id } = await desk.site.db
      .insertInto('lead_question')
      .values({ exemplar_id, office_id, question: 'Còn làm không?', ...days })
      .returning('id')
      .executeTakeFirstOrThrow();
    const stranger = await open(await desk.as(desk.world.stranger), questionPath(id));
    expect([stranger.status, stranger.html.includes(`/dien-hinh/${exemplar_id}"`)]).toEqual([200, false]);
    await desk.site.db
      .updateTable('lead_question')
      .set({ office_id: desk.world.place.commune.id })
      .where('id', '=', id)
      .execute();
    const unit = await open(await desk.as(desk.world.unit), questionPath(id));
    expect(unit.html).toContain(`href="/dien-hinh/${exemplar_id}"`);
  });
});
