import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { send } from '../../test/exemplar-site.ts';
import { actingAs, makeActor, makePlan } from '../../test/factories.ts';
import { codeOn, type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { SettableClock } from '../platform/clock.ts';
import { setPreferences } from './preferences.ts';
import { runRound, tellOfPapers } from './round.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.calm();
  await tell();
  await desk.site.db.deleteFrom('mail').execute();
  // told once for ever: what earlier tests made stays told
  await desk.site.db.updateTable('notice').set({ read_at: new Date() }).execute();
});

const DAY = '2018-11-15';
const tell = () => tellOfPapers(desk.site.db, new SettableClock(DAY));
const told = async ({ accountId }: { accountId: number | null }) =>
  (
    await desk.site.db
      .selectFrom('notice')
      .select(['kind', 'sentence', 'href'])
      .where('account_id', '=', accountId ?? 0)
      .where('read_at', 'is', null)
      .orderBy('id')
      .execute()
  ).map(({ kind, sentence, href }) => `${kind} ${href}: ${sentence}`);
const commune = () => desk.world.place.commune.name;
const say = (action: string, fields: Record<string, string>) =>
  desk.visitor.post(`/tra-cuu/${action}`, { ...fields, _khoa: crypto.randomUUID() });

describe('what a citizen proposes', () => {
  it('is told once to the people of the office that it lies with, without name, words or contact', async () => {
    const { id } = await desk.lead({ fullName: 'Bà Đinh Thị Thắm' });
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    expect(await told(desk.world.unit)).toEqual([
      `lead /loi-gioi-thieu/${id}: Lời giới thiệu mới ngày 15/11/2018 ở ${commune()}: chờ xác minh.`,
    ]);
    expect(await told(desk.district)).toEqual([]);
    const all = JSON.stringify(await desk.site.db.selectFrom('notice').selectAll().execute());
    for (const hidden of ['0912', 'Thắm', '300 m²']) expect(all).not.toContain(hidden);
  });

  it('goes to the nearest office above where the office itself has nobody', async () => {
    const serves = (active: boolean) =>
      desk.site.db
        .updateTable('account')
        .set({ active })
        .where('id', '=', desk.world.unit.accountId)
        .execute();
    await serves(false);
    const { id } = await desk.lead();
    await tell();
    await serves(true);
    expect(await told(desk.world.unit)).toEqual([]);
    expect((await told(desk.district)).at(-1)).toContain(`/loi-gioi-thieu/${id}:`);
  });

  it('is not told of while it is held for rubbish, but when it is let in', async () => {
    const { id } = await desk.lead({ links: [], what: 'http://a.xyz http://b.xyz http://c.xyz '.repeat(3) });
    expect(await tell()).toBe(0);
    const unit = await desk.as(desk.world.unit);
    await send(unit, `/loi-gioi-thieu/${id}/khong-phai-rac`, {});
    await tell();
    expect(await told(desk.world.unit)).toHaveLength(1);
  });

  it('is not told of to the officer who typed it', async () => {
    const unit = await desk.as(desk.world.unit);
    const typed = {
      ...{ fullName: 'Ông Đinh Văn Tân', kind: '', what: 'Dạy chữ cho trẻ trong bản.' },
      ...{ confirmedHow: 'in_person', confirmedOn: '15/11/2018', note: '', telephone: '' },
      ...{ placeId: String(desk.world.place.commune.id), proposerName: 'Phùng Thị Lệ' },
    };
    expect(codeOn(await send(unit, '/loi-gioi-thieu/moi', typed))).not.toBeNull();
    expect(await tell()).toBe(0);
  });

  it('is told of again when its proposer adds something, and when they take it back', async () => {
    const { id, code } = await desk.lead();
    await tell();
    await say('bo-sung', { code, words: 'Số của tôi 0912 345 678.' });
    await say('rut', { code, sure: '1' });
    await tell();
    expect((await told(desk.world.unit)).slice(1)).toEqual([
      `answered /loi-gioi-thieu/${id}: Người giới thiệu bổ sung ngày 15/11/2018 vào lời giới thiệu ở ${commune()}.`,
      `lead /loi-gioi-thieu/${id}: Người giới thiệu đã rút lời giới thiệu ở ${commune()} ngày 15/11/2018.`,
    ]);
  });
});

