import fc from 'fast-check';
import type { Db } from '../src/platform/db.ts';
import type { MadeOffice } from './factories.ts';

/** A made-up exemplar with everything that figures are counted over. Offices and fields are named by their number. */
export interface Life {
  kind: 'individual' | 'collective' | 'household';
  office: number;
  field: 0 | 1 | null;
  breadth: 'comprehensive' | 'aspect' | null;
  steps: { to: string; action: string; day: string }[];
  check: { year: number; day: string; scores: number[]; conclusion: string } | null;
  promises: { kind: 'help' | 'support'; due: string; done: string | null; cost: number | null }[];
  honours: { day: string; level: string; form: boolean }[];
  achievements: { value: number | null; trust: 'self_declared' | 'confirmed' | 'contradicted' }[];
}

const day = fc
  .tuple(
    fc.integer({ min: 2016, max: 2018 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

const STATES = ['found', 'proposed', 'returned', 'waiting', 'nurtured', 'recognised', 'honoured', 'held'];
const ENDS = ['declined', 'withdrawn', 'lapsed'];
const ACTIONS: Record<string, string> = { nurtured: 'choose', found: 'reopen', held: 'hold' };

const steps = fc
  .array(fc.tuple(day, fc.constantFrom(...STATES, ...ENDS)), { minLength: 1, maxLength: 6 })
  .map((pairs) =>
    pairs
      .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .map(([on, to], n) => ({
        day: on,
        to: n === 0 ? 'found' : to,
        action: n === 0 ? 'record' : (ACTIONS[to] ?? 'thử'),
      })),
  );

const score = fc.integer({ min: 1, max: 5 });
const done = (due: string) => fc.option(day.map((on) => (on > due ? on : due)));

export const lives: fc.Arbitrary<Life> = fc.record({
  kind: fc.constantFrom('individual', 'collective', 'household'),
  office: fc.integer({ min: 0, max: 4 }),
  field: fc.constantFrom(0, 1, null),
  breadth: fc.constantFrom('comprehensive', 'aspect', null),
  steps,
  check: fc.option(
    fc
      .tuple(day, fc.array(score, { minLength: 4, maxLength: 4 }), fc.constantFrom('keep', 'help', 'stop'))
      .map(([on, scores, conclusion]) => ({ year: Number(on.slice(0, 4)), day: on, scores, conclusion })),
  ),
  promises: fc.array(
    fc.tuple(fc.constantFrom('help' as const, 'support' as const), day).chain(([kind, due]) =>
      fc.record({
        kind: fc.constant(kind),
        due: fc.constant(due),
        done: done(due),
        cost: kind === 'help' ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: 9_000_000 })),
      }),
    ),
    { maxLength: 3 },
  ),
  honours: fc.array(
    fc.record({ day, level: fc.constantFrom('commune', 'province', 'national'), form: fc.boolean() }),
    { maxLength: 2 },
  ),
  achievements: fc.array(
    fc.record({
      value: fc.option(fc.integer({ min: 0, max: 100 })),
      trust: fc.constantFrom('self_declared' as const, 'confirmed' as const, 'contradicted' as const),
    }),
    { maxLength: 3 },
  ),
});

interface Ground {
  planId: number;
  fieldIds: readonly number[];
  offices: readonly MadeOffice[];
  awardFormId: number;
}

/** Writes a life as it is, without asking any rule: figures must hold whatever the records are. */
export async function writeLife(db: Db, life: Life, ground: Ground): Promise<number> {
  const { id: subjectId } = await db
    .insertInto('subject')
    .values({ kind: life.kind, full_name: 'Người Thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('exemplar')
    .values({
      plan_id: ground.planId,
      field_id: life.field === null ? null : (ground.fieldIds[life.field] ?? null),
      subject_id: subjectId,
      office_id: ground.offices[life.office]?.id ?? 0,
      state: life.steps.at(-1)?.to ?? 'found',
      breadth: life.breadth,
      origin: 'office',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { to, action, day: on } of life.steps) {
    await db
      .insertInto('exemplar_step')
      .values({ exemplar_id: id, action, to_state: to, on_day: on })
      .execute();
  }
  await writeWork(db, id, life);
  for (const honour of life.honours) {
    await db
      .insertInto('honour')
      .values({
        exemplar_id: id,
        honoured_on: honour.day,
        level: honour.level,
        occasion: 'Hội nghị',
        award_form_id: honour.form ? ground.awardFormId : null,
      })
      .execute();
  }
  return id;
}

async function writeWork(db: Db, id: number, life: Life): Promise<void> {
  if (life.check) {
    const [effect = 1, efficiency = 1, potential = 1, influence = 1] = life.check.scores;
    const words = { effect_words: '.', efficiency_words: '.', potential_words: '.', influence_words: '.' };
    await db
      .insertInto('exemplar_check')
      .values({
        exemplar_id: id,
        year: life.check.year,
        checked_on: life.check.day,
        conclusion: life.check.conclusion,
        ...{ effect, efficiency, potential, influence },
        ...words,
      })
      .execute();
  }
  for (const { kind, due, done: doneOn, cost } of life.promises) {
    const both = { exemplar_id: id, due_on: due, done_on: doneOn, result: doneOn ? 'xong' : null };
    if (kind === 'help') {
      await db
        .insertInto('help_task')
        .values({ ...both, difficulty: '.', help: '.', owner: '.' })
        .execute();
    } else {
      await db
        .insertInto('support_action')
        .values({ ...both, kind: 'skill', what: '.', cost })
        .execute();
    }
  }
  for (const { value, trust } of life.achievements) {
    await db
      .insertInto('achievement')
      .values({
        exemplar_id: id,
        statement: '.',
        value,
        trust,
        confirmed_by: trust === 'confirmed' ? 'UBND xã' : null,
      })
      .execute();
  }
}
