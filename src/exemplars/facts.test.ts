import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePlan, makePlan, TEST_DAY } from '../../test/factories.ts';
import {
  type ExemplarWorld,
  exemplarWorld,
  makeCheck,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { AT_HAND } from './desk-judge.ts';
import { guardFacts } from './facts.ts';
import { findExemplar } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

async function factsOf(id: number) {
  const exemplar = await findExemplar(world.db, world.standing, id);
  if (!exemplar) throw new Error('not found');
  return guardFacts(world.db, exemplar, TEST_DAY);
}

/** An assessment with an answer for each criterion of the plan's set; null leaves a criterion out. */
async function assess(id: number, plan: MadePlan, results: (string | null)[]): Promise<void> {
  const { id: assessmentId } = await world.db
    .insertInto('assessment')
    .values({ exemplar_id: id, criteria_set_id: plan.criteriaSetId, assessed_on: '2018-02-01' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [at, result] of results.entries()) {
    const criterion = plan.criterionIds[at];
    if (result === null || criterion === undefined) continue;
    await world.db
      .insertInto('assessment_answer')
      .values({
        ...{ assessment_id: assessmentId, criterion_id: criterion, answer: sql`'{}'::jsonb` },
        ...{ result, explanation: 'Theo hồ sơ' },
      })
      .execute();
  }
}

describe('the facts that the guards ask', () => {
  it('of a bare record say that everything is missing', async () => {
    const id = await makeExemplar(world, { state: 'found', plan: null });
    await world.db
      .updateTable('exemplar')
      .set({ breadth: null, statement: null })
      .where('id', '=', id)
      .execute();
    expect(await factsOf(id)).toEqual({
      state: 'found',
      level: null,
      planState: null,
      fieldName: null,
      hasBreadth: false,
      hasStatement: false,
      achievements: 0,
      endorsement: null,
      criteria: { asked: false, assessed: false, disqualifiedBy: [], notMet: [], unknown: [] },
      ownedSupportActions: 0,
      consent: 'none',
      quota: { limit: null, taken: 0 },
      checks: 0,
      proposers: [],
      lastStepOn: '2018-01-02',
      desk: AT_HAND,
    });
  });

  it('of a complete one say that everything is there', async () => {
    const id = await makeExemplar(world, {
      state: 'nurtured',
      complete: true,
      proposedBy: world.unit.accountId,
    });
    await makeCheck(world, id);
    expect(await factsOf(id)).toMatchObject({
      planState: 'in_force',
      achievements: 1,
      endorsement: { present: 40, agreed: 38 },
      criteria: { asked: true, assessed: true, disqualifiedBy: [], notMet: [], unknown: [] },
      ownedSupportActions: 1,
      consent: 'standing',
      checks: 1,
      proposers: [world.unit.accountId],
    });
  });

  it('take the latest assessment, and only its mandatory criteria', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    expect((await factsOf(id)).criteria).toMatchObject({ asked: true, assessed: false });
    await assess(id, world.plan, ['not_met', 'not_met']);
    expect((await factsOf(id)).criteria).toMatchObject({
      assessed: true,
      notMet: ['Được mọi người công nhận'],
      unknown: [],
    });
    await assess(id, world.plan, ['unknown', 'not_met']);
    const unknown = ['Được mọi người công nhận'];
    expect((await factsOf(id)).criteria).toMatchObject({ notMet: [], unknown });
    await assess(id, world.plan, [null, 'met']);
    expect((await factsOf(id)).criteria).toMatchObject({ notMet: [], unknown });
    await assess(id, world.plan, ['met', 'unknown']);
    expect((await factsOf(id)).criteria).toMatchObject({ notMet: [], unknown: [] });
  });

  it('do not count an assessment by the criteria of another field', async () => {
    const other = await makePlan(world.db, world.place.lead);
    const id = await makeExemplar(world, { state: 'proposed', plan: other });
    await assess(id, world.plan, ['met', 'met']);
    expect((await factsOf(id)).criteria.assessed).toBe(false);
  });

  it('ask only the criteria that are meant for this kind of subject', async () => {
    const plan = await makePlan(world.db, world.place.lead);
    await world.db
      .updateTable('criterion')
      .set({ subject_kinds: ['household'] })
      .where('set_id', '=', plan.criteriaSetId)
      .execute();
    const person = await makeExemplar(world, { state: 'proposed', plan });
    const household = await makeExemplar(world, { state: 'proposed', plan, kind: 'household' });
    expect((await factsOf(person)).criteria.asked).toBe(false);
    expect((await factsOf(household)).criteria.asked).toBe(true);
  });

  it('tell consent that was withdrawn from consent never given, and registration from publication', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const consent = { exemplar_id: id, given_on: '2018-02-01', how: 'paper' };
    await world.db
      .insertInto('consent')
      .values({ ...consent, scope: 'publication' })
      .execute();
    expect((await factsOf(id)).consent).toBe('none');
    await world.db
      .insertInto('consent')
      .values({ ...consent, scope: 'registration', withdrawn_on: '2018-03-01' })
      .execute();
    expect((await factsOf(id)).consent).toBe('withdrawn');
    await world.db
      .insertInto('consent')
      .values({ ...consent, scope: 'registration' })
      .execute();
    expect((await factsOf(id)).consent).toBe('standing');
  });

  it('count a support action only where somebody is answerable for it', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const add = (owner: { owner?: string; owner_office_id?: number }) =>
      world.db
        .insertInto('support_action')
        .values({ exemplar_id: id, kind: 'skill', what: 'Tập huấn', ...owner })
        .execute();
    await add({});
    await add({ owner: '  ' });
    expect((await factsOf(id)).ownedSupportActions).toBe(0);
    await add({ owner_office_id: world.place.lead.id });
    expect((await factsOf(id)).ownedSupportActions).toBe(1);
  });
});
