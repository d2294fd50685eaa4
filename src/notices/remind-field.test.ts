import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate } from '../../test/choosing-world.ts';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { type MadePlan, makePlan } from '../../test/factories.ts';
import { as, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { choosingRoutes } from '../choosing/routes.ts';
import { remindOfField } from './remind-field.ts';
import { noticeRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite([...choosingRoutes, ...noticeRoutes]);
});
afterAll(() => there.close());

/** A field that both communes of the district coordinate; the first has proposed somebody. */
async function askedField(): Promise<MadePlan> {
  const { db, place } = there.world;
  const plan = await makePlan(db, place.lead, { kind: 'exactly', number: 2 });
  await db
    .insertInto('field_coordination')
    .values({ field_id: plan.fieldId, ord: 1, kind_id: 'commune', below_id: place.district.id })
    .execute();
  await candidate(there.world, plan, 'Đã đề nghị', { officeId: place.commune.id });
  return plan;
}

const remind = (plan: MadePlan, by = there.world.lead, officeIds = [there.world.place.otherCommune.id]) =>
  remindOfField(as(there.world, by), { fieldId: plan.fieldId, officeIds });
const told = ({ accountId }: { accountId: number | null }) =>
  there.world.db
    .selectFrom('notice')
    .select(['kind', 'sentence', 'href'])
    .where('account_id', '=', accountId ?? 0)
    .where('kind', '=', 'reminder')
    .execute();

describe('reminding an office that has not answered in a field', () => {
  it('is one tick and one button where one chooses, and leads its people to where they answer', async () => {
    const { world } = there;
    const plan = await askedField();
    const base = `/ke-hoach/${plan.planId}/linh-vuc/${plan.fieldId}`;
    const lead = await there.as(world.lead);
    const page = await open(lead, `${base}/lua-chon`);
    expect(page.html).toContain('action="/nhac-linh-vuc"');
    expect(page.html).toContain(`value="${world.place.otherCommune.id}" aria-label="Nhắc`);
    expect(page.html).not.toContain(`name="co_quan" value="${world.place.commune.id}"`);
    const fields = { linh_vuc: String(plan.fieldId), co_quan: String(world.place.otherCommune.id) };
    const sent = await lead.post('/nhac-linh-vuc', fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${base}/lua-chon#tra-loi`]);
    const [notice] = await told(world.stranger);
    expect(notice).toMatchObject({ href: `${base}/tra-loi?don_vi=${world.place.otherCommune.id}` });
    expect(notice?.sentence).toContain('chưa đề nghị ai trong lĩnh vực');
    expect((await open(lead, `${base}/lua-chon`)).text).toContain('Đã nhắc ngày 15/11/2018');
    // the same day once more: nobody hears it twice
    expect((await remind(plan)).ok).toBe(true);
    expect(await told(world.stranger)).toHaveLength(1);
    expect((await open(await there.as(world.stranger), notice?.href ?? '')).status).toBe(200);
  });

  it('is for those who choose in the field, of silent offices only', async () => {
    const { world } = there;
    const plan = await askedField();
    expect(rulesOf(await remind(plan, world.leader))).toEqual(['wrong_role']);
    expect(await remind(plan, world.unit)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(rulesOf(await remind(plan, world.lead, []))).toEqual(['nothing_chosen']);
    expect(rulesOf(await remind(plan, world.lead, [world.place.commune.id]))).toEqual(['all_answered']);
    expect(rulesOf(await remind(plan, world.lead, [world.place.standing.id]))).toEqual(['all_answered']);
    const page = await open(
      await there.as(world.leader),
      `/ke-hoach/${plan.planId}/linh-vuc/${plan.fieldId}/lua-chon`,
    );
    expect(page.html).not.toContain('nhac-linh-vuc');
    const sent = await send(await there.as(world.lead), '/nhac-linh-vuc', { linh_vuc: 'x' });
    expect(sent.status).toBeGreaterThanOrEqual(400);
  });
});
