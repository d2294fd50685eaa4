import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { draftField, planDraft } from '../../test/plan-desk.ts';
import { queriesOf } from '../../test/query-count.ts';
import { createPlan } from './create-plan.ts';
import { planRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(planRoutes({ parts: [], afterIssue: async () => {} }));
});
afterAll(() => there.close());

async function planWith(fields: number): Promise<number> {
  const { db, place, standing } = there.world;
  const draft = planDraft(place, {
    number: `${fields}/KH`,
    fields: Array.from({ length: fields }, (_, n) => draftField(place, { name: `Lĩnh vực ${n + 1}` })),
  });
  const outcome = await createPlan(actingAs(db, standing), draft);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

it('asks the database the same number of times for a plan of 3 fields and one of 50', async () => {
  const [few, many] = [await planWith(3), await planWith(50)];
  const reader = await there.as(there.world.unit);
  const queries = (id: number) => queriesOf(there.site, () => open(reader, `/ke-hoach/${id}`));
  await queries(few);
  expect(await queries(many)).toBe(await queries(few));
});

it('asks no more for those who write plans, but for what is missing', async () => {
  const [few, many] = [await planWith(4), await planWith(49)];
  const writer = await there.as(there.world.standing);
  const queries = (id: number) => queriesOf(there.site, () => open(writer, `/ke-hoach/${id}`));
  await queries(few);
  expect(await queries(many)).toBe(await queries(few));
});
