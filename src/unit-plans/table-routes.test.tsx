import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DutyWorld, on, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import { askUnitPlans, itemOf, writtenPlan } from '../../test/unit-plan-world.ts';
import { refreshItems } from '../duties/refresh-items.ts';
import { unitPlanRoutes } from './routes.ts';
import { submitUnitPlan } from './submit.ts';

let there: ExemplarSite;
let world: DutyWorld;
let path: string;
beforeAll(async () => {
  there = await openExemplarSite(unitPlanRoutes);
  world = await peopled(there.world);
  await askUnitPlans(world);
  path = `/ke-hoach/${world.plan.planId}/don-vi`;
  const id = await writtenPlan(world, world.unit, world.place.commune);
  await submitUnitPlan(on(world, world.unit), { id, version: null });
});
afterAll(() => there.close());

it('shows the office above who has sent and who is missing, with what they set themselves', async () => {
  const page = await open(await there.as(world.districtOfficer), path);
  expect(page.text).toContain('Đã gửi, đúng hạn 1');
  expect(page.text).toContain('Chưa gửi, còn hạn 1');
  expect(page.text).toContain('Đang ở bàn của Huyện Thử');
  expect(page.text).toContain('Điển hình mới');
  expect(page.text).toContain('Hộ bà Thử');
  expect(page.html).toContain(`name="item" value="${await itemOf(world, world.place.otherCommune)}"`);
});

it('filters by standing in the address, and gives exactly what is shown as a workbook', async () => {
  const district = await there.as(world.districtOfficer);
  const page = await open(district, `${path}?tinh_trang=missing`);
  expect(page.text).toContain(world.place.otherCommune.name);
  expect(page.text).not.toContain('Đang ở bàn của');
  const file = await district.get(`${path}.xlsx?tinh_trang=missing`);
  expect(file.headers.get('content-type')).toContain('spreadsheetml');
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
});

it('lets an officer begin the plan of their own office, and remind nobody', async () => {
  const page = await open(await there.as(world.stranger), path);
  expect(page.html).toContain(`/ke-hoach-don-vi/mo?muc=${await itemOf(world, world.place.otherCommune)}`);
  expect(page.html).not.toContain('action="/nhac-viec"');
  expect(page.text).not.toContain('Điển hình mới');
});

it('makes as many queries for a hundred offices as for two', async () => {
  const district = await there.as(world.districtOfficer);
  const few = await queriesOf(there.site, () => district.get(path));
  for (let n = 0; n < 100; n++) await makeOffice(world.db, world.place.district);
  await world.db.transaction().execute((tx) => refreshItems(tx, world.plan.planId, '2018-11-15'));
  const many = await queriesOf(there.site, () => district.get(path));
  expect(many).toBe(few);
});

it('answers 404 for no plan', async () => {
  expect((await open(await there.as(world.unit), '/ke-hoach/987654/don-vi')).status).toBe(404);
});
