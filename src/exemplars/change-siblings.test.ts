import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { changeBy, type Edit } from '../../test/oracles/registration.ts';
import { refuse } from './commands.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const change = (who: 'unit' | 'standing', id: number, edit: Edit) => changeBy(world, world[who], id, edit);

describe('correcting a subject with several files', () => {
  async function twoFiles(second: Partial<Parameters<typeof makeExemplar>[1]>) {
    const one = await makeExemplar(world, { state: 'found' });
    const { subject_id } = await rowOf(world, one);
    const two = await makeExemplar(world, { state: 'found', plan: null, subjectId: subject_id, ...second });
    return { one, two };
  }

  it('corrects them all, each with its own version and line in the history', async () => {
    const { one, two } = await twoFiles({});
    answerOf(await change('unit', one, { title: 'Riêng', subject: { fullName: 'Lê Thị Đào' } }));
    expect(await rowOf(world, two)).toMatchObject({ full_name: 'Lê Thị Đào', version: 2, title: null });
    expect(await eventsOf(world, two)).toMatchObject([
      { kind: 'exemplar.changed', thing_version: 2, after: { tên: 'Lê Thị Đào' } },
    ]);
    expect((await eventsOf(world, two))[0]?.after).toEqual({ tên: 'Lê Thị Đào' });
  });

  it('needs a say in each of them, closed or open', async () => {
    const elsewhere = { officeId: world.place.otherCommune.id };
    for (const second of [elsewhere, { state: 'honoured' }, { ...elsewhere, state: 'declined' }]) {
      const { one } = await twoFiles(second);
      expect(rulesOf(await change('unit', one, { subject: { fullName: 'Lê Thị Đào' } }))).toEqual([
        'subject_shared',
      ]);
      expect((await change('unit', one, { title: 'Riêng' })).ok).toBe(true);
      expect((await change('standing', one, { subject: { fullName: 'Lê Thị Đào' } })).ok).toBe(true);
    }
    const { one } = await twoFiles({ state: 'declined' });
    expect((await change('unit', one, { subject: { fullName: 'Lê Thị Đào' } })).ok).toBe(true);
  });

  it('does not change what kind it is', async () => {
    const { one } = await twoFiles({});
    expect(rulesOf(await change('standing', one, { subject: { kind: 'household' } }))).toEqual([
      'kind_shared',
    ]);
  });

  it('does not move a file into a field where the subject has another', async () => {
    const { two } = await twoFiles({});
    const { planId, fieldId } = world.plan;
    expect(rulesOf(await change('unit', two, { planId, fieldId }))).toEqual(['registered_already']);
  });

  it('never ends in a deadlock when both files are corrected at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { one, two } = await twoFiles({});
      const outcomes = await Promise.all([
        change('unit', one, { version: null, subject: { fullName: 'Lê Thị Đào' } }),
        change('unit', two, { version: null, subject: { fullName: 'Lê Thị Mận' } }),
      ]);
      expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true]);
      expect((await rowOf(world, one)).full_name).toBe((await rowOf(world, two)).full_name);
    }
  });

  it('waits for a step that another file is taking, so that every line of the history has its own version', async () => {
    for (let round = 0; round < 8; round++) {
      const { one, two } = await twoFiles({});
      const outcomes = await Promise.all([
        refuse(as(world, world.unit), { id: two, version: null, reason: 'Chưa đủ thông tin' }),
        change('unit', one, { version: null, subject: { fullName: 'Lê Thị Đào' } }),
      ]);
      expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true]);
      expect((await eventsOf(world, two)).map((event) => event.thing_version)).toEqual([2, 3]);
    }
  });
});
