import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open, send } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { at, LOOK, opening } from '../../test/lead-steps.ts';
import { openRegistration, quarantineLead, refuseLead, reopenLead } from './decide.ts';
import { verifyLead } from './look-into.ts';
import { mergeInto, mergeIntoLead } from './merge-leads.ts';
import { withdrawLead } from './proposer.ts';
import { CITIZEN } from './public-acting.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.calm());

const unit = () => actingAs(desk.site.db, desk.world.unit);
const rowOf = (id: number) =>
  desk.site.db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const merging = (id: number, intoId: number) => ({ ...at(id), intoId, reason: 'Cùng một bà Hòa ở khu 7.' });
const look = async (code: string) => (await desk.visitor.post('/tra-cuu', { code })).text;

describe('two who tell of the same person', () => {
  it('are one lead from then on: offered by name, read together, and each proposer follows it', async () => {
    const first = await desk.lead({ fullName: 'Bà Trần Thị Mười', what: 'Bà Mười dạy nghề đan cho 20 chị.' });
    const second = await desk.lead({ fullName: 'Trần Thị Mười', what: 'Bà dạy nghề đan, không lấy tiền.' });
    const browser = await desk.as(desk.world.unit);
    expect((await open(browser, `/loi-gioi-thieu/${second.id}`)).text).toContain('Bà Mười dạy nghề đan');
    const form = `/loi-gioi-thieu/${second.id}/gop`;
    expect((await open(browser, form)).text).toContain(`Lời giới thiệu số ${first.id}`);
    const nowhere = await send(browser, form, { reason: 'Cùng người.' });
    expect([nowhere.status, nowhere.text.includes('Hãy chọn hồ sơ hoặc lời giới thiệu')]).toEqual([
      422,
      true,
    ]);
    await send(browser, form, { into: `loi-${first.id}`, reason: 'Cùng người.' });
    expect(await rowOf(second.id)).toMatchObject({ state: 'merged', merged_into_id: first.id });
    expect((await open(browser, `/loi-gioi-thieu/${second.id}`)).text).toContain(
      'Đã gộp vào lời giới thiệu khác',
    );
    const kept = await open(browser, `/loi-gioi-thieu/${first.id}`);
    expect(kept.text).toContain('Lời giới thiệu khác về cùng người');
    expect(kept.text).toContain('không lấy tiền');
    expect(await look(second.code)).toContain('được xem cùng lời giới thiệu ấy');

    await verifyLead(unit(), { ...at(first.id), ...LOOK });
    const made = await openRegistration(unit(), opening(desk, first.id));
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const file = await open(browser, `/dien-hinh/${made.value.exemplarId}`);
    for (const id of [first.id, second.id]) expect(file.html).toContain(`/loi-gioi-thieu/${id}"`);
    expect(await look(second.code)).toContain('Hồ sơ hiện');
  });

  it('of which the kept one is refused are both told why, in the public words', async () => {
    const [kept, other] = [await desk.lead(), await desk.lead()];
    expect((await mergeIntoLead(unit(), merging(other.id, kept.id))).ok).toBe(true);
    const reasons = { publicReason: 'Chưa đủ căn cứ.', innerReason: 'TRONG NỘI BỘ' };
    await refuseLead(unit(), { ...at(kept.id), ...reasons });
    const seen = await look(other.code);
    expect(seen).toContain('Chưa đủ căn cứ.');
    expect(seen).not.toContain('TRONG NỘI BỘ');
  });

  it('are let go of where the proposer of the kept one takes theirs back', async () => {
    const [kept, other] = [await desk.lead(), await desk.lead()];
    await mergeIntoLead(unit(), merging(other.id, kept.id));
    expect((await withdrawLead(actingAs(desk.site.db, CITIZEN), { id: kept.id })).ok).toBe(true);
    expect(await rowOf(other.id)).toMatchObject({
      state: 'received',
      merged_into_id: null,
      settled_on: null,
    });
    expect((await open(await desk.as(desk.world.unit), `/loi-gioi-thieu/${other.id}`)).text).toContain(
      'đã được người giới thiệu rút',
    );
  });

  it('may be taken apart again, and three become one', async () => {
    const [a, b, c] = [await desk.lead(), await desk.lead(), await desk.lead()];
    await mergeIntoLead(unit(), merging(a.id, b.id));
    await mergeIntoLead(unit(), merging(b.id, c.id));
    expect((await rowOf(a.id)).merged_into_id).toBe(c.id);
    expect((await reopenLead(unit(), { ...at(a.id), reason: 'Nhầm.' })).ok).toBe(true);
    expect(await rowOf(a.id)).toMatchObject({ state: 'received', merged_into_id: null });
    expect((await rowOf(b.id)).merged_into_id).toBe(c.id);
  });
});

describe('a lead is merged into no other', () => {
  it('than one that is open, within reach, and not itself', async () => {
    const { id } = await desk.lead();
    const rubbish = await desk.lead();
    await quarantineLead(unit(), { ...at(rubbish.id), reason: 'Quảng cáo.' });
    const away = await desk.lead({ placeId: desk.world.place.otherCommune.id });
    for (const [intoId, words] of [
      [id, 'vào chính nó'],
      [rubbish.id, 'không còn được xem xét'],
      [away.id, 'Không tìm thấy'],
      [999_999, 'Không tìm thấy'],
    ] as const)
      expect(await mergeIntoLead(unit(), merging(id, intoId))).toMatchObject({
        refusal: { fields: { into: expect.stringContaining(words) } },
      });
    const nowhere = { ...at(id), into: { kind: 'exemplar' as const, id: 999_999 }, reason: 'x' };
    expect(await mergeInto(unit(), nowhere)).toMatchObject({
      refusal: { fields: { into: expect.stringContaining('Không tìm thấy hồ sơ') } },
    });
    expect((await rowOf(id)).state).toBe('received');
  });

  it('by two who merge the same two into each other at one moment: one of them is told', async () => {
    const [a, b] = [await desk.lead(), await desk.lead()];
    const outcomes = await Promise.all([
      mergeIntoLead(unit(), merging(a.id, b.id)),
      mergeIntoLead(unit(), merging(b.id, a.id)),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});
