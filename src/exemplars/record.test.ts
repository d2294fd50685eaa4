import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  rowOf,
  rulesOf,
  stepsOf,
} from '../../test/oracles/exemplar-world.ts';
import { BARE_REGISTRATION } from '../../test/oracles/registration.ts';
import type { SubjectFacts } from '../subjects/facts.ts';
import { findExemplar } from './queries.ts';
import { type RecordExemplarInput, recordExemplar } from './record.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const HOA: SubjectFacts = {
  kind: 'individual',
  fullName: 'Đỗ Thị  Hòa ',
  birthYear: 1975,
  place: 'Khu 7',
  position: '',
  representative: null,
};

const input = (more: Partial<RecordExemplarInput> = {}): RecordExemplarInput => ({
  ...BARE_REGISTRATION,
  officeId: world.place.commune.id,
  subject: HOA,
  ...more,
});
const recordBy = (
  who: 'unit' | 'lead' | 'standing' | 'leader' | 'stranger',
  more: Partial<RecordExemplarInput> = {},
) => recordExemplar(as(world, world[who]), input(more));
const countOf = async (table: 'exemplar' | 'subject' | 'exemplar_step' | 'audit_event') =>
  (await world.db.selectFrom(table).select('id').execute()).length;

describe('recording what was found', () => {
  it('needs no more than a name and where it came from', async () => {
    const { id } = answerOf(await recordBy('unit'));
    const found = await findExemplar(world.db, world.unit, id);
    expect(found).toMatchObject({
      ...{ state: 'found', version: 1, planId: null, fieldId: null, foundOn: null, maturity: 'emerging' },
      subject: { fullName: 'Đỗ Thị Hòa', birthYear: 1975, place: 'Khu 7', position: null },
    });
    expect(await stepsOf(world, id)).toMatchObject([
      { action: 'record', from_state: null, to_state: 'found', on_day: '2018-11-15' },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([
      {
        ...{ kind: 'exemplar.recorded', thing_version: 1, before: null, actor_id: world.unit.accountId },
        after: { tên: 'Đỗ Thị Hòa', 'nguồn phát hiện': 'Người dân giới thiệu' },
      },
    ]);
  });

  it('takes the plan from the field, and the day of the life line from the day of discovery', async () => {
    const { planId, fieldId } = world.plan;
    const { id } = answerOf(await recordBy('unit', { fieldId, foundOn: '2018-03-09' }));
    expect(await rowOf(world, id)).toMatchObject({
      plan_id: planId,
      field_id: fieldId,
      found_on: '2018-03-09',
    });
    expect((await stepsOf(world, id))[0]?.on_day).toBe('2018-03-09');
  });

  it('keeps sources once each, in Unicode of one kind', async () => {
    const sources = [' https://baophutho.vn/a ', '', 'https://baophutho.vn/a', 'Đài huyện'];
    const { id } = answerOf(await recordBy('unit', { sources, title: ' Ho\u0300a  ' }));
    expect(await rowOf(world, id)).toMatchObject({
      sources: ['https://baophutho.vn/a', 'Đài huyện'],
      title: 'H\u00f2a',
    });
  });

  it('is for those with a say over the office, or who lead the field', async () => {
    expect(rulesOf(await recordBy('stranger'))).toEqual(['wrong_role']);
    expect(rulesOf(await recordBy('leader'))).toEqual(['wrong_role']);
    expect(rulesOf(await recordBy('lead'))).toEqual(['wrong_role']);
    expect((await recordBy('lead', { fieldId: world.plan.fieldId })).ok).toBe(true);
    expect((await recordBy('standing')).ok).toBe(true);
  });

  it('tells everything that is wrong at once, by field, and writes nothing', async () => {
    const before = await Promise.all([countOf('exemplar'), countOf('subject'), countOf('audit_event')]);
    const outcome = await recordBy('unit', {
      subject: { ...HOA, fullName: '  ', birthYear: 2030 },
      planId: 999_999,
      fieldId: 999_999,
      movementId: 999_999,
      foundOn: '2018-11-16',
    });
    expect(
      outcome.ok ? [] : outcome.refusal.kind === 'invalid' && Object.keys(outcome.refusal.fields).sort(),
    ).toEqual([...['birthYear', 'fieldId', 'foundOn', 'fullName', 'movementId', 'planId']]);
    expect(await Promise.all([countOf('exemplar'), countOf('subject'), countOf('audit_event')])).toEqual(
      before,
    );
  });

  it('asks for a field of the chosen plan, meant for this kind of subject, in a plan in force', async () => {
    const { db, plan } = world;
    const other = await db
      .insertInto('plan')
      .values({
        ...{ number: '12/KH-UBND', kind: 'Kế hoạch', title: 'Cũ', issuer_name: 'UBND', state: 'closed' },
        ...{ period_from: '2011-01-01', period_to: '2015-12-31' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const families = await db
      .insertInto('pilot_field')
      .values({
        ...{ plan_id: plan.planId, ord: 2, name: 'Gia đình văn hóa', lead_office_id: world.place.lead.id },
        subject_kinds: ['household'],
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const movement = await db
      .insertInto('movement')
      .values({ plan_id: other.id, name: 'Phong trào cũ' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const fieldsOf = async (more: Partial<RecordExemplarInput>) => {
      const outcome = await recordBy('unit', more);
      return !outcome.ok && outcome.refusal.kind === 'invalid' ? outcome.refusal.fields : null;
    };
    expect(await fieldsOf({ planId: other.id, fieldId: plan.fieldId })).toEqual({
      planId: expect.stringContaining('hiệu lực'),
      fieldId: expect.stringContaining('không thuộc kế hoạch'),
    });
    expect(await fieldsOf({ fieldId: families.id })).toEqual({
      fieldId: expect.stringContaining('chỉ dành cho hộ gia đình'),
    });
    expect(await fieldsOf({ planId: plan.planId, movementId: movement.id })).toEqual({
      movementId: expect.stringContaining('kế hoạch khác'),
    });
  });

  it('does not lie with an office that has ended or does not exist', async () => {
    const ended = await makeOffice(world.db, world.place.district, { name: 'Xã Cũ', validTo: '2017-12-31' });
    expect(await recordBy('standing', { officeId: ended.id })).toMatchObject({
      refusal: { fields: { officeId: 'Xã Cũ đã ngừng hoạt động: hãy chọn đơn vị kế thừa.' } },
    });
    expect(await recordBy('standing', { officeId: 999_999 })).toMatchObject({
      refusal: { fields: { officeId: /Không tìm thấy/ } },
    });
  });

  it('clicked twice makes one', async () => {
    const before = await Promise.all([countOf('exemplar'), countOf('subject')]);
    const acting = as(world, world.unit, { requestKey: 'record-key-0001' });
    const [first, second] = await Promise.all([
      recordExemplar(acting, input()),
      recordExemplar(acting, input()),
    ]);
    expect(answerOf(first)).toEqual(answerOf(second));
    const after = await Promise.all([countOf('exemplar'), countOf('subject')]);
    expect(after).toEqual(before.map((count) => count + 1));
  });
});
