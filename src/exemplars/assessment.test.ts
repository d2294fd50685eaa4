import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePlan, makePlan, TEST_DAY } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import type { Answer } from '../criteria/answer.ts';
import { notFound } from '../platform/outcome.ts';
import { assessExemplar } from './assessment.ts';
import { latestAssessment } from './assessment-queries.ts';
import { guardFacts } from './facts.ts';
import { findExemplar } from './queries.ts';

let world: ExemplarWorld;
/** A field of its own: yes/no for all, every year for households, rank for individuals. */
let plan: MadePlan;
let yesNo: number;
let everyYear: number;
let rank: number;

beforeAll(async () => {
  world = await exemplarWorld();
  plan = await makePlan(world.db, world.place.lead);
  yesNo = plan.criterionIds[0] ?? 0;
  everyYear = await addCriterion(3, 'Gia đình văn hóa', 'every_year', {}, ['household']);
  rank = await addCriterion(4, 'Thu nhập cao nhất', 'rank_in_locality', { rank: 1 }, ['individual']);
});
afterAll(() => world.close());

async function addCriterion(ord: number, name: string, kind: string, params: object, kinds: string[]) {
  const row = { set_id: plan.criteriaSetId, ord, name, kind, params: JSON.stringify(params) };
  const inserted = world.db.insertInto('criterion').values({ ...row, subject_kinds: kinds });
  return (await inserted.returning('id').executeTakeFirstOrThrow()).id;
}

const assess = (id: number, answers: [number, Answer][]) =>
  assessExemplar(as(world, world.unit), { id, version: null, answers: new Map(answers) });

describe('the assessment of an exemplar', () => {
  it('asks what the set asks of its kind, and keeps answers, results and explanations', async () => {
    const id = await makeExemplar(world, { state: 'found', plan, kind: 'household' });
    const answers: [number, Answer][] = [
      [yesNo, { yes: true, note: 'Biên bản họp khu' }],
      [everyYear, { years: { 2016: 'yes', 2017: 'no' } }],
    ];
    answerOf(await assess(id, answers));
    const kept = await latestAssessment(world.db, id);
    expect(kept).toMatchObject({ setId: plan.criteriaSetId, assessedOn: '2018-11-15' });
    expect(kept?.assessedBy).toBe(world.unit.displayName);
    expect(kept?.answers.map((one) => [one.result, one.explanation, one.answer.note])).toEqual([
      ['met', 'Có.', 'Biên bản họp khu'],
      ['unknown', 'Chưa rõ, cần xác minh.', undefined],
      ['not_met', 'Không đạt năm 2017; yêu cầu mọi năm từ 2016 đến 2017.', undefined],
    ]);
  });

  it('is what the life cycle asks: unknown is neither met nor failed', async () => {
    const id = await makeExemplar(world, { state: 'found', plan });
    const criteria = async () => {
      const exemplar = await findExemplar(world.db, world.unit, id);
      if (!exemplar) throw new Error('not seen');
      return (await guardFacts(world.db, exemplar, TEST_DAY)).criteria;
    };
    answerOf(await assess(id, [[yesNo, { yes: false }]]));
    expect(await criteria()).toMatchObject({
      assessed: true,
      notMet: ['Được mọi người công nhận'],
      unknown: ['Thu nhập cao nhất'],
    });
    answerOf(
      await assess(id, [
        [yesNo, { yes: true }],
        [rank, { rank: 1, among: 120, locality: 'xã Thử' }],
      ]),
    );
    expect(await criteria()).toMatchObject({ notMet: [], unknown: [] });
  });

  it('stays when another is made, and the history says what changed', async () => {
    const id = await makeExemplar(world, { state: 'found', plan });
    answerOf(await assess(id, []));
    answerOf(await assess(id, [[yesNo, { yes: true }]]));
    const made = world.db.selectFrom('assessment').select('id').where('exemplar_id', '=', id);
    expect(await made.execute()).toHaveLength(2);
    const [first, second] = await eventsOf(world, id);
    expect(first).toMatchObject({ kind: 'exemplar.assessed', after: { 'tiêu chí chưa rõ': 3 } });
    expect(second).toMatchObject({ before: { 'tiêu chí đạt': 0 }, after: { 'tiêu chí đạt': 1 } });
    expect(second?.after).not.toHaveProperty('bộ tiêu chí');
  });

  it('keeps the set it was made with when the field is given another', async () => {
    const own = await makePlan(world.db, world.place.lead);
    const id = await makeExemplar(world, { state: 'found', plan: own });
    answerOf(await assess(id, [[own.criterionIds[0] ?? 0, { yes: true }]]));
    const field = world.db.updateTable('pilot_field').where('id', '=', own.fieldId);
    await field.set({ criteria_set_id: plan.criteriaSetId }).execute();
    expect(await latestAssessment(world.db, id)).toMatchObject({ setId: own.criteriaSetId });
    const old: [number, Answer][] = [[own.criterionIds[0] ?? 0, { yes: true }]];
    expect(rulesOf(await assess(id, old))).toEqual(['criteria_changed']);
  });

  it('is refused without a field, without criteria, without the right, and outside reach', async () => {
    const lead = await makeExemplar(world, { state: 'found', plan: null });
    expect(rulesOf(await assess(lead, []))).toEqual(['field_missing']);
    const bare = await makePlan(world.db, world.place.lead);
    const field = world.db.updateTable('pilot_field').where('id', '=', bare.fieldId);
    await field.set({ criteria_set_id: null }).execute();
    expect(rulesOf(await assess(await makeExemplar(world, { state: 'found', plan: bare }), []))).toEqual([
      'criteria_set_missing',
    ]);
    const id = await makeExemplar(world, { state: 'proposed', plan });
    expect(rulesOf(await assess(id, []))).toEqual(['wrong_role']);
    const input = { id, version: null, answers: new Map() };
    expect(await assessExemplar(as(world, world.stranger), input)).toEqual(notFound());
    expect(await latestAssessment(world.db, id)).toBeNull();
  });
});
