import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import {
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeCheck,
  makeExemplar,
  rowOf,
  stepsOf,
} from '../../test/oracles/exemplar-world.ts';
import { takeStep } from './step.ts';
import { LEVELS } from './step-effect.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const PEOPLE = ['unit', 'lead', 'otherLead', 'standing', 'leader', 'stranger'] as const;
const FORWARD: readonly ExemplarAction[] = ['propose', 'choose', 'recognise', 'honour'];
const ACTIONS = Object.keys(exemplarWorkflow.actions) as ExemplarAction[];

const attempt = fc.record({
  who: fc.constantFrom(...PEOPLE),
  action: fc.oneof(fc.constantFrom(...FORWARD), fc.constantFrom(...ACTIONS)),
  level: fc.constantFrom(...LEVELS),
  override: fc.boolean(),
  /** Before the attempt, the exemplar changes its mind. */
  consent: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.constantFrom('given', 'withdrawn')),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

async function setConsent(id: number, consent: Attempt['consent']): Promise<boolean> {
  const { db } = world;
  if (consent) {
    await db
      .updateTable('consent')
      .set({ withdrawn_on: '2018-11-15' })
      .where('exemplar_id', '=', id)
      .where('withdrawn_on', 'is', null)
      .execute();
  }
  if (consent === 'given') {
    const given = { exemplar_id: id, scope: 'registration', given_on: '2018-11-15', how: 'paper' };
    await db.insertInto('consent').values(given).execute();
  }
  const standing = await db
    .selectFrom('consent')
    .select('id')
    .where('exemplar_id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return standing !== undefined;
}

const approves = (action: string) => ['choose', 'recognise', 'honour'].includes(action);

/** What the steps on record must tell of any life, however it went. */
async function checkRecord(id: number, done: number): Promise<void> {
  const [row, steps, events] = [await rowOf(world, id), await stepsOf(world, id), await eventsOf(world, id)];
  expect([row.version, steps.length, events.length]).toEqual([done + 1, done + 1, done]);
  expect(events.map((event) => event.thing_version)).toEqual(events.map((_, at) => at + 2));
  expect(row.held_from !== null).toBe(row.state === 'held');
  let proposers = new Set<number | null>();
  let state: string | null = null;
  for (const step of steps) {
    expect(step.from_state).toBe(state);
    state = step.to_state;
    if (step.action === 'reopen') proposers = new Set();
    if (step.action === 'propose') proposers.add(step.account_id);
    if (approves(step.action)) expect(proposers.has(step.account_id)).toBe(false);
    expect(step.overrides.length === 0 || step.reason !== null).toBe(true);
  }
  expect(row.state).toBe(state);
}

/** One exemplar through many attempts; what was done is added to `taken`. */
async function walk(attempts: readonly Attempt[], taken: Set<string>): Promise<void> {
  const id = await makeExemplar(world, { state: 'found', complete: true });
  await makeCheck(world, id);
  let done = 0;
  for (const { who, action, level, override, consent } of attempts) {
    const consented = await setConsent(id, consent);
    const overrideReason = override ? 'Đã thống nhất' : null;
    const input = { id, version: null, reason: 'Lý do', reasons: reasonsOf('Thiếu'), overrideReason, level };
    const outcome = await takeStep(as(world, world[who]), action, input);
    if (!outcome.ok) continue;
    done++;
    taken.add(action);
    if (approves(action)) expect(consented).toBe(true);
  }
  await checkRecord(id, done);
}

describe('random people taking random steps on the real database', () => {
  it('leave a record without a gap, never approve what they proposed, and never pass over consent', async () => {
    const taken = new Set<string>();
    const walks = fc.asyncProperty(fc.array(attempt, { minLength: 40, maxLength: 60 }), (attempts) =>
      walk(attempts, taken),
    );
    await fc.assert(walks, { numRuns: 15 });
    // and walks that are always the same, which take every action asked for below: others might leave one out
    await fc.assert(walks, { numRuns: 15, seed: 1711 });
    expect([...taken]).toEqual(
      expect.arrayContaining(['propose', 'choose', 'recognise', 'hold', 'resume', 'reopen']),
    );
  }, 60_000);
});
