import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_DAY } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { guardFacts } from './facts.ts';
import { allOfSubject, findExemplar } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

it('an exemplar in view carries its office, its field with who leads it, its subject, and the actor’s roles', async () => {
  const { place, plan } = world;
  const id = await makeExemplar(world, { state: 'held', heldFrom: 'recognised', level: 'district' });
  const found = await findExemplar(world.db, world.lead, id);
  expect(found).toMatchObject({
    ...{ id, version: 1, state: 'held', heldFrom: 'recognised', level: 'district', breadth: 'aspect' },
    ...{ planId: plan.planId, fieldId: plan.fieldId, fieldName: 'Phát triển kinh tế hộ (thử)' },
    ...{ leadOfficeId: place.lead.id, leadOfficeName: 'Sở Thử nghiệm' },
    ...{ officeId: place.commune.id, officeName: place.commune.name, foundOn: '2018-01-02', sources: [] },
    ...{
      movementId: null,
      movementName: null,
      mergedIntoId: null,
      proposedBy: null,
      isSample: false,
      assisted: false,
    },
    officePath: [place.province.id, place.district.id, place.commune.id],
    subject: { kind: 'individual', fullName: 'Nguyễn Văn Thử', birthYear: null, version: 1 },
  });
  expect([...(found?.roles ?? [])]).toEqual(['lead']);
  expect(found?.updatedAt).toBeInstanceOf(Date);
});

it('an incomplete one is seen with what is missing as null', async () => {
  const id = await makeExemplar(world, { state: 'found', plan: null });
  expect(await findExemplar(world.db, world.unit, id)).toMatchObject({
    ...{
      planId: null,
      planNumber: null,
      fieldId: null,
      fieldName: null,
      leadOfficeId: null,
      leadOfficeName: null,
    },
  });
});

it('all files of a subject are read wherever they lie, with the actor’s roles over each', async () => {
  const here = await makeExemplar(world, { state: 'found' });
  const { subject_id: subjectId } = await rowOf(world, here);
  const there = await makeExemplar(world, {
    state: 'found',
    subjectId,
    officeId: world.place.otherCommune.id,
  });
  const all = await allOfSubject(world.db, world.unit, subjectId);
  expect(all.map(({ id, roles }) => [id, ...roles])).toEqual([[here, 'unit'], [there]]);
});

it('the exemplar, and all that the guards ask of it, are read in a fixed number of queries', async () => {
  const id = await makeExemplar(world, { state: 'proposed', complete: true });
  let queries = 0;
  const counted = world.db.withPlugin({
    transformQuery: ({ node }) => {
      queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const exemplar = await findExemplar(counted, world.lead, id);
  expect(queries).toBe(1);
  if (exemplar) await guardFacts(counted, exemplar, TEST_DAY);
  // and of a file that waits for a decision its returns and the opinions that are awaited
  expect(queries).toBe(4);
});
