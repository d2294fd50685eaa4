import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, on, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { hiddenFields } from '../../test/site.ts';
import { askUnitPlans, itemOf, writtenPlan } from '../../test/unit-plan-world.ts';
import { draftRoutes } from '../web/draft-routes.ts';
import { unitPlanRoutes } from './routes.ts';
import { submitUnitPlan } from './submit.ts';

let there: ExemplarSite;
let world: DutyWorld;
let id: number;
beforeAll(async () => {
  there = await openExemplarSite([...unitPlanRoutes, ...draftRoutes]);
  world = await peopled(there.world);
  await askUnitPlans(world);
  await world.db
    .updateTable('unit_plan_part')
    .set({ hint: 'Ai chịu trách nhiệm?' })
    .where('ord', '=', 1)
    .execute();
});
afterAll(() => there.close());

const GOOD = { symbol: 'KH-UBND', place: 'Thử', signerTitle: 'CHỦ TỊCH' };
const writing = () => `/ke-hoach-don-vi/${id}/soan`;

describe('beginning a unit plan', () => {
  it('offers ways to begin, opens the draft once however often the button is pressed, and then leads to it', async () => {
    const item = await itemOf(world, world.place.commune);
    const unit = await there.as(world.unit);
    const start = await open(unit, `/ke-hoach-don-vi/mo?muc=${item}`);
    expect(start.text).toContain('Từ mẫu có 2 phần');
    expect(start.text).toContain('Ai chịu trách nhiệm?');
    expect(start.text).not.toContain('Từ kế hoạch trước');
    const fields = { ...hiddenFields(start.html, '/ke-hoach-don-vi/mo'), start: 'template' };
    const [one, other] = await Promise.all([
      unit.post('/ke-hoach-don-vi/mo', fields),
      unit.post('/ke-hoach-don-vi/mo', fields),
    ]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toBe(other.headers.get('location'));
    const rows = await world.db.selectFrom('unit_plan').select(['id', 'office_id']).execute();
    expect(rows).toHaveLength(1);
    id = rows[0]?.id ?? 0;
    expect((await open(unit, `/ke-hoach-don-vi/mo?muc=${item}`)).location).toBe(`/ke-hoach-don-vi/${id}`);
  });

  it('is refused to those who do not write for the office, and unknown items are not found', async () => {
    const item = await itemOf(world, world.place.otherCommune);
    const standing = await open(await there.as(world.standing), `/ke-hoach-don-vi/mo?muc=${item}`);
    expect([standing.status, standing.text.includes('do cán bộ của đơn vị đó soạn')]).toEqual([422, true]);
    const unit = await there.as(world.unit);
    for (const muc of [String(item), '987654', 'x', '']) {
      expect((await open(unit, `/ke-hoach-don-vi/mo?muc=${muc}`)).status).toBe(404);
    }
    expect((await unit.post('/ke-hoach-don-vi/mo', { itemId: '1e9', start: 'x' })).status).toBe(404);
  });
});

describe('the form of a unit plan', () => {
  it('shows each part with its guiding words, and keeps what is typed', async () => {
    const unit = await there.as(world.unit);
    const form = await open(unit, writing());
    expect(form.html).toContain(`data-draft-url="/nhap/ke-hoach-don-vi-${id}"`);
    expect(form.text).toContain('1. Trách nhiệm lãnh đạo');
    expect(form.text).toContain('Ai chịu trách nhiệm?');
    const saved = await send(unit, writing(), {
      ...GOOD,
      p1: 'Chủ tịch <b>chỉ đạo</b>.',
      t1_what: 'Mô hình',
      t1_number: '1.234,5',
      t1_unit: 'ha',
      t1_due: '31/12/2018',
      t2_what: '',
      e1_name: 'Hộ bà Thử',
      e1_field: String(world.plan.fieldId),
    });
    expect(saved.location).toBe(`/ke-hoach-don-vi/${id}`);
    const page = await open(unit, `/ke-hoach-don-vi/${id}`);
    expect(page.html).toContain('&lt;b&gt;chỉ đạo');
    for (const words of ['1.234,5', '31/12/2018', 'Hộ bà Thử', 'Phát triển kinh tế hộ (thử)']) {
      expect(page.text).toContain(words);
    }
    // one part is missing: said by name, with the way to it
    expect(page.text).toContain('Chưa viết phần “chế độ thông tin, báo cáo”.');
    expect(page.html).toContain(`href="/ke-hoach-don-vi/${id}/soan#f-p2"`);
  });

  it('adds a row without JavaScript and loses nothing typed', async () => {
    const unit = await there.as(world.unit);
    const { html } = await open(unit, writing());
    const more = await open(unit, writing());
    expect(more.html).not.toContain('name="t3_what"');
    const added = await unit.post(writing(), {
      ...hiddenFields(html, writing()),
      ...GOOD,
      p1: 'Đang viết dở',
      t1_what: 'Một',
      t2_what: 'Hai',
      _them: 'targets',
    });
    const page = await added.text();
    expect(added.status).toBe(200);
    for (const kept of ['Đang viết dở', 'value="Một"', 'value="Hai"', 'name="t3_what"'])
      expect(page).toContain(kept);
    const moved = await unit.post(writing(), {
      ...hiddenFields(page, writing()),
      ...GOOD,
      t1_what: 'Một',
      t2_what: 'Hai',
      _chuyen: 'targets.1.2',
    });
    const after = await moved.text();
    expect(moved.status).toBe(200);
    expect(after).toMatch(/name="t1_what"[^>]*value="Hai"/);
    expect(after).toMatch(/name="t2_what"[^>]*value="Một"/);
    // it is a draft by now: coming back shows it
    expect((await open(unit, writing())).html).toContain('value="Hai"');
    await unit.post(`/nhap/ke-hoach-don-vi-${id}/bo`, {});
  });

  it('says what is wrong at the field, keeps what was typed, and writes nothing', async () => {
    const unit = await there.as(world.unit);
    const before = await world.db
      .selectFrom('unit_plan')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const wrong = await send(unit, writing(), {
      ...GOOD,
      place: '',
      p1: 'x'.repeat(300_000),
      t1_what: 'Có số',
      t1_number: 'mười hai',
      t2_unit: 'ha',
      e1_name: 'Hộ ông A',
      e1_field: '987654',
      e2_note: 'chỉ có ghi chú',
    });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'place')).toContain('Hãy ghi nơi ký');
    expect(errorAt(wrong, 'p1')).toContain('dài quá 30.000 ký tự');
    expect(errorAt(wrong, 't1_number')).toContain('không phải là số');
    expect(errorAt(wrong, 't2_what')).toContain('hoặc để trống cả dòng');
    expect(errorAt(wrong, 'e2_name')).toContain('hoặc để trống cả dòng');
    expect(wrong.html).toContain('value="mười hai"');
    const foreign = await send(unit, writing(), { ...GOOD, e1_name: 'Hộ ông A', e1_field: '987654' });
    expect(errorAt(foreign, 'e1_field')).toContain('không thuộc kế hoạch');
    const after = await world.db
      .selectFrom('unit_plan')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });

  it('answers 409 to a form that somebody overtook, and keeps what was typed as a draft', async () => {
    const unit = await there.as(world.unit);
    const { html } = await open(unit, writing());
    await send(unit, writing(), { ...GOOD, p1: 'Bản mới' });
    const stale = await unit.post(writing(), {
      ...hiddenFields(html, writing()),
      ...GOOD,
      p1: 'Bản cũ của tôi',
    });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Bản cũ của tôi');
    const { words } = await world.db
      .selectFrom('unit_plan')
      .select('words')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(words).toMatchObject({ 1: 'Bản mới' });
    await unit.post(`/nhap/ke-hoach-don-vi-${id}/bo`, {});
  });

  it('is closed to others and while the plan is being read', async () => {
    expect((await open(await there.as(world.stranger), writing())).status).toBe(404);
    const above = await open(await there.as(world.standing), writing());
    expect([above.status, above.text.includes('chỉ được xem')]).toEqual([422, true]);
    const other = await writtenPlan(world, world.stranger, world.place.otherCommune);
    await submitUnitPlan(on(world, world.stranger), { id: other, version: null });
    const locked = await open(await there.as(world.stranger), `/ke-hoach-don-vi/${other}/soan`);
    expect([locked.status, locked.text.includes('đang được xem xét')]).toEqual([422, true]);
  });
});
