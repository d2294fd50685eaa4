import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { BARE_REGISTRATION, changeBy } from '../../test/oracles/registration.ts';
import type { SubjectFacts } from '../subjects/facts.ts';
import { refuse } from './commands.ts';
import { type RecordExemplarInput, recordExemplar } from './record.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const HOA: SubjectFacts = {
  kind: 'individual',
  fullName: 'Đỗ Thị Hòa',
  birthYear: 1975,
  place: null,
  position: null,
  representative: null,
};
const recordBy = (who: 'unit' | 'stranger', more: Partial<RecordExemplarInput> = {}) =>
  recordExemplar(as(world, world[who]), {
    ...BARE_REGISTRATION,
    officeId: world.place.commune.id,
    subject: HOA,
    ...more,
  });

describe('recording somebody who is known already', () => {
  it('takes the known subject, if one of its files lies within reach', async () => {
    const { id } = answerOf(await recordBy('unit'));
    const { subject_id } = await rowOf(world, id);
    const again = answerOf(
      await recordBy('unit', { subject: { id: subject_id }, fieldId: world.plan.fieldId }),
    );
    expect((await rowOf(world, again.id)).subject_id).toBe(subject_id);
    const outside = await recordBy('stranger', {
      subject: { id: subject_id },
      officeId: world.place.otherCommune.id,
    });
    expect(outside).toMatchObject({ refusal: { fields: { subjectId: /Không tìm thấy/ } } });
  });

  it('refuses a second living file in the same field, however the two come in', async () => {
    const { fieldId } = world.plan;
    const { id } = answerOf(await recordBy('unit'));
    const subject = { id: (await rowOf(world, id)).subject_id };
    const outcomes = await Promise.all([1, 2, 3].map(() => recordBy('unit', { subject, fieldId })));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(rulesOf(outcome)).toEqual(['registered_already']);
    const living = answerOf(
      outcomes.find((outcome) => outcome.ok) ?? outcomes[0] ?? { ok: true, value: { id: 0 } },
    );
    answerOf(await refuse(as(world, world.unit), { id: living.id, version: 1, reason: 'Chưa đủ thông tin' }));
    expect((await recordBy('unit', { subject, fieldId })).ok).toBe(true);
  });

  it('lets no second one in while a file of the same subject is moved into the field', async () => {
    const { planId, fieldId } = world.plan;
    for (let round = 0; round < 5; round++) {
      const moving = await makeExemplar(world, { state: 'found', plan: null });
      const subject = { id: (await rowOf(world, moving)).subject_id };
      const outcomes = await Promise.all([
        changeBy(world, world.unit, moving, { planId, fieldId }),
        recordBy('unit', { subject, fieldId }),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    }
  });
});
