import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { draftField, planDraft } from '../../test/plan-desk.ts';
import { createPlan } from './create-plan.ts';
import { fieldsOfPlan } from './queries.ts';
import { planRoutes } from './routes.tsx';

let there: ExemplarSite;
let planId: number;
beforeAll(async () => {
  there = await openExemplarSite(planRoutes({ parts: [], afterIssue: async () => {} }));
  const { db, place, standing } = there.world;
  const communes = { by: 'kind' as const, kindId: 'commune', belowId: place.district.id };
  const field = draftField(place, {
    quotaNumber: 5,
    allocations: [{ to: communes, number: 2, percent: null }],
  });
  const outcome = await createPlan(
    actingAs(db, standing),
    planDraft(place, { number: '7/KH', fields: [field] }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  planId = outcome.value.id;
});
afterAll(() => there.close());

it('shows the share of every office, how it stands, and what is not given out', async () => {
  const reader = await there.as(there.world.unit);
  const [fieldId = 0] = await fieldsOfPlan(there.world.db, planId);
  const path = `/ke-hoach/${planId}/linh-vuc/${fieldId}/phan-bo`;
  const plan = await open(reader, `/ke-hoach/${planId}`);
  expect(plan.text).toContain('Phân bổ 2 đơn vị, 2 còn thiếu');
  expect(plan.html).toContain(`href="${path}"`);
  const { text } = await open(reader, path);
  expect(text).toContain('Thiếu 2');
  expect(text).toContain('Chỉ tiêu 5, còn 1 chưa phân bổ.');
});

it('is not found for a field of another plan', async () => {
  const reader = await there.as(there.world.unit);
  const path = `/ke-hoach/${planId}/linh-vuc/${there.world.plan.fieldId}/phan-bo`;
  expect((await open(reader, path)).status).toBe(404);
});
