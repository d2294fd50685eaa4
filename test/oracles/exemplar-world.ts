import type { Acting, Actor } from '../../src/identity/actor.ts';
import { type Db, openDb } from '../../src/platform/db.ts';
import type { Outcome } from '../../src/platform/outcome.ts';
import { freshDatabase } from '../database.ts';
import {
  actingAs,
  type MadePlan,
  makeActor,
  makeChoosable,
  makePlan,
  makeProvince,
  type Province,
} from '../factories.ts';

type Person = Actor & { accountId: number };

/** A small province with its plan and a person of each office who has to do with exemplars. */
export interface ExemplarWorld {
  db: Db;
  url: string;
  place: Province;
  plan: MadePlan;
  /** The officer of the commune. */
  unit: Person;
  /** Two officers of the lead office, for nobody decides on what they proposed. */
  lead: Person;
  otherLead: Person;
  standing: Person;
  leader: Person;
  /** The officer of the neighbouring commune, who sees nothing of the first. */
  stranger: Person;
  close(): Promise<void>;
}

export async function exemplarWorld(): Promise<ExemplarWorld> {
  const fresh = await freshDatabase();
  const open = openDb(fresh.url);
  const { db } = open;
  const place = await makeProvince(db);
  return {
    db,
    url: fresh.url,
    place,
    plan: await makePlan(db, place.lead),
    unit: await makeActor(db, [['unit', place.commune, 'own']]),
    lead: await makeActor(db, [['lead', place.lead, 'own']]),
    otherLead: await makeActor(db, [['lead', place.lead, 'own']]),
    standing: await makeActor(db, [['standing', place.standing, 'all']]),
    leader: await makeActor(db, [['leader', place.province, 'branch']]),
    stranger: await makeActor(db, [['unit', place.otherCommune, 'own']]),
    async close() {
      await open.close();
      await fresh.drop();
    },
  };
}

export const as = (
  world: ExemplarWorld,
  actor: Actor,
  options: Parameters<typeof actingAs>[2] = {},
): Acting => actingAs(world.db, actor, options);

interface MadeExemplar {
  state: string;
  heldFrom?: string | null;
  level?: string | null;
  kind?: 'individual' | 'collective' | 'household';
  fullName?: string;
  /** Null for a lead whose field is not known. */
  plan?: MadePlan | null;
  officeId?: number;
  proposedBy?: number | null;
  subjectId?: number;
  /** With an achievement and all that `choose` asks for. */
  complete?: boolean;
}

/** An exemplar written directly in some state, with the day of its discovery as its only step. */
export async function makeExemplar(world: ExemplarWorld, made: MadeExemplar): Promise<number> {
  const { db } = world;
  const plan = made.plan === undefined ? world.plan : made.plan;
  const subjectId = made.subjectId ?? (await makeSubject(db, made));
  const { id } = await db
    .insertInto('exemplar')
    .values({
      subject_id: subjectId,
      office_id: made.officeId ?? world.place.commune.id,
      plan_id: plan?.planId ?? null,
      field_id: plan?.fieldId ?? null,
      state: made.state,
      held_from: made.heldFrom ?? null,
      level: made.level ?? null,
      breadth: 'aspect',
      statement: 'Trồng bưởi theo hướng hữu cơ, giúp 12 hộ thoát nghèo',
      origin: 'office',
      found_on: '2018-01-02',
      proposed_by: made.proposedBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('exemplar_step')
    .values({ exemplar_id: id, action: 'record', to_state: 'found', on_day: '2018-01-02' })
    .execute();
  if (made.complete && plan) await makeComplete(db, id, plan);
  return id;
}

async function makeSubject(db: Db, { kind = 'individual', fullName = 'Nguyễn Văn Thử' }: MadeExemplar) {
  const subject = { kind, full_name: fullName };
  const { id } = await db.insertInto('subject').values(subject).returning('id').executeTakeFirstOrThrow();
  return id;
}

async function makeComplete(db: Db, id: number, plan: MadePlan): Promise<void> {
  await makeChoosable(db, id, plan);
  await db
    .insertInto('achievement')
    .values({ exemplar_id: id, statement: 'Thu nhập 300 triệu đồng' })
    .execute();
}

/** The keys of the rules that refused; empty when it was done. Any other answer fails the test. */
export function rulesOf(outcome: Outcome<unknown>): string[] {
  if (outcome.ok) return [];
  if (outcome.refusal.kind !== 'refused') throw new Error(`Not refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.refusal.reasons.map((reason) => reason.rule);
}

/** @throws Error with the refusal when it was not done */
export function answerOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

export const rowOf = ({ db }: ExemplarWorld, id: number) =>
  db.selectFrom('exemplar').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const stepsOf = ({ db }: ExemplarWorld, id: number) =>
  db.selectFrom('exemplar_step').selectAll().where('exemplar_id', '=', id).orderBy('id').execute();

export const eventsOf = ({ db }: ExemplarWorld, id: number) =>
  db
    .selectFrom('audit_event')
    .selectAll()
    .where('thing', '=', 'exemplar')
    .where('thing_id', '=', id)
    .orderBy('id')
    .execute();

/** Everything that a step could have written about an exemplar, to be compared before and after. */
export const traceOf = async (world: ExemplarWorld, id: number): Promise<string> =>
  JSON.stringify([await rowOf(world, id), await stepsOf(world, id), await eventsOf(world, id)]);

/** A check of an exemplar in the year of a day, written directly. */
export async function makeCheck(
  { db }: Pick<ExemplarWorld, 'db'>,
  id: number,
  day = '2018-06-01',
): Promise<void> {
  const scores = { effect: 4, efficiency: 4, potential: 4, influence: 4 };
  const words = {
    effect_words: 'Tốt',
    efficiency_words: 'Tốt',
    potential_words: 'Tốt',
    influence_words: 'Tốt',
  };
  await db
    .insertInto('exemplar_check')
    .values({
      exemplar_id: id,
      year: Number(day.slice(0, 4)),
      checked_on: day,
      conclusion: 'keep',
      ...scores,
      ...words,
    })
    .execute();
}
