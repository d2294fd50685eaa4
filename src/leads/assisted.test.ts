import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open, send } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { codeOn, type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { assistedInWordsOf } from '../exemplars/assisted.ts';
import { recordExemplar } from '../exemplars/record.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.calm());

const HOW = {
  confirmedHow: 'in_person',
  confirmedOn: '15/11/2018',
  note: 'Đọc lại cho nghe.',
  telephone: '0210 3 846 123',
};
const look = (code: string) => desk.visitor.post('/tra-cuu', { code });
const say = (action: string, fields: Record<string, string>) =>
  desk.visitor.post(`/tra-cuu/${action}`, { ...fields, _khoa: crypto.randomUUID() });

async function exemplar(): Promise<number> {
  const outcome = await recordExemplar(actingAs(desk.site.db, desk.world.unit), {
    officeId: desk.world.place.commune.id,
    subject: {
      kind: 'individual',
      fullName: 'Hà Thị Xuân',
      birthYear: 1950,
      place: 'số nhà 14 khu 7',
      position: 'Nông dân',
      representative: 'NGƯỜI KHÁC',
    },
    ...{ planId: null, fieldId: null, movementId: null, breadth: null, fieldHint: null, foundOn: null },
    ...{ title: 'Hiến đất', statement: 'Hiến 300 m² đất.', origin: 'office' },
    ...{ sources: [], sourceNote: 'GHI CHÚ NỘI BỘ' },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

async function assisted(): Promise<{ id: number; code: string }> {
  const id = await exemplar();
  const answer = await send(await desk.as(desk.world.unit), `/dien-hinh/${id}/ghi-ho`, HOW);
  return { id, code: codeOn(answer) ?? '' };
}

describe('a file written on behalf of its subject', () => {
  it('says so for ever: who typed it, how it was confirmed, when; and in the history', async () => {
    const { id, code } = await assisted();
    expect(code).not.toBe('');
    const unit = await desk.as(desk.world.unit);
    const page = await open(unit, `/dien-hinh/${id}`);
    for (const words of [
      'Ghi hộ cho chính người',
      'Lê Thị Đơn Vị',
      'trực tiếp tại bàn',
      'đã ghi đây là hồ sơ ghi hộ',
    ])
      expect(page.text).toContain(words);
    expect((await send(unit, `/dien-hinh/${id}/ghi-ho`, HOW)).text).toContain('đã được ghi là ghi hộ');
  });

  it('is read by its code in plain words, without others, reasons of the office or the place', async () => {
    const { code } = await assisted();
    const { text, html } = await look(code);
    for (const words of ['Hà Thị Xuân', 'Hiến 300 m² đất.', 'mới được ghi nhận', '0210 3 846 123'])
      expect(text).toContain(words);
    for (const hidden of ['số nhà 14', 'NGƯỜI KHÁC', 'GHI CHÚ NỘI BỘ']) expect(html).not.toContain(hidden);
  });

  it('is marked by nobody without a say in it, and not as confirmed tomorrow', async () => {
    const path = `/dien-hinh/${await exemplar()}/ghi-ho`;
    expect((await open(await desk.as(desk.world.stranger), path)).status).toBe(404);
    expect((await open(await desk.as(desk.world.leader), path)).text).toContain('Chưa thể');
    const future = await send(await desk.as(desk.world.unit), path, { ...HOW, confirmedOn: '16/11/2018' });
    expect([future.status, future.text.includes('không được sau hôm nay')]).toEqual([422, true]);
  });

  it('gets a new code for a lost slip, with a reason on record; the old one opens nothing any more', async () => {
    const { id, code } = await assisted();
    const unit = await desk.as(desk.world.unit);
    const answer = await send(unit, `/dien-hinh/${id}/cap-lai-ma`, { reason: 'Mất phiếu.' });
    const fresh = codeOn(answer) ?? '';
    expect(fresh).not.toBe(code);
    expect([(await look(code)).status, (await look(fresh)).status]).toEqual([422, 200]);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('đã cấp lại mã trên phiếu');
    const kept = JSON.stringify(await desk.site.db.selectFrom('idempotency').selectAll().execute());
    expect(kept).not.toContain(fresh.slice(3));
  });
});

it('says so in the list, in the file that holds the list, on the page and where one chooses', async () => {
  const { id } = await assisted();
  const unit = await desk.as(desk.world.unit);
  expect((await open(unit, '/dien-hinh?tim=Xuân')).text).toContain('ghi hộ');
  const [words] = (await assistedInWordsOf(desk.site.db, [id])).values();
  expect(words).toBe(
    'Lê Thị Đơn Vị ghi hộ ngày 15/11/2018, xác nhận trực tiếp tại bàn tiếp dân, tại nhà ngày 15/11/2018',
  );
  const file = await unit.get('/dien-hinh/xuat.xlsx');
  const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()));
  const cells = sheets[0]?.rows.flat() ?? [];
  expect(cells).toContain('Ghi hộ');
  expect(cells).toContain(words);
});

describe('the subject', () => {
  it('has each field decided on by itself: what is accepted is rewritten, what is refused has a reason', async () => {
    const { id, code } = await assisted();
    await say('sua', { code, fullName: 'Hà Thị Xuân Mai', birthYear: '1952' });
    const unit = await desk.as(desk.world.unit);
    const page = await open(unit, `/dien-hinh/${id}`);
    const [birth = '', name = ''] = page.html.match(/\/dien-hinh\/\d+\/sua-theo-de-nghi\/\d+/g) ?? [];
    await send(unit, name, { answer: '' });
    const refusing = birth.replace('sua-theo-de-nghi', 'khong-sua');
    expect((await send(unit, refusing, { answer: '' })).text).toContain('Hãy ghi vì sao không sửa');
    await send(unit, refusing, { answer: 'Giấy tờ ghi 1950.' });
    const seen = await look(code);
    for (const words of ['Hà Thị Xuân Mai', '1950', 'Đã sửa theo lời ông/bà', 'Giấy tờ ghi 1950.'])
      expect(seen.text).toContain(words);
    expect((await open(unit, name)).status).toBe(404);
  });

  it('objects: it is put before the desk, stands on the page while open, and is answered', async () => {
    const { id, code } = await assisted();
    expect((await say('y-kien', { code, words: '' })).status).toBe(422);
    await say('y-kien', { code, words: 'Tôi không muốn có tên.' });
    expect((await open(await desk.as(desk.district), '/viec-cua-toi')).text).toContain(
      'Tôi không muốn có tên.',
    );
    const page = await open(await desk.as(desk.world.standing), `/dien-hinh/${id}`);
    expect(page.text).toContain('Người có tên không đồng ý, ngày 15/11/2018, chưa trả lời');
    const path = /\/dien-hinh\/\d+\/tra-loi-y-kien\/\d+/.exec(page.html)?.[0] ?? '';
    await send(await desk.as(desk.world.unit), path, { answer: 'Đã rút tên bà khỏi danh sách.' });
    expect((await look(code)).text).toContain('Đã rút tên bà khỏi danh sách.');
  });

  it('who sends nothing, a year that is none, or more than ten at once is told', async () => {
    const { code } = await assisted();
    expect((await say('sua', { code })).text).toContain('ít nhất một mục');
    expect((await say('sua', { code, birthYear: '19x2' })).text).toContain('không phải là năm');
    for (let n = 0; n < 10; n++) await say('y-kien', { code, words: `Lần ${n}` });
    expect((await say('y-kien', { code, words: 'Lần nữa' })).text).toContain('nhiều ý kiến chờ trả lời');
  });

  it('with the code of a lead reaches nothing of a file', async () => {
    const { code } = await desk.lead();
    const objections = () => desk.site.db.selectFrom('objection').select('id').execute();
    const before = await objections();
    await say('y-kien', { code, words: 'Thử' });
    expect(await objections()).toEqual(before);
  });
});

describe('a lead typed for a proposer', () => {
  const TYPED = { ...HOW, fullName: 'Ông Đinh Văn Tân', kind: '', what: 'Dạy chữ cho trẻ trong bản.' };
  const placeId = () => String(desk.world.place.commune.id);

  it('bears the mark, keeps the name apart, and its code can be replaced', async () => {
    const unit = await desk.as(desk.world.unit);
    const typed = { ...TYPED, placeId: placeId(), proposerName: 'Phùng Thị Lệ' };
    const code = codeOn(await send(unit, '/loi-gioi-thieu/moi', typed)) ?? '';
    expect((await look(code)).text).toContain('Ghi hộ: Lê Thị Đơn Vị');
    const lead = await desk.site.db.selectFrom('lead').select('id').orderBy('id', 'desc').executeTakeFirst();
    const page = await open(unit, `/loi-gioi-thieu/${lead?.id}`);
    for (const words of ['Ghi hộ cho người giới thiệu', 'Phùng Thị Lệ']) expect(page.text).toContain(words);
    const events = await desk.site.db.selectFrom('audit_event').select('after').execute();
    expect(JSON.stringify(events)).not.toContain('Phùng Thị Lệ');
    const answer = await send(unit, `/loi-gioi-thieu/${lead?.id}/cap-lai-ma`, { reason: 'Mất phiếu.' });
    expect([(await look(code)).status, (await look(codeOn(answer) ?? '')).status]).toEqual([422, 200]);
  });

  it('lies within the reach of who types it; of one from the portal nobody knows who holds the code', async () => {
    const unit = await desk.as(desk.world.unit);
    const elsewhere = { ...TYPED, placeId: String(desk.world.place.otherCommune.id) };
    expect((await send(unit, '/loi-gioi-thieu/moi', elsewhere)).text).toContain('ngoài phạm vi');
    const { id } = await desk.lead();
    const answer = await send(unit, `/loi-gioi-thieu/${id}/cap-lai-ma`, { reason: 'x' });
    expect(answer.text).toContain('không biết ai là người giữ mã');
  });
});
