import type { Actor, Role } from '../src/identity/actor.ts';
import type { Outcome } from '../src/platform/outcome.ts';
import type { PastAwardInput } from '../src/subjects/past-award.ts';
import { type MadeOffice, makeActor } from './factories.ts';
import { type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';
import { type MadeSubject, makeSubject } from './subject-world.ts';

/** A subject with a registration in the field of the world's plan, with its commune. */
export async function registeredSubject(
  world: ExemplarWorld,
  made: MadeSubject = {},
  officeId?: number,
): Promise<number> {
  const id = await makeSubject(world.db, made);
  const office = officeId === undefined ? {} : { officeId };
  await makeExemplar(world, { state: 'nurtured', subjectId: id, ...office });
  return id;
}

/** Somebody of each role who sees what lies with the commune, and the officer of the neighbouring one. */
export async function everybody(world: ExemplarWorld): Promise<Record<Role | 'stranger', Actor>> {
  const { db, place } = world;
  const above = (role: Role): Promise<Actor> =>
    makeActor(db, [[role, place.province as MadeOffice, 'branch']]);
  return {
    unit: world.unit,
    lead: world.lead,
    standing: world.standing,
    council: await above('council'),
    leader: world.leader,
    press: await above('press'),
    viewer: await above('viewer'),
    admin: await above('admin'),
    stranger: world.stranger,
  };
}

/** 'done', or why not in one word: of a refusal its first rule, else its kind. */
export function inOneWord(outcome: Outcome<unknown>): string {
  if (outcome.ok) return 'done';
  return outcome.refusal.kind === 'refused' ? (outcome.refusal.reasons[0]?.rule ?? '') : outcome.refusal.kind;
}

/** What the history of a subject holds, oldest first. */
export const subjectEvents = ({ db }: Pick<ExemplarWorld, 'db'>, id: number) =>
  db
    .selectFrom('audit_event')
    .select(['kind', 'thing_version', 'office_id', 'before', 'after', 'reason'])
    .where('thing', '=', 'subject')
    .where('thing_id', '=', id)
    .orderBy('id')
    .execute();

/** An award from before as it is typed. */
export const typedAward = (id: number, more: Partial<PastAwardInput> = {}): PastAwardInput => ({
  id,
  version: null,
  awardFormId: null,
  formWords: 'Giấy khen của Hội Nông dân huyện',
  number: '45/QĐ-HND',
  decidedOn: '2015-11-20',
  givenBy: 'Hội Nông dân huyện',
  year: 2015,
  forWhat: null,
  source: 'paper',
  ...more,
});
