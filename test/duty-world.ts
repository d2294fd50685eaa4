import { addDuty } from '../src/duties/commands.ts';
import type { DutyInput } from '../src/duties/forms.ts';
import type { Acting, Actor } from '../src/identity/actor.ts';
import type { Db } from '../src/platform/db.ts';
import { actingAs, type MadeOffice, makeActor } from './factories.ts';
import { answerOf, type ExemplarWorld, exemplarWorld, makeCheck } from './oracles/exemplar-world.ts';

/** A small province whose standing body has set duties. */
export interface DutyWorld extends ExemplarWorld {
  admin: Actor & { accountId: number };
  /** The officer of the district, who receives from its communes. */
  districtOfficer: Actor & { accountId: number };
}

export async function dutyWorld(): Promise<DutyWorld> {
  return peopled(await exemplarWorld());
}

/** The same world with the people whom duties ask for beside those of exemplars. */
export async function peopled(world: ExemplarWorld): Promise<DutyWorld> {
  const { db, place } = world;
  await db
    .insertInto('office_duty_role')
    .values({ office_id: place.standing.id, role: 'standing_body' })
    .execute();
  return {
    ...world,
    admin: await makeActor(db, [['admin', place.province, 'all']]),
    districtOfficer: await makeActor(db, [['unit', place.district, 'branch']]),
  };
}

export const on = (world: ExemplarWorld, actor: Actor, day = '2018-11-15'): Acting =>
  actingAs(world.db, actor, { day });

/** A yearly report of every commune below the district, to the province through the standing body. */
export const yearlyReport = (world: ExemplarWorld, change: Partial<DutyInput> = {}): DutyInput => ({
  name: 'Báo cáo năm',
  what: 'report',
  reportFormKey: 'nam',
  who: { by: 'kind', kindId: 'commune', belowId: world.place.province.id },
  cycle: 'yearly',
  fromOn: '2016-01-01',
  toOn: '2020-12-31',
  dueRule: { kind: 'fixed', monthsAfter: 0, day: 10 },
  toOfficeId: null,
  viaOfficeId: null,
  basis: null,
  ...change,
});

/** Adds a duty as the standing body does; answers its id. */
export async function giveDuty(world: ExemplarWorld, input: DutyInput, day?: string): Promise<number> {
  const acting = on(world, world.standing, day);
  return answerOf(await addDuty(acting, { ...input, planId: world.plan.planId })).id;
}

/** A report of an office submitted on a day, written directly. */
export async function makeReport(
  world: ExemplarWorld,
  office: MadeOffice,
  year: number,
  submittedOn: string | null,
): Promise<number> {
  const { db, plan } = world;
  const form = await db
    .selectFrom('report_form')
    .select('id')
    .where('key', '=', 'nam')
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('report')
    .values({
      plan_id: plan.planId,
      office_id: office.id,
      year,
      closing_on: `${year}-11-30`,
      form_id: form.id,
      form_key: 'nam',
      period_from: `${year}-01-01`,
      period_to: `${year}-12-31`,
      state: submittedOn ? 'submitted' : 'draft',
      submitted_on: submittedOn,
      first_submitted_on: submittedOn,
      figures: submittedOn ? '{}' : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Steps of an exemplar written directly, each on its day. */
export async function walk(
  db: Db,
  exemplarId: number,
  steps: readonly [action: string, toState: string, day: string][],
): Promise<void> {
  for (const [action, to_state, on_day] of steps) {
    await db
      .insertInto('exemplar_step')
      .values({ exemplar_id: exemplarId, action, to_state, on_day })
      .execute();
  }
}

/** A check of an exemplar in the year of a day, written directly. */
export const checkOn = (db: Db, exemplarId: number, day: string): Promise<void> =>
  makeCheck({ db }, exemplarId, day);
