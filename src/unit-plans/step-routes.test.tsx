import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { askUnitPlans, writtenPlan } from '../../test/unit-plan-world.ts';
import type { Actor } from '../identity/actor.ts';
import { unitPlanRoutes } from './routes.ts';

let there: ExemplarSite;
let world: DutyWorld;
let page: string;
let id: number;
beforeAll(async () => {
  there = await openExemplarSite(unitPlanRoutes);
  world = await peopled(there.world);
  await askUnitPlans(world);
  id = await writtenPlan(world, world.unit, world.place.commune);
  page = `/ke-hoach-don-vi/${id}`;
});
afterAll(() => there.close());

/** Presses the button of a step that is taken at once. */
async function press(browser: Browser, step: string) {
  const path = `${page}/${step}`;
  const { html } = await open(browser, page);
  return browser.post(path, hiddenFields(html, path));
}
const state = async () =>
  (await world.db.selectFrom('unit_plan').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
const people = (): Record<string, Actor & { accountId: number }> => ({
  author: world.unit as Actor & { accountId: number },
  stranger: world.stranger as Actor & { accountId: number },
  lead: world.lead as Actor & { accountId: number },
  holder: world.districtOfficer,
  standing: world.standing as Actor & { accountId: number },
});
const STEPS = ['gui', 'duyet', 'tra-lai', 'sua-doi', 'bo-sua-doi'] as const;

/** What each person is answered to each step, without doing it: sent with a version that is long past. */
async function rights(): Promise<Record<string, number[]>> {
  const answers: Record<string, number[]> = {};
  for (const [name, actor] of Object.entries(people())) {
    const browser = await there.as(actor);
    const shown = await open(browser, page);
    answers[name] = [shown.status];
    for (const step of STEPS.slice(2)) answers[name].push((await open(browser, `${page}/${step}`)).status);
  }
  return answers;
}

describe('the steps of a unit plan', () => {
  it('are open to each person, in each state, exactly so', async () => {
    // the page, then the forms: return, amend, drop the amendment
    expect(await rights()).toEqual({
      author: [200, 422, 422, 422],
      stranger: [404, 404, 404, 404],
      lead: [404, 404, 404, 404],
      holder: [200, 422, 422, 422],
      standing: [200, 422, 422, 422],
    });
    const double = await there.as(world.unit);
    const { html } = await open(double, page);
    const fields = hiddenFields(html, `${page}/gui`);
    const answers = await Promise.all([
      double.post(`${page}/gui`, fields),
      double.post(`${page}/gui`, fields),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await world.db.selectFrom('unit_plan_submission').select('id').execute()).toHaveLength(1);
    expect(await rights()).toEqual({
      author: [200, 422, 422, 422],
      stranger: [404, 404, 404, 404],
      lead: [404, 404, 404, 404],
      holder: [200, 200, 422, 422],
      standing: [200, 422, 422, 422],
    });
    // nobody but the desk that holds it decides
    for (const name of ['author', 'standing']) {
      const other = await there.as(people()[name] ?? world.unit);
      expect((await other.post(`${page}/duyet`, {})).status).toBe(422);
    }
    expect((await (await there.as(world.stranger)).post(`${page}/duyet`, {})).status).toBe(404);
    expect(await state()).toBe('submitted');
  });

  it('return it once with all reasons, each at its part; the author reads them there', async () => {
    const holder = await there.as(world.districtOfficer);
    const none = await send(holder, `${page}/tra-lai`, {});
    expect([none.status, none.text.includes('ít nhất một mục')]).toEqual([422, true]);
    const silent = await send(holder, `${page}/tra-lai`, { tra_p1: '1' });
    expect(errorAt(silent, 'ly_do_p1')).toContain('Hãy ghi lý do');
    const reasons = { tra_p1: '1', ly_do_p1: 'Chưa nêu người phụ trách', ly_do_targets: 'Chưa có thời hạn' };
    expect((await send(holder, `${page}/tra-lai`, reasons)).status).toBe(303);
    const unit = await there.as(world.unit);
    const form = await open(unit, `${page}/soan`);
    expect(form.text).toContain('Cần bổ sung Chưa nêu người phụ trách');
    expect(form.text).toContain('Cần bổ sung Chưa có thời hạn');
    await send(unit, `${page}/soan`, {
      symbol: 'KH',
      place: 'Thử',
      signerTitle: 'CHỦ TỊCH',
      p1: 'Chủ tịch trực tiếp chỉ đạo.',
      p2: 'Báo cáo hằng quý.',
      t1_what: 'Điển hình mới',
      t1_number: '5',
    });
    expect((await press(unit, 'gui')).status).toBe(303);
    // said beforehand, with what to do, and no button that would be refused
    const before = await open(holder, page);
    expect(before.text).toContain('Chưa thể “Trả lại để bổ sung”');
    expect(before.text).toContain('cho phép ở mục “Văn bản đang ở đâu”');
    expect(before.html).not.toContain(`href="${page}/tra-lai"`);
    expect((await open(holder, `${page}/tra-lai`)).status).toBe(422);
    const again = await send(holder, `${page}/tra-lai`, reasons);
    expect([again.status, again.text.includes('đã trả lại văn bản một lần')]).toEqual([422, true]);
  });

  it('keep every submission, and show what changed between two of them', async () => {
    const holder = await there.as(world.districtOfficer);
    const compare = await open(holder, `${page}/so-sanh`);
    expect(compare.html).toMatch(/<ins><span class="visually-hidden">\[thêm: <\/span>trực tiếp/);
    expect(compare.text).toContain('3 điển hình, xong trước 31/12/2018');
    expect(compare.text).toContain('Hộ bà Thử');
    for (const wrong of ['tu=987654', 'den=987654', 'lan/987654'])
      expect(
        (await open(holder, `${page}/${wrong.startsWith('lan') ? wrong : `so-sanh?${wrong}`}`)).status,
      ).toBe(404);
    const first = await world.db
      .selectFrom('unit_plan_submission')
      .select('id')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    expect((await open(holder, `${page}/lan/${first.id}`)).text).toContain('Chủ tịch chỉ đạo.');
  });

  it('approve it by somebody else than who sent it, and mark what was late', async () => {
    await world.db
      .updateTable('unit_plan')
      .set({ first_submitted_on: '2018-12-05' })
      .where('id', '=', id)
      .execute();
    const both = await makeActor(world.db, [
      ['unit', world.place.commune, 'own'],
      ['unit', world.place.district, 'branch'],
    ]);
    await world.db
      .updateTable('unit_plan')
      .set({ submitted_by: both.accountId })
      .where('id', '=', id)
      .execute();
    const own = await press(await there.as(both), 'duyet');
    expect([own.status, (await own.text()).includes('Bạn là người đã gửi kế hoạch này')]).toEqual([
      422,
      true,
    ]);
    expect((await press(await there.as(world.districtOfficer), 'duyet')).status).toBe(303);
    expect((await open(await there.as(world.unit), page)).text).toContain('gửi muộn');
    expect((await rights()).author).toEqual([200, 422, 200, 422]);
  });

  it('amend it without losing what is in force, in the sums as well', async () => {
    const unit = await there.as(world.unit);
    expect((await send(unit, `${page}/sua-doi`, { reason: '' })).status).toBe(422);
    expect((await send(unit, `${page}/sua-doi`, { reason: 'Thêm chỉ tiêu' })).status).toBe(303);
    await send(unit, `${page}/soan`, {
      symbol: 'KH',
      place: 'Thử',
      signerTitle: 'CHỦ TỊCH',
      p1: 'Bản sửa đổi.',
      p2: 'Báo cáo hằng tháng.',
      t1_what: 'Chưa ai được biết',
    });
    const shown = await open(await there.as(world.districtOfficer), page);
    expect(shown.text).toContain('Lần 1 đang có hiệu lực');
    const table = await open(await there.as(world.districtOfficer), `/ke-hoach/${world.plan.planId}/don-vi`);
    expect(table.text).toContain('lần 2: đang soạn');
    expect(table.text).not.toContain('Chưa ai được biết');
    expect(table.text).toContain('Điển hình mới');
    expect((await send(unit, `${page}/bo-sua-doi`, { reason: 'Không cần nữa' })).status).toBe(303);
    const back = await open(unit, page);
    expect(back.text).toContain('Chủ tịch trực tiếp chỉ đạo.');
    expect(back.html).not.toContain('<div class="prose-lines">Bản sửa đổi.');
  });
});
