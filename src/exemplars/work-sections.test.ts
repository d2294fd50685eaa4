import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePlan, makeActor, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../test/site.ts';
import { assessmentRoutes, criteriaPart } from './assessment-part.tsx';
import { consentPart, consentRoutes } from './consent-part.tsx';
import { endorsementPart, endorsementRoutes } from './endorsement-part.tsx';
import { showRoute } from './show-routes.tsx';

let site: TestSite;
let places: Province;
let plan: MadePlan;
let unit: Browser;
let viewer: Browser;

beforeAll(async () => {
  const parts = [endorsementPart, consentPart, criteriaPart];
  site = await openTestSite([showRoute(parts), ...endorsementRoutes, ...consentRoutes, ...assessmentRoutes]);
  places = await makeProvince(site.db);
  plan = await makePlan(site.db, places.lead);
  unit = await site.signedIn(await makeActor(site.db, [['unit', places.commune, 'own']]));
  viewer = await site.signedIn(await makeActor(site.db, [['viewer', places.commune, 'own']]));
});
afterAll(() => site.close());

async function makeFound(): Promise<number> {
  const subject = site.db.insertInto('subject').values({ kind: 'individual', full_name: 'Trần Thị Thử' });
  const { id: subjectId } = await subject.returning('id').executeTakeFirstOrThrow();
  const exemplar = site.db.insertInto('exemplar').values({
    subject_id: subjectId,
    office_id: places.commune.id,
    plan_id: plan.planId,
    field_id: plan.fieldId,
    state: 'found',
    origin: 'office',
  });
  return (await exemplar.returning('id').executeTakeFirstOrThrow()).id;
}

/** The hidden fields of the form below the heading, not of those in the frame of the page. */
const carried = (page: string) => hiddenFields(page.slice(page.indexOf('<h1')));

/** Opens the form as a browser does, and sends it with these fields. */
async function fill(path: string, fields: Record<string, string>): Promise<Response> {
  const form = await (await unit.get(path)).text();
  return unit.post(path, { ...carried(form), ...fields });
}

const pageOf = async (id: number) => (await unit.get(`/dien-hinh/${id}`)).text();

describe('the sections of the page of an exemplar', () => {
  it('say what is missing and lead to their forms, for those who may', async () => {
    const id = await makeFound();
    for (const path of ['suy-ton', 'dong-y?pham-vi=registration', 'danh-gia'])
      expect(await pageOf(id)).toContain(`href="/dien-hinh/${id}/${path}"`);
    const seen = await (await viewer.get(`/dien-hinh/${id}`)).text();
    expect(seen).toContain('Chưa có biên bản suy tôn');
    expect(seen).not.toContain(`href="/dien-hinh/${id}/suy-ton"`);
  });

  it('show an endorsement with its percentage', async () => {
    const id = await makeFound();
    const fields = {
      heldOn: '8/3/2018',
      place: 'Nhà văn hóa khu 7',
      present: '40',
      agreed: '38',
      minutes: '',
    };
    const answer = await fill(`/dien-hinh/${id}/suy-ton`, fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dien-hinh/${id}#suy-ton`]);
    expect(await pageOf(id)).toContain('38 trong 40 người dự họp');
  });

  it('keep what was typed when something is wrong', async () => {
    const id = await makeFound();
    const fields = {
      heldOn: '8/3/2018',
      place: 'Đình làng <Cả>',
      present: '40',
      agreed: '41',
      minutes: 'Dài',
    };
    const answer = await fill(`/dien-hinh/${id}/suy-ton`, fields);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const kept of ['Đình làng &lt;Cả&gt;', 'value="41"', 'nhiều hơn số người dự họp (40)'])
      expect(page).toContain(kept);
  });

  it('show a consent, and take it back with a form of its own', async () => {
    const id = await makeFound();
    const given = { scope: 'publication', how: 'telephone', givenOn: '01/03/2018', note: '' };
    expect((await fill(`/dien-hinh/${id}/dong-y`, given)).status).toBe(303);
    const page = await pageOf(id);
    expect(page).toContain('đồng ý từ 01/03/2018');
    const path = new RegExp(`/dien-hinh/${id}/dong-y/\\d+/rut-lai`).exec(page)?.[0] ?? '';
    expect((await fill(path, { withdrawnOn: '15/11/2018' })).status).toBe(303);
    expect(await pageOf(id)).toContain('rút lại ngày 15/11/2018');
    expect((await unit.get(path)).status).toBe(404);
  });

  it('make the form of an assessment from the criteria, and show result and explanation', async () => {
    const id = await makeFound();
    const [first, second] = plan.criterionIds;
    const path = `/dien-hinh/${id}/danh-gia`;
    expect(await (await unit.get(path)).text()).toContain('1. Được mọi người công nhận');
    const answers = {
      [`c${first}`]: 'yes',
      [`c${first}_can_cu`]: 'Biên bản khu 7',
      [`c${second}`]: 'unknown',
    };
    expect((await fill(path, answers)).status).toBe(303);
    const page = await pageOf(id);
    for (const words of [
      'Đạt 1 trong 1 tiêu chí bắt buộc.',
      'Đạt 0 trong 1 tiêu chí không bắt buộc; chưa rõ 1.',
      'Căn cứ: Biên bản khu 7',
    ])
      expect(page).toContain(words);
    expect(await (await unit.get(path)).text()).toMatch(/value="yes" checked/);
  });

  it('send a stale form back with what changed and what was typed', async () => {
    const id = await makeFound();
    const path = `/dien-hinh/${id}/suy-ton`;
    const open = carried(await (await unit.get(path)).text());
    await fill(`/dien-hinh/${id}/danh-gia`, {});
    const typed = { heldOn: '8/3/2018', place: 'Đình làng Cả', present: '40', agreed: '38', minutes: '' };
    const late = await unit.post(path, { ...open, ...typed });
    const page = await late.text();
    expect(late.status).toBe(409);
    for (const words of ['đã đánh giá theo tiêu chí', 'Nơi họp', 'Đình làng Cả', `href="${path}"`])
      expect(page).toContain(words);
  });

  it('refuse who only looks on, at the form as well', async () => {
    const id = await makeFound();
    const page = await (await viewer.get(`/dien-hinh/${id}/dong-y`)).text();
    expect(page).toContain('tài khoản của bạn không giữ vai trò đó');
    const answer = await viewer.post(`/dien-hinh/${id}/dong-y`, {
      ...{ scope: 'registration', how: 'paper', givenOn: '01/03/2018' },
    });
    expect(answer.status).toBe(422);
  });
});
