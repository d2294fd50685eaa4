import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import {
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { draftField, planDraft, storedDraft } from '../../test/plan-desk.ts';
import type { Acting } from '../identity/actor.ts';
import { amendmentsOf, closeAmendment, openAmendment } from './amend-plan.ts';
import { createPlan } from './create-plan.ts';
import { editFacts } from './edit-facts.ts';
import { editField, moveField, removeField } from './edit-field.ts';
import { editMovements, editStages } from './edit-lists.ts';
import { fieldsOfPlan } from './queries.ts';
import { stepPlan } from './step-plan.ts';

let world: ExemplarWorld;
let standing: Acting;
let id: number;
let serial = 0;
const issued: number[] = [];
const afterIssue = async (_tx: unknown, planId: number) => void issued.push(planId);

beforeAll(async () => {
  world = await exemplarWorld();
  standing = actingAs(world.db, world.standing);
  await world.db.updateTable('plan').set({ state: 'closed' }).execute();
});
afterAll(() => world.close());
beforeEach(async () => {
  const outcome = await createPlan(
    standing,
    planDraft(world.place, { number: `${++serial}/KH`, kind: `Kế hoạch ${serial}` }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  id = outcome.value.id;
});

const target = () => ({ id, version: null });
const issue = () => stepPlan(standing, 'issue', target(), afterIssue);
const AMENDMENT = { number: '05/QĐ-UBND', issuedOn: '2018-03-01', signer: null, summary: 'Thêm chỉ tiêu' };

describe('a plan', () => {
  it('is edited freely as a draft, and comes into force with what follows from it', async () => {
    const facts = await storedDraft(world.db, id);
    expect((await editFacts(standing, { ...target(), ...facts, title: 'Tên khác' })).ok).toBe(true);
    expect(await issue()).toMatchObject({ ok: true });
    expect(issued).toContain(id);
    expect(rulesOf(await editFacts(standing, { ...target(), ...facts }))).toEqual(['needs_amendment']);
  });

  it('does not come into force while another of its issuer and kind runs, unless one stands above the other', async () => {
    await issue();
    const kind = `Kế hoạch ${serial}`;
    const rival = await createPlan(
      standing,
      planDraft(world.place, {
        number: `${++serial}/KH`,
        kind,
        periodFrom: '2020-06-01',
        issuedOn: '2020-06-01',
        periodTo: '2022-12-31',
        stages: [],
      }),
    );
    if (!rival.ok) throw new Error(JSON.stringify(rival));
    const outcome = await stepPlan(standing, 'issue', { id: rival.value.id, version: null }, afterIssue);
    expect(rulesOf(outcome)).toEqual(['has_stages', 'alone_in_its_period']);
    const child = await createPlan(
      standing,
      planDraft(world.place, { number: `${++serial}/KH`, kind, parentPlanId: id }),
    );
    if (!child.ok) throw new Error(JSON.stringify(child));
    expect((await stepPlan(standing, 'issue', { id: child.value.id, version: null }, afterIssue)).ok).toBe(
      true,
    );
  });

  it('in force changes only under an amendment, which keeps every difference, before and after', async () => {
    await issue();
    const [fieldId = 0] = await fieldsOfPlan(world.db, id);
    const field = draftField(world.place, { quotaNumber: 8 });
    expect(rulesOf(await editField(standing, { ...target(), fieldId, field }))).toEqual(['needs_amendment']);
    expect((await openAmendment(standing, { ...target(), ...AMENDMENT })).ok).toBe(true);
    expect(rulesOf(await openAmendment(standing, { ...target(), ...AMENDMENT }))).toEqual(['amendment_open']);
    expect((await editField(standing, { ...target(), fieldId, field })).ok).toBe(true);
    expect(
      rulesOf(await stepPlan(standing, 'close', { ...target(), reason: 'Hết hạn' }, afterIssue)),
    ).toEqual(['no_open_amendment']);
    expect((await closeAmendment(standing, target(), afterIssue)).ok).toBe(true);
    const [amendment] = await amendmentsOf(world.db, id);
    expect(amendment).toMatchObject({ number: '05/QĐ-UBND', isOpen: false });
    expect(amendment?.changes).toHaveLength(1);
    expect(amendment?.changes[0]?.before).toContain('đúng 5');
    expect(amendment?.changes[0]?.after).toContain('đúng 8');
    expect(rulesOf(await closeAmendment(standing, target(), afterIssue))).toEqual(['no_amendment']);
  });

  it('takes no amendment that is older than itself, of tomorrow, or of a number it has', async () => {
    await issue();
    const wrong = async (change: Partial<typeof AMENDMENT>) => {
      const outcome = await openAmendment(standing, { ...target(), ...AMENDMENT, ...change });
      return !outcome.ok && outcome.refusal.kind === 'invalid' ? Object.keys(outcome.refusal.fields) : [];
    };
    expect(await wrong({ issuedOn: '2016-05-09' })).toEqual(['issuedOn']);
    expect(await wrong({ issuedOn: '2018-11-16' })).toEqual(['issuedOn']);
    await openAmendment(standing, { ...target(), ...AMENDMENT });
    await closeAmendment(standing, target(), afterIssue);
    expect(await wrong({})).toEqual(['number']);
  });

  it('that is closed is edited no more, and is opened again only with a reason', async () => {
    await issue();
    expect((await stepPlan(standing, 'close', { ...target(), reason: 'Hết giai đoạn' }, afterIssue)).ok).toBe(
      true,
    );
    expect(rulesOf(await editStages(standing, { ...target(), stages: [] }))).toEqual(['plan_closed']);
    expect(await stepPlan(standing, 'reopen', target(), afterIssue)).toMatchObject({
      refusal: { kind: 'invalid', fields: { reason: 'Hãy ghi lý do.' } },
    });
  });

  it('is changed by nobody else, and on no older version', async () => {
    const unit = actingAs(world.db, world.unit);
    expect(rulesOf(await editStages(unit, { ...target(), stages: [] }))).toEqual(['wrong_role']);
    expect(await editStages(standing, { id, version: 99, stages: [] })).toMatchObject({
      refusal: { kind: 'stale', currentVersion: 1 },
    });
    expect(await editStages(standing, { id: 987_654, version: null, stages: [] })).toMatchObject({
      refusal: { kind: 'not_found' },
    });
  });
});

describe('what is in use', () => {
  it('stays: a field with exemplars, a movement in which one was found', async () => {
    const [fieldId = 0] = await fieldsOfPlan(world.db, id);
    const exemplar = await makeExemplar(world, { state: 'found' });
    const movement = await world.db
      .selectFrom('movement')
      .select('id')
      .where('plan_id', '=', id)
      .executeTakeFirstOrThrow();
    await world.db
      .updateTable('exemplar')
      .set({ field_id: fieldId, movement_id: movement.id })
      .where('id', '=', typeof exemplar === 'number' ? exemplar : (exemplar as { id: number }).id)
      .execute();
    expect(rulesOf(await removeField(standing, { ...target(), fieldId }))).toEqual(['field_in_use']);
    expect(await editMovements(standing, { ...target(), names: ['Khác'] })).toMatchObject({
      refusal: { kind: 'invalid' },
    });
    expect(
      (await editMovements(standing, { ...target(), names: ['Xây dựng nông thôn mới', 'Khác'] })).ok,
    ).toBe(true);
  });

  it('may change its place among the others, and go when nothing leans on it', async () => {
    await editField(standing, {
      ...target(),
      fieldId: null,
      field: draftField(world.place, { name: 'Hai' }),
    });
    const [first = 0, second = 0] = await fieldsOfPlan(world.db, id);
    await moveField(standing, { ...target(), fieldId: second, up: true });
    expect(await fieldsOfPlan(world.db, id)).toEqual([second, first]);
    await moveField(standing, { ...target(), fieldId: second, up: true });
    expect(await fieldsOfPlan(world.db, id)).toEqual([second, first]);
    expect((await removeField(standing, { ...target(), fieldId: second })).ok).toBe(true);
    expect(await fieldsOfPlan(world.db, id)).toEqual([first]);
  });
});
