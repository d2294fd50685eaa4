import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs, makeOffice } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { draftField, planDraft, storedDraft } from '../../test/plan-desk.ts';
import type { Acting } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import { amendmentsOf, closeAmendment, openAmendment } from './amend-plan.ts';
import { createPlan } from './create-plan.ts';
import { editFacts } from './edit-facts.ts';
import { editField } from './edit-field.ts';
import { editStages } from './edit-lists.ts';
import type { PlanDraft } from './plan-draft.ts';
import { fieldsOfPlan } from './queries.ts';
import { stepPlan } from './step-plan.ts';

let world: ExemplarWorld;
let standing: Acting;
let id: number;
let serial = 0;
const followed: number[] = [];
const afterIssue = async (_tx: unknown, planId: number) => void followed.push(planId);

beforeAll(async () => {
  world = await exemplarWorld();
  standing = actingAs(world.db, world.standing);
  await world.db.updateTable('plan').set({ state: 'closed' }).execute();
});
afterAll(() => world.close());

const target = () => ({ id, version: null });
const done = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusal));
};
async function inForce(change: Partial<PlanDraft>): Promise<void> {
  serial++;
  const draft = planDraft(world.place, { number: `${serial}/KH`, kind: `Kế hoạch ${serial}`, ...change });
  id = done(await createPlan(standing, draft)).id;
  done(await stepPlan(standing, 'issue', target(), afterIssue));
}
const amended = (issuedOn = '2018-03-01') =>
  openAmendment(standing, { ...target(), number: '05/QĐ-UBND', issuedOn, signer: null, summary: 'Sửa' });
const closed = () => closeAmendment(standing, target(), afterIssue);

describe('an amendment', () => {
  beforeEach(() => inForce({}));

  it('tells in words what it changed of shares, coordination and what the quota counts', async () => {
    const { db, place } = world;
    const [fieldId = 0] = await fieldsOfPlan(db, id);
    done(await amended());
    const changed = draftField(place, {
      quotaCounts: ['household'],
      coordination: [{ by: 'office', officeId: place.district.id }],
      allocations: [
        { to: { by: 'kind', kindId: 'commune', belowId: place.district.id }, number: null, percent: 40 },
      ],
    });
    done(await editField(standing, { ...target(), fieldId, field: changed }));
    done(await closed());
    const { changes = [] } = (await amendmentsOf(db, id))[0] ?? {};
    const field = 'Lĩnh vực “Phát triển kinh tế hộ”';
    expect(changes.map(({ what }) => what)).toEqual([
      `${field}: đơn vị phối hợp`,
      `${field}: chỉ tiêu`,
      `${field}: phân bổ`,
    ]);
    expect(changes[0]?.before).toMatch(/^mỗi .+ thuộc /);
    expect(changes[1]).toMatchObject({
      before: 'đúng 5 (tính hộ gia đình, cá nhân)',
      after: 'đúng 5 (tính hộ gia đình)',
    });
    expect(changes[2]?.after).toMatch(/^mỗi .+: 40%$/);
  });

  it('brings the duties in line when it ends', async () => {
    done(await amended());
    followed.length = 0;
    done(await closed());
    expect(followed).toEqual([id]);
  });

  it('does not end while the plan as changed could not be in force', async () => {
    done(await amended());
    done(await editStages(standing, { ...target(), stages: [] }));
    expect(rulesOf(await closed())).toEqual(['has_stages']);
    expect((await amendmentsOf(world.db, id))[0]?.isOpen).toBe(true);
  });

  it('may name an office of its own day, and none that is gone by then', async () => {
    const { db, place } = world;
    const later = await makeOffice(db, place.province, { kind: 'department', validFrom: '2018-01-01' });
    const gone = await makeOffice(db, place.province, { kind: 'department', validTo: '2017-12-31' });
    const [fieldId = 0] = await fieldsOfPlan(db, id);
    done(await amended());
    const led = (leadOfficeId: number) =>
      editField(standing, { ...target(), fieldId, field: draftField(place, { leadOfficeId }) });
    expect(await led(gone.id)).toMatchObject({
      refusal: { kind: 'invalid', fields: { leadOfficeId: expect.any(String) } },
    });
    expect((await led(later.id)).ok).toBe(true);
  });
});

it('an amendment cannot stretch a plan over another one that is in force', async () => {
  const kind = 'Kế hoạch nối tiếp';
  await inForce({ kind, periodTo: '2017-12-31' });
  const first = id;
  await inForce({ kind, issuedOn: '2018-01-01', periodFrom: '2018-01-01', stages: [later] });
  id = first;
  done(await amended('2018-04-01'));
  const facts = await storedDraft(world.db, id);
  done(await editFacts(standing, { ...target(), ...facts, periodTo: '2018-06-30' }));
  expect(rulesOf(await closed())).toEqual(['alone_in_its_period']);
});

const later = {
  name: 'Bồi dưỡng',
  precision: 'year' as const,
  fromOn: '2018-01-01',
  toOn: '2018-12-31',
  who: null,
  duties: [],
};

it('refuses shares that come to more than the quota once the offices of their kind are counted, at the field', async () => {
  const { db, place } = world;
  await makeOffice(db, place.province, { kind: 'district' });
  const draft = planDraft(place, { number: '500/KH' });
  id = done(await createPlan(standing, draft)).id;
  const districts = { by: 'kind' as const, kindId: 'district', belowId: place.province.id };
  const field = draftField(place, {
    quotaNumber: 3,
    allocations: [{ to: districts, number: 2, percent: null }],
  });
  const outcome = await editField(standing, { ...target(), fieldId: null, field });
  expect(outcome).toMatchObject({
    refusal: { kind: 'invalid', fields: { allocations: expect.stringContaining('vượt chỉ tiêu 3') } },
  });
});

it('writes a change of shares into the audit, before and after', async () => {
  const { db, place } = world;
  id = done(await createPlan(standing, planDraft(place, { number: '501/KH' }))).id;
  const [fieldId = 0] = await fieldsOfPlan(db, id);
  done(await editField(standing, { ...target(), fieldId, field: draftField(place, { allocations: [] }) }));
  const { before, after } = await db
    .selectFrom('audit_event')
    .select(['before', 'after'])
    .where('thing', '=', 'plan')
    .where('thing_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(before).toMatchObject({ 'Phân bổ': [expect.stringContaining(': 2')] });
  expect(after).toMatchObject({ 'Phân bổ': [] });
});
