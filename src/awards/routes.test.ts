import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeChoosable, makePlan, makeProvince } from '../../test/factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../test/site.ts';
import { showRoute } from '../exemplars/show-routes.tsx';
import { awardsPart } from './awards-part.tsx';
import { awardRoutes } from './routes.tsx';

let site: TestSite;
let leader: Browser;
let id: number;
let formId: number;

beforeAll(async () => {
  site = await openTestSite([showRoute([awardsPart]), ...awardRoutes]);
  const places = await makeProvince(site.db);
  const plan = await makePlan(site.db, places.lead);
  leader = await site.signedIn(await makeActor(site.db, [['leader', places.province, 'branch']]));
  const subject = site.db.insertInto('subject').values({ kind: 'individual', full_name: 'Trần Thị Thử' });
  const { id: subjectId } = await subject.returning('id').executeTakeFirstOrThrow();
  const exemplar = site.db.insertInto('exemplar').values({
    subject_id: subjectId,
    office_id: places.commune.id,
    plan_id: plan.planId,
    field_id: plan.fieldId,
    state: 'recognised',
    level: 'district',
    origin: 'office',
  });
  id = (await exemplar.returning('id').executeTakeFirstOrThrow()).id;
  await makeChoosable(site.db, id, plan);
  const forms = [
    { name: 'Giấy khen', rank: 10, level: 'unit', legal_basis: 'Luật cũ', valid_to: '2017-12-31' },
    { name: 'Bằng khen', rank: 20, level: 'province', legal_basis: 'Luật nay', valid_from: '2018-01-01' },
    { name: 'Huân chương', rank: 30, level: 'national', legal_basis: 'Luật sau', valid_from: '2024-01-01' },
  ];
  const made = await site.db.insertInto('award_form').values(forms).returning('id').execute();
  formId = made[1]?.id ?? 0;
});
afterAll(() => site.close());

const path = () => `/dien-hinh/${id}/ton-vinh`;
/** The hidden fields of the form, as a browser would send them. */
const carried = async () => hiddenFields(await (await leader.get(path())).text(), path());

const FIELDS = { onDay: '10/11/2018', level: 'province', occasion: 'Hội nghị biểu dương', paperNumber: '' };

describe('the form of an honour', () => {
  it('offers only awards that were in force on a day that it can be', async () => {
    const page = await (await leader.get(path())).text();
    expect(page).toContain('Luật nay, từ 01/01/2018');
    for (const gone of ['Huân chương', 'Giấy khen']) expect(page).not.toContain(gone);
  });

  it('keeps what was typed and tells each field what is wrong', async () => {
    const open = await carried();
    const answer = await leader.post(path(), { ...open, ...FIELDS, occasion: '', paperNumber: '12/QĐ' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const words of ['Hãy ghi dịp tôn vinh.', 'value="12/QĐ"', 'value="10/11/2018"'])
      expect(page).toContain(words);
  });

  it('shows the honour on the page of the exemplar; a double click gives one', async () => {
    const open = await carried();
    const fields = { ...open, ...FIELDS, awardFormId: String(formId) };
    const [one, other] = [await leader.post(path(), fields), await leader.post(path(), fields)];
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toBe(`/dien-hinh/${id}#ton-vinh`);
    const page = await (await leader.get(`/dien-hinh/${id}`)).text();
    expect(page.match(/Hội nghị biểu dương/g)?.length).toBeGreaterThan(0);
    const honours = site.db.selectFrom('honour').select('id').where('exemplar_id', '=', id);
    expect(await honours.execute()).toHaveLength(1);
  });

  it('shows what the subject said and waits for, and names the field of the reason that is missing', async () => {
    const objection = { exemplar_id: id, words: 'Nhờ ghi cả tổ.', made_on: '2018-11-05' };
    await site.db.insertInto('objection').values(objection).execute();
    const first = await (await leader.get(path())).text();
    for (const words of ['Nhờ ghi cả tổ.', 'còn 1 ý kiến không đồng ý chưa được trả lời', 'Vẫn thực hiện vì'])
      expect(first).toContain(words);
    expect(first).toContain(`href="/dien-hinh/${id}#tieng-noi"`);
    const again = await leader.post(path(), { ...(await carried()), ...FIELDS });
    expect(again.status).toBe(422);
    const page = await again.text();
    for (const words of ['href="#f-overrideReason"', 'Hãy ghi vì sao vẫn thực hiện', 'Nhờ ghi cả tổ.'])
      expect(page).toContain(words);
    const why = { overrideReason: 'Đã gặp và thống nhất.' };
    expect((await leader.post(path(), { ...(await carried()), ...FIELDS, ...why })).status).toBe(303);
    expect(await (await leader.get(`/dien-hinh/${id}`)).text()).toContain('Đã gặp và thống nhất.');
  });

  it('says why not instead of offering itself', async () => {
    await site.db.updateTable('consent').set({ withdrawn_on: '2018-11-15' }).execute();
    const page = await (await leader.get(path())).text();
    expect(page).toContain('Điển hình đã rút lại sự đồng ý đăng ký');
    expect(page).not.toContain('name="occasion"');
  });
});

describe('the catalogue of award forms', () => {
  it('shows law and validity of each', async () => {
    const page = await (await leader.get('/danh-muc/hinh-thuc')).text();
    for (const words of ['hết hiệu lực, đến 31/12/2017', 'có hiệu lực từ 01/01/2018', 'chưa có hiệu lực'])
      expect(page).toContain(words);
    expect(page).toContain('Luật cũ');
  });
});
