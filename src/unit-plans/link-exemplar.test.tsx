import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, on, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { answerOf, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { askUnitPlans, PAPER, writtenPlan } from '../../test/unit-plan-world.ts';
import { amendUnitPlan, dropAmendment } from './amend.ts';
import { approveUnitPlan } from './approve.ts';
import { linkExemplar } from './link-exemplar.ts';
import { unitPlanRoutes } from './routes.ts';
import { submitUnitPlan } from './submit.ts';
import { writeUnitPlan } from './write.ts';

let there: ExemplarSite;
let world: DutyWorld;
let id: number;
let page: string;
let own: number;
let second: number;
let ofAnother: number;
beforeAll(async () => {
  there = await openExemplarSite(unitPlanRoutes);
  world = await peopled(there.world);
  await askUnitPlans(world);
  id = await writtenPlan(world, world.unit, world.place.commune);
  await write(['Hộ bà Thử', 'Tổ may', 'Anh Ba']);
  page = `/ke-hoach-don-vi/${id}`;
  own = await makeExemplar(world, { state: 'found', officeId: world.place.commune.id });
  second = await makeExemplar(world, { state: 'nurtured', officeId: world.place.commune.id });
  ofAnother = await makeExemplar(world, { state: 'found', officeId: world.place.otherCommune.id });
});
afterAll(() => there.close());

const write = async (names: string[]) =>
  answerOf(
    await writeUnitPlan(on(world, world.unit), {
      id,
      version: null,
      words: { 1: 'Chủ tịch chỉ đạo.', 2: 'Báo cáo hằng quý.' },
      targets: [],
      exemplars: names.map((name) => ({ name, fieldId: null, fieldName: null, note: null })),
      paper: PAPER,
    }),
  );
const link = (ord: number, exemplarId: number | null, actor = world.unit) =>
  linkExemplar(on(world, actor), { id, version: null, ord, exemplarId });
const nameOf = async (exemplarId: number): Promise<string> =>
  (
    await world.db
      .selectFrom('exemplar')
      .select('full_name')
      .where('id', '=', exemplarId)
      .executeTakeFirstOrThrow()
  ).full_name;

describe('an exemplar that an office listed in its plan', () => {
  it('is linked to a file of the office chosen in a list that is searched by name', async () => {
    const unit = await there.as(world.unit);
    const form = await open(unit, `${page}/dien-hinh/1`);
    expect(form.html).toContain(`name="exemplar" value="${own}"`);
    expect(form.html).not.toContain(`name="exemplar" value="${ofAnother}"`);
    expect((await open(unit, `${page}/dien-hinh/1?tim=không+ai+tên+này`)).text).toContain(
      'Không có hồ sơ nào',
    );
    const none = await send(unit, `${page}/dien-hinh/1`, {});
    expect([none.status, errorAt(none, 'exemplar')]).toEqual([422, expect.stringContaining('Hãy chọn')]);
    expect((await send(unit, `${page}/dien-hinh/1`, { exemplar: String(own) })).status).toBe(303);
    const shown = await open(unit, page);
    expect(shown.text).toContain('đã đăng ký 1/3');
    expect(shown.html).toContain(`href="/dien-hinh/${own}"`);
    expect(shown.text).toContain('mới phát hiện');
    expect(shown.text).toContain(`Hồ sơ của “Hộ bà Thử”: trống → ${await nameOf(own)}`);
  });

  it('is not linked to what lies elsewhere, to one file twice, or by somebody else', async () => {
    expect(await link(2, ofAnother)).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await link(2, 987_654)).toMatchObject({ refusal: { kind: 'invalid' } });
    const twice = await link(2, own);
    expect(JSON.stringify(twice)).toContain('đã gắn với “Hộ bà Thử”');
    expect(await link(9, second)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(await link(2, second, world.stranger)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(await link(2, second, world.standing)).toMatchObject({ refusal: { kind: 'refused' } });
    const stranger = await there.as(world.stranger);
    expect((await open(stranger, `${page}/dien-hinh/1`)).status).toBe(404);
    const standing = await there.as(world.standing);
    expect((await open(standing, `${page}/dien-hinh/1`)).status).toBe(422);
    expect((await open(standing, `${page}/dien-hinh/9`)).status).toBe(404);
  });

  it('is counted for the office above as soon as the plan is sent, also when it is linked later', async () => {
    answerOf(await submitUnitPlan(on(world, world.unit), { id, version: null }));
    answerOf(await link(2, second));
    const district = await there.as(world.districtOfficer);
    const table = await open(district, `/ke-hoach/${world.plan.planId}/don-vi`);
    expect(table.text).toContain('đã đăng ký 2/3');
    expect(table.html).toContain(`href="/dien-hinh/${second}"`);
    expect(table.text).toContain('đang bồi dưỡng');
    answerOf(await link(2, null));
    expect((await open(district, `/ke-hoach/${world.plan.planId}/don-vi`)).text).toContain('đã đăng ký 1/3');
  });

  it('keeps its file through an amendment that leaves it out, and after that is dropped', async () => {
    answerOf(await approveUnitPlan(on(world, world.districtOfficer), { id, version: null }));
    answerOf(await amendUnitPlan(on(world, world.unit), { id, version: null, reason: 'Thêm' }));
    await write(['Tổ may']);
    // what the office above counts is what is in force
    const district = await there.as(world.districtOfficer);
    expect((await open(district, `/ke-hoach/${world.plan.planId}/don-vi`)).text).toContain('đã đăng ký 1/3');
    expect((await open(await there.as(world.unit), page)).text).toContain('đã đăng ký 0/1');
    answerOf(await dropAmendment(on(world, world.unit), { id, version: null, reason: 'Thôi' }));
    const back = await open(await there.as(world.unit), page);
    expect(back.text).toContain('đã đăng ký 1/3');
    expect(back.text).toContain(await nameOf(own));
  });

  it('is shown by the file that its own was merged into', async () => {
    await world.db
      .updateTable('exemplar')
      .set({ merged_into_id: second, state: 'declined' })
      .where('id', '=', own)
      .execute();
    const shown = await open(await there.as(world.unit), page);
    expect(shown.html).toContain(`href="/dien-hinh/${second}"`);
    expect(shown.html).not.toContain(`href="/dien-hinh/${own}"`);
  });
});
