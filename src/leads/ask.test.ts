import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, send } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { at, LOOK, openedExemplar } from '../../test/lead-steps.ts';
import { answerQuestion, askAboutExemplar, askAboutLead } from './ask.ts';
import { verifyExemplar } from './look-into.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());

const as = (actor: LeadDesk['district']) => actingAs(desk.site.db, actor);

describe('more is asked', () => {
  it('of an office below: one line in its Việc của tôi, an answer, and the lead goes on', async () => {
    const { id } = await desk.lead({ placeId: desk.world.place.district.id });
    const question = {
      officeId: desk.world.place.commune.id,
      question: 'Bà Hòa ở khu nào?',
      dueOn: '2018-11-20',
    };
    const unit = await desk.as(desk.world.unit);
    expect((await open(unit, `/loi-gioi-thieu/${id}`)).status).toBe(404);
    expect((await askAboutLead(as(desk.district), { ...at(id), ...question })).ok).toBe(true);
    const work = await open(unit, '/viec-cua-toi');
    expect(work.text).toContain('Bà Hòa ở khu nào?');
    const path = /\/cau-hoi\/\d+/.exec(work.html)?.[0] ?? '';
    expect((await open(await desk.as(desk.world.stranger), path)).status).toBe(404);
    const page = await open(unit, `/loi-gioi-thieu/${id}`);
    expect([page.status, page.text.includes('0912')]).toEqual([200, false]);
    await send(unit, path, { answer: 'Khu 7, cạnh đình.' });
    const lead = await desk.site.db
      .selectFrom('lead')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(lead?.state).toBe('received');
    const questionId = Number(path.split('/').at(-1));
    expect(await answerQuestion(as(desk.world.unit), { questionId, answer: 'lần nữa' })).toMatchObject({
      refusal: { reasons: [{ rule: 'answered' }] },
    });
    expect((await open(await desk.as(desk.district), `/loi-gioi-thieu/${id}`)).text).toContain('cạnh đình');
  });

  it('of no office outside the asking one’s reach, and until no day that has passed', async () => {
    const { id } = await desk.lead();
    const outside = { officeId: desk.world.place.otherCommune.id, question: 'Gì?', dueOn: '2018-11-01' };
    expect(await askAboutLead(as(desk.world.unit), { ...at(id), ...outside })).toMatchObject({
      refusal: { fields: { officeId: expect.any(String), dueOn: expect.any(String) } },
    });
  });

  it('about an exemplar as well, which is looked into in the same way while it is not decided on', async () => {
    const id = await openedExemplar(desk);
    expect((await verifyExemplar(as(desk.world.unit), { ...at(id), ...LOOK })).ok).toBe(true);
    const asked = { ...at(id), question: 'Còn làm không?', dueOn: '2018-11-20' };
    const own = { ...asked, officeId: desk.world.place.commune.id };
    expect(await askAboutExemplar(as(desk.district), own)).toMatchObject({ ok: false });
    const other = { ...asked, officeId: desk.world.place.otherCommune.id };
    expect((await askAboutExemplar(as(desk.district), other)).ok).toBe(true);
    const stranger = await desk.as(desk.world.stranger);
    const path = /\/cau-hoi\/\d+/.exec((await open(stranger, '/viec-cua-toi')).html)?.[0] ?? '';
    await send(stranger, path, { answer: 'Vẫn làm.' });
    expect((await open(await desk.as(desk.district), `/dien-hinh/${id}`)).text).toContain('Vẫn làm.');
    expect((await verifyExemplar(as(desk.world.leader), { ...at(id), ...LOOK })).ok).toBe(false);
    await desk.site.db.updateTable('exemplar').set({ state: 'nurtured' }).where('id', '=', id).execute();
    expect(await verifyExemplar(as(desk.world.unit), { ...at(id), ...LOOK })).toMatchObject({
      refusal: { reasons: [{ rule: 'wrong_state' }] },
    });
  });
});
