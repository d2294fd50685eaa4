// long: the one place where tests find the things that they need
import { sql } from 'kysely';
import type { Acting, Actor, Grant, Reach, Role } from '../src/identity/actor.ts';
import { SettableClock } from '../src/platform/clock.ts';
import type { Db, Reader } from '../src/platform/db.ts';

/** The day on which tests work, unless they set another. */
export const TEST_DAY = '2018-11-15';

export interface MadeOffice {
  id: number;
  name: string;
}

let serial = 0;
const next = () => ++serial;

/** An office below a parent (null: a root), of a kind that is made when it is missing. */
export async function makeOffice(
  db: Reader,
  parent: MadeOffice | null,
  fields: { name?: string; kind?: string; code?: string | null; validFrom?: string; validTo?: string } = {},
): Promise<MadeOffice> {
  const kind = fields.kind ?? 'commune';
  await db
    .insertInto('office_kind')
    .values({ id: kind, name: kind, ord: 100 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db
    .insertInto('office')
    .values({
      kind_id: kind,
      name: fields.name ?? `Xã Thử ${next()}`,
      code: fields.code ?? null,
      parent_id: parent?.id ?? null,
      valid_from: fields.validFrom ?? null,
      valid_to: fields.validTo ?? null,
    })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
}

/** An account without a password, holding the given grants; answers the actor as a session would load it. */
export async function makeActor(
  db: Reader,
  grants: readonly [role: Role, office: MadeOffice, reach: Reach][],
  displayName = `Người Thử ${next()}`,
): Promise<Actor & { accountId: number }> {
  const account = await db
    .insertInto('account')
    .values({ username: `thu${next()}`, display_name: displayName })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [role, office, reach] of grants) {
    await db
      .insertInto('account_grant')
      .values({ account_id: account.id, role, office_id: office.id, reach })
      .execute();
  }
  const held = grants.map(
    ([role, office, reach]): Grant => ({
      role,
      officeId: office.id,
      officeName: office.name,
      reach,
    }),
  );
  return { accountId: account.id, displayName, grants: held };
}

/** The surroundings of a command for an actor on the test day. */
export function actingAs(db: Db, actor: Actor, options: { day?: string; requestKey?: string } = {}): Acting {
  return {
    db,
    actor,
    clock: new SettableClock(options.day ?? TEST_DAY),
    ip: '127.0.0.1',
    requestKey: options.requestKey ?? null,
  };
}

export interface Province {
  province: MadeOffice;
  lead: MadeOffice;
  standing: MadeOffice;
  district: MadeOffice;
  commune: MadeOffice;
  otherCommune: MadeOffice;
}

/** A small province: one lead office, one standing body, a district with two communes. */
export async function makeProvince(db: Reader): Promise<Province> {
  const province = await makeOffice(db, null, { name: `UBND tỉnh Thử ${next()}`, kind: 'province' });
  const lead = await makeOffice(db, province, { name: 'Sở Thử nghiệm', kind: 'department' });
  const standing = await makeOffice(db, province, { name: 'Ban Thi đua thử', kind: 'department' });
  const district = await makeOffice(db, province, { name: 'Huyện Thử', kind: 'district' });
  const commune = await makeOffice(db, district);
  const otherCommune = await makeOffice(db, district);
  return { province, lead, standing, district, commune, otherCommune };
}

export interface MadePlan {
  planId: number;
  fieldId: number;
  criteriaSetId: number;
  /** [mandatory yes/no, optional yes/no] */
  criterionIds: number[];
}

/** A plan in force 2016–2020 with one field, its quota, and a criteria set of one mandatory and one optional yes/no. */
export async function makePlan(
  db: Reader,
  lead: MadeOffice,
  quota: { kind: 'exactly' | 'at_least' | 'at_most' | 'none'; number: number | null } = {
    kind: 'none',
    number: null,
  },
): Promise<MadePlan> {
  const plan = await db
    .insertInto('plan')
    .values({
      number: `${1711 + next()}/KH-UBND`,
      kind: 'Kế hoạch',
      title: 'Xây dựng điển hình tiên tiến (thử)',
      issuer_name: 'Ủy ban nhân dân tỉnh Thử',
      issued_on: '2016-05-10',
      period_from: '2016-01-01',
      period_to: '2020-12-31',
      state: 'in_force',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const set = await db
    .insertInto('criteria_set')
    .values({ name: 'Bộ tiêu chí thử', subject_kinds: ['individual', 'collective', 'household'] })
    .returning('id')
    .executeTakeFirstOrThrow();
  const criteria = await db
    .insertInto('criterion')
    .values([
      { set_id: set.id, ord: 1, name: 'Được mọi người công nhận', kind: 'yes_no', mandatory: true },
      { set_id: set.id, ord: 2, name: 'Giải quyết vấn đề mới, khó', kind: 'yes_no', mandatory: false },
    ])
    .returning('id')
    .execute();
  const field = await db
    .insertInto('pilot_field')
    .values({
      plan_id: plan.id,
      ord: 1,
      name: 'Phát triển kinh tế hộ (thử)',
      lead_office_id: lead.id,
      quota_kind: quota.kind,
      quota_number: quota.number,
      quota_counts: ['household', 'individual'],
      subject_kinds: ['individual', 'collective', 'household'],
      criteria_set_id: set.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    planId: plan.id,
    fieldId: field.id,
    criteriaSetId: set.id,
    criterionIds: criteria.map((row) => row.id),
  };
}

/** Everything that the guards of `choose` ask for, written directly: endorsement, assessment, nurturing, consent. */
export async function makeChoosable(db: Reader, exemplarId: number, plan: MadePlan): Promise<void> {
  await db
    .insertInto('endorsement')
    .values({
      exemplar_id: exemplarId,
      held_on: '2018-01-10',
      place: 'Nhà văn hóa khu 7',
      present: 40,
      agreed: 38,
    })
    .execute();
  await db
    .insertInto('support_action')
    .values({ exemplar_id: exemplarId, kind: 'skill', what: 'Tập huấn kỹ thuật', owner: 'Hội Nông dân xã' })
    .execute();
  await db
    .insertInto('consent')
    .values({ exemplar_id: exemplarId, scope: 'registration', given_on: '2018-01-05', how: 'paper' })
    .execute();
  const assessment = await db
    .insertInto('assessment')
    .values({ exemplar_id: exemplarId, criteria_set_id: plan.criteriaSetId, assessed_on: '2018-01-12' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const criterionId of plan.criterionIds) {
    await db
      .insertInto('assessment_answer')
      .values({
        assessment_id: assessment.id,
        criterion_id: criterionId,
        answer: sql`'{"yes": true}'::jsonb`,
        result: 'met',
        explanation: 'Có',
      })
      .execute();
  }
}
