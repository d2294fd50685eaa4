import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, send } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { at, LOOK, openedExemplar, opening } from '../../test/lead-steps.ts';
import { queriesOf } from '../../test/query-count.ts';
import {
  mergeLead,
  openRegistration,
  quarantineLead,
  refuseLead,
  releaseLead,
  reopenLead,
} from './decide.ts';
import { verifyLead } from './look-into.ts';
import { findLead } from './queries.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
});
afterAll(() => desk.close());

const as = (actor: LeadDesk['district']) => actingAs(desk.site.db, actor);
const state = async (id: number) =>
  (await desk.site.db.selectFrom('lead').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

describe('who sees a lead', () => {
  it('is the commune, the offices above it, the standing body and the leaders; nobody else finds it', async () => {
    const { id } = await desk.lead();
    const { world, district, press } = desk;
    const found = async (actor: LeadDesk['district']) => (await findLead(desk.site.db, actor, id)) !== null;
    for (const actor of [world.unit, district, world.standing, world.leader])
      expect(await found(actor)).toBe(true);
    for (const actor of [world.stranger, world.lead, press]) expect(await found(actor)).toBe(false);
    for (const [actor, status] of [
      [world.unit, 200],
      [world.stranger, 404],
      [press, 404],
    ] as const)
      expect((await open(await desk.as(actor), `/loi-gioi-thieu/${id}`)).status).toBe(status);
    expect((await open(await desk.as(press), '/loi-gioi-thieu')).status).toBe(403);
  });

  it('without a clear place is the standing body alone', async () => {
    const { id } = await desk.lead({ placeId: null });
    expect(await findLead(desk.site.db, desk.world.standing, id)).not.toBeNull();
    expect(await findLead(desk.site.db, desk.district, id)).toBeNull();
  });

  it('is told how the proposer is reached only where they work on it', async () => {
    const { id } = await desk.lead();
    const path = `/loi-gioi-thieu/${id}`;
    expect((await open(await desk.as(desk.world.unit), path)).text).toContain('0912 345 678');
    expect((await open(await desk.as(desk.world.leader), path)).text).not.toContain('0912');
  });
});

describe('the officer', () => {
  it('looks into it, opens a registration with its words and links, and both point to each other', async () => {
    const { id } = await desk.lead({ links: ['https://baophutho.vn/hien-dat'] });
    const unit = await desk.as(desk.world.unit);
    const early = await open(unit, `/loi-gioi-thieu/${id}/lap-ho-so`);
    expect(early.text).toContain('Không thể “Lập hồ sơ điển hình”');
    await send(unit, `/loi-gioi-thieu/${id}/xac-minh`, { ...LOOK, verifiedOn: '15/11/2018' });
    expect(await state(id)).toBe('verified');
    const opened = await send(unit, `/loi-gioi-thieu/${id}/lap-ho-so`, {
      fullName: 'Nguyễn Thị Hòa',
      kind: 'individual',
      officeId: String(desk.world.place.commune.id),
      title: 'Hiến đất mở đường',
    });
    expect(opened.location).toBe(`/loi-gioi-thieu/${id}`);
    const lead = await findLead(desk.site.db, desk.world.unit, id);
    const exemplar = await desk.site.db
      .selectFrom('exemplar')
      .selectAll()
      .where('id', '=', lead?.exemplarId ?? 0)
      .executeTakeFirstOrThrow();
    expect(exemplar).toMatchObject({
      state: 'found',
      origin: 'citizen',
      title: 'Hiến đất mở đường',
      statement: lead?.what,
      sources: ['https://baophutho.vn/hien-dat'],
      found_on: '2018-11-15',
    });
    expect((await open(unit, `/dien-hinh/${exemplar.id}`)).html).toContain(`/loi-gioi-thieu/${id}`);
    expect((await open(unit, `/loi-gioi-thieu/${id}`)).html).toContain(`/dien-hinh/${exemplar.id}`);
  });

  it('opens none on what the last look found untrue, until another look', async () => {
    const { id } = await desk.lead();
    const acting = as(desk.world.unit);
    await verifyLead(acting, { ...at(id), ...LOOK, result: 'not_so' });
    expect(await openRegistration(acting, opening(desk, id))).toMatchObject({
      refusal: { reasons: [{ rule: 'not_found_untrue' }] },
    });
    await verifyLead(acting, { ...at(id), ...LOOK, result: 'partly' });
    expect((await openRegistration(acting, opening(desk, id))).ok).toBe(true);
  });

  it('leaves nothing behind when the registration is refused', async () => {
    const { id } = await desk.lead();
    await verifyLead(as(desk.world.unit), { ...at(id), ...LOOK });
    const subjects = () => desk.site.db.selectFrom('subject').select('id').execute();
    const before = (await subjects()).length;
    const outcome = await openRegistration(as(desk.world.unit), {
      ...opening(desk, id),
      officeId: desk.world.place.otherCommune.id,
    });
    expect([outcome.ok, await state(id), (await subjects()).length]).toEqual([false, 'verified', before]);
  });

  it('merges into a file within reach and into no other, and takes it up again', async () => {
    const { id } = await desk.lead();
    const merging = { ...at(id), intoId: await openedExemplar(desk), reason: 'Cùng một người.' };
    expect(await mergeLead(as(desk.world.unit), { ...merging, intoId: 999_999 })).toMatchObject({
      refusal: { fields: { intoId: expect.stringContaining('Không tìm thấy') } },
    });
    expect((await mergeLead(as(desk.world.unit), merging)).ok).toBe(true);
    expect(await state(id)).toBe('merged');
    expect((await reopenLead(as(desk.world.unit), { ...at(id), reason: 'Nhầm người.' })).ok).toBe(true);
    expect(await state(id)).toBe('received');
  });

  it('refuses in two wordings, of which the proposer gets only their own', async () => {
    const { id, code } = await desk.lead();
    const reasons = { publicReason: 'Chưa đủ căn cứ.', innerReason: 'TRONG NỘI BỘ' };
    await refuseLead(as(desk.world.unit), { ...at(id), ...reasons });
    const seen = await desk.visitor.post('/tra-cuu', { code });
    expect(seen.text).toContain('Chưa đủ căn cứ.');
    expect(seen.html).not.toContain('TRONG NỘI BỘ');
  });

  it('puts rubbish aside and takes it back; the proposer is told neither', async () => {
    const { id, code } = await desk.lead();
    await quarantineLead(as(desk.world.unit), { ...at(id), reason: 'Quảng cáo.' });
    const seen = await desk.visitor.post('/tra-cuu', { code });
    expect(seen.text).toContain('Đã nhận');
    expect(seen.text).not.toMatch(/rác|Quảng cáo/);
    const unit = await desk.as(desk.world.unit);
    const name = (await findLead(desk.site.db, desk.world.unit, id))?.fullName ?? '';
    expect((await open(unit, `/loi-gioi-thieu?ten=${encodeURIComponent(name)}`)).text).toContain(
      'Không có lời',
    );
    expect((await open(unit, '/loi-gioi-thieu?trang_thai=quarantined')).text).toContain(name);
    await releaseLead(as(desk.world.unit), at(id));
    expect(await state(id)).toBe('received');
  });

  it('with a stale form is told what changed', async () => {
    const { id } = await desk.lead();
    await verifyLead(as(desk.world.unit), { ...at(id), ...LOOK });
    expect(await verifyLead(as(desk.world.unit), { id, version: 1, ...LOOK })).toMatchObject({
      refusal: { kind: 'stale' },
    });
  });
});

it('sees as late in Việc của tôi what nobody has touched for as many days as are set', async () => {
  const { id } = await desk.lead();
  await desk.site.db.updateTable('lead').set({ moved_on: '2018-11-01' }).where('id', '=', id).execute();
  const unit = await desk.as(desk.world.unit);
  expect((await open(unit, '/viec-cua-toi')).text).toContain('chậm, chưa ai xử lý');
  expect((await open(unit, '/loi-gioi-thieu?cham=1')).text).toContain('14 ngày chưa ai xử lý');
  const days = { late: '30', answer: '5', contact: '10' };
  await send(await desk.as(desk.world.standing), '/danh-muc/thoi-han-gioi-thieu', days);
  expect((await open(unit, '/loi-gioi-thieu?cham=1')).text).toContain('Không có lời giới thiệu nào');
});

it('makes as many queries for a list of one lead as of many, and for a page with much as with little', async () => {
  const unit = await desk.as(desk.world.unit);
  const count = (path: string) => queriesOf(desk.site, () => unit.get(path));
  const { id } = await desk.lead();
  const few = [await count('/loi-gioi-thieu'), await count(`/loi-gioi-thieu/${id}`)];
  for (let n = 0; n < 12; n++) await desk.lead();
  for (let n = 0; n < 4; n++) await verifyLead(as(desk.world.unit), { ...at(id), ...LOOK });
  expect([await count('/loi-gioi-thieu'), await count(`/loi-gioi-thieu/${id}`)]).toEqual(few);
});