describe('a question and its answer', () => {
  it('are told of to the office that is asked, and to whoever asked', async () => {
    const { id } = await desk.lead({ placeId: desk.world.place.district.id });
    await tell();
    const asked = { officeId: String(desk.world.place.commune.id), question: 'Ở khu nào? Gọi 0912 345 678.' };
    const district = await desk.as(desk.district);
    await send(district, `/loi-gioi-thieu/${id}/hoi-them`, { ...asked, dueOn: '20/11/2018' });
    await tell();
    const [line = ''] = await told(desk.world.unit);
    const path = /\/cau-hoi\/\d+/.exec(line)?.[0] ?? '';
    expect(line).toBe(
      `question ${path}: Được hỏi thêm ngày 15/11/2018 về một hồ sơ, lời giới thiệu, hạn 20/11/2018.`,
    );
    await send(await desk.as(desk.world.unit), path, { answer: 'Khu 7.' });
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    expect((await told(desk.district)).at(-1)).toBe(
      `answered /loi-gioi-thieu/${id}: Có câu trả lời ngày 15/11/2018 về lời giới thiệu ở ${desk.world.place.district.name}.`,
    );
  });

  it('of the proposer, who answers with the code of the slip, are told of as well', async () => {
    const { id, code } = await desk.lead();
    const unit = await desk.as(desk.world.unit);
    await tell();
    const asked = { officeId: '', question: 'Bà làm từ năm nào?', dueOn: '20/11/2018' };
    await send(unit, `/loi-gioi-thieu/${id}/hoi-them`, asked);
    // the proposer has no account: nobody is told of the question
    expect(await tell()).toBe(0);
    await say('bo-sung', { code, words: 'Từ năm 2014.' });
    await tell();
    expect((await told(desk.world.unit)).at(-1)).toContain('Có câu trả lời ngày 15/11/2018');
  });
});

describe('what a person named in a file says', () => {
  const file = async (state: 'proposed' | 'nurtured') => {
    const plan = await makePlan(desk.site.db, desk.world.place.lead, { kind: 'none', number: null });
    return makeExemplar(desk.world, { state, plan });
  };
  const object = (exemplar_id: number) =>
    desk.site.db
      .insertInto('objection')
      .values({ exemplar_id, words: 'Gọi tôi 0912 345 678', made_on: DAY })
      .execute();

  it('is told of to the keeping office, and to the office that decides while a decision is due', async () => {
    const id = await file('proposed');
    await object(id);
    await tell();
    const line = `voice /dien-hinh/${id}#tieng-noi: Người có tên không đồng ý ngày 15/11/2018 với hồ sơ của ${commune()}: chờ trả lời.`;
    expect(await told(desk.world.unit)).toEqual([line]);
    expect(await told(desk.world.lead)).toEqual([line]);
    const later = await file('nurtured');
    await object(later);
    await tell();
    expect(await told(desk.world.unit)).toHaveLength(2);
    expect(await told(desk.world.lead)).toHaveLength(1);
  });

  it('is one thing where several fields of one form are to be corrected', async () => {
    const id = await file('proposed');
    for (const field of ['place', 'fullName'])
      await desk.site.db
        .insertInto('correction')
        .values({ exemplar_id: id, field, proposed: 'khu 5', made_on: DAY })
        .execute();
    await tell();
    expect(await told(desk.world.unit)).toEqual([
      `voice /dien-hinh/${id}#tieng-noi: Người có tên đề nghị sửa ngày 15/11/2018 hồ sơ của ${commune()}: chờ trả lời.`,
    ]);
  });

  it('stands in the letter of the day as well, unless its kind is not wanted', async () => {
    const wants = await makeActor(desk.site.db, [['unit', desk.world.place.commune, 'own']]);
    const kinds = ['voice' as const];
    const wanted = { email: 'xa@phutho.gov.vn', byEmail: true, kinds, daysBefore: 3 };
    expect((await setPreferences(actingAs(desk.site.db, wants), wanted)).ok).toBe(true);
    await object(await file('nurtured'));
    await desk.lead();
    await runRound(desk.site.db, new SettableClock(DAY), { mail: true });
    const letters = await desk.site.db.selectFrom('mail').selectAll().execute();
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain('Ý KIẾN CỦA NGƯỜI CÓ TÊN');
    expect(letters[0]?.body).not.toContain('Lời giới thiệu');
    expect(letters[0]?.body).not.toContain('0912');
  });
});
