import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, makeActor, makeOffice } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { draftField, planDraft, storedDraft } from '../../test/plan-desk.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { createPlan } from './create-plan.ts';
import type { PlanDraft } from './plan-draft.ts';

let world: ExemplarWorld;
let standing: Acting;
beforeAll(async () => {
  world = await exemplarWorld();
  standing = actingAs(world.db, world.standing);
});
afterAll(() => world.close());

const wrongIn = async (change: Partial<PlanDraft>): Promise<FieldErrors> => {
  const outcome = await createPlan(standing, planDraft(world.place, change));
  if (outcome.ok || outcome.refusal.kind !== 'invalid') throw new Error(JSON.stringify(outcome));
  return outcome.refusal.fields;
};

describe('a whole plan', () => {
  it('is written as it was drafted, and read back the same', async () => {
    const draft = planDraft(world.place);
    const outcome = await createPlan(standing, draft, 'đọc từ văn bản');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expect(await storedDraft(world.db, outcome.value.id)).toEqual(draft);
    const event = await world.db
      .selectFrom('audit_event')
      .select(['kind', 'after'])
      .where('thing', '=', 'plan')
      .where('thing_id', '=', outcome.value.id)
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      kind: 'plan.created',
      after: { 'Số, ký hiệu': draft.number, 'Tên kế hoạch': draft.title, Nguồn: 'đọc từ văn bản' },
    });
  });

  it('is refused under the number of another of the same issuer and year, in either style', async () => {
    await createPlan(standing, planDraft(world.place, { number: '34-CT/TW', title: 'Một' }));
    expect((await wrongIn({ number: '34/CT-TW' })).number).toContain('34-CT/TW');
    const elsewhere = await createPlan(
      standing,
      planDraft(world.place, { number: '34/CT-TW', issuerName: 'Cơ quan khác', issuerOfficeId: null }),
    );
    expect(elsewhere.ok).toBe(true);
  });

  it('is refused with every error at its own field, and then nothing of it is written', async () => {
    const { place, db } = world;
    const before = await db.selectFrom('plan').select('id').execute();
    const gone = await makeOffice(db, place.province, { kind: 'department', validTo: '2015-12-31' });
    const [stage] = planDraft(place).stages;
    if (!stage) throw new Error('The draft has a stage.');
    const errors = await wrongIn({
      number: '99/KH',
      periodTo: '2015-01-01',
      stages: [{ ...stage, toOn: '2016-01-01' }],
      fields: [
        draftField(place, { quotaNumber: -1 }),
        draftField(place, { leadOfficeId: gone.id }),
        draftField(place, { leadOfficeId: 987_654 }),
      ],
    });
    expect(Object.keys(errors).toSorted()).toEqual([
      'fields.0.quotaNumber',
      'fields.1.leadOfficeId',
      'fields.2.leadOfficeId',
      'issuedOn',
      'periodTo',
      'stages.0.when',
    ]);
    expect(errors['fields.1.leadOfficeId']).toContain('10/05/2016');
    expect(await db.selectFrom('plan').select('id').execute()).toEqual(before);
  });

  it('is written by the standing body and administrators of the whole programme, and by nobody else', async () => {
    const { db, place } = world;
    const people: [string, Actor, boolean][] = [
      ['standing all', world.standing, true],
      ['admin all', await makeActor(db, [['admin', place.province, 'all']]), true],
      ['standing branch', await makeActor(db, [['standing', place.standing, 'branch']]), false],
      ['lead', world.lead, false],
      ['leader all', await makeActor(db, [['leader', place.province, 'all']]), false],
      ['unit', world.unit, false],
    ];
    for (const [name, actor, may] of people) {
      const number = `${name}/KH`;
      const outcome = await createPlan(actingAs(db, actor), planDraft(place, { number }));
      expect(outcome.ok, name).toBe(may);
    }
  });
});
