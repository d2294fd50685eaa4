import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { AT_HAND } from './desk-judge.ts';
import { neighbours, STEP_KEYS } from './register-steps.ts';
import { progressOf, type RegisterFacts, registerTasks } from './register-tasks.ts';
import type { ExemplarFacts } from './rules.ts';

const CRITERIA = { asked: true, assessed: true, disqualifiedBy: [], notMet: [], unknown: [] };
const GUARDS: ExemplarFacts = {
  state: 'found',
  level: null,
  planState: 'in_force',
  fieldName: 'Kinh tế hộ',
  hasBreadth: true,
  hasStatement: true,
  achievements: 1,
  endorsement: { present: 40, agreed: 38 },
  criteria: CRITERIA,
  ownedSupportActions: 1,
  consent: 'standing',
  quota: { limit: 5, taken: 0 },
  checks: 0,
  proposers: [],
  lastStepOn: null,
  voices: { objections: 0, corrections: 0 },
  desk: AT_HAND,
};
const WHOLE: RegisterFacts = {
  guards: GUARDS,
  kind: 'individual',
  birthYear: 1970,
  place: 'khu 7',
  position: 'Nông dân',
  representative: null,
  foundOn: '2018-01-02',
  ...{ origin: 'office', sources: [], sourceNote: null },
  movement: true,
  novelty: true,
  interest: true,
  figures: 1,
  withoutEvidence: 0,
  contradicted: 0,
  evidence: 1,
  contributions: 1,
  publicationConsent: true,
};

const tasks = (more: Partial<RegisterFacts> = {}, guards: Partial<ExemplarFacts> = {}) =>
  registerTasks({ ...WHOLE, ...more, guards: { ...GUARDS, ...guards } });
const task = (key: string, list: ReturnType<typeof tasks>) => list.find((one) => one.key === key);

describe('the task list of a registration', () => {
  it('is done, row by row, when nothing is missing', () => {
    expect(tasks().map(({ key, state }) => [key, state])).toEqual(STEP_KEYS.map((key) => [key, 'done']));
  });

  it.each([
    ['linh-vuc', { fieldName: null }, 'propose'],
    ['linh-vuc', { planState: null }, 'propose'],
    ['muc-do', { hasBreadth: false }, 'propose'],
    ['tom-tat', { hasStatement: false }, 'propose'],
    ['thanh-tich', { achievements: 0 }, 'propose'],
    ['suy-ton', { endorsement: null }, 'choose'],
    ['tieu-chi', { criteria: { ...CRITERIA, notMet: ['Có uy tín'] } }, 'choose'],
    ['boi-duong', { ownedSupportActions: 0 }, 'choose'],
    ['dong-y', { consent: 'withdrawn' }, 'choose'],
  ] as const)('says at %s what a step of the life cycle will ask for', (key, guards, before) => {
    const found = task(key, tasks({}, guards));
    expect(found).toMatchObject({ state: 'missing', before });
    expect(found?.missing.length).toBeGreaterThan(0);
  });

  it.each([
    ['press', { sources: ['Báo Phú Thọ'] }, 'đường dẫn bài báo'],
    ['press', { sources: ['https://baophutho.vn/a'] }, null],
    ['association', {}, 'đoàn thể, hội nào'],
    ['association', { sourceNote: 'Hội Phụ nữ xã' }, null],
    ['own_search', {}, 'tìm hiểu từ đâu'],
    ['own_search', { sources: ['Đi cơ sở'] }, null],
    ['office', {}, null],
    ['citizen', {}, null],
  ] as const)('of one found by way of %s with %o asks for the source itself: %s', (origin, more, said) => {
    const found = task('phat-hien', tasks({ origin, ...more }));
    expect(found?.state).toBe(said ? 'advised' : 'done');
    expect(found?.missing.join(' ')).toContain(said ?? '');
  });

  it('advises what makes a file better without holding it up', () => {
    const list = tasks({
      novelty: false,
      interest: false,
      movement: false,
      figures: 0,
      publicationConsent: false,
    });
    expect(task('tom-tat', list)).toMatchObject({
      state: 'advised',
      missing: ['Chưa ghi điều mới hoặc việc khó đã giải quyết.', 'Chưa ghi ai quan tâm.'],
    });
    for (const key of ['linh-vuc', 'thanh-tich', 'dong-y']) expect(task(key, list)?.state).toBe('advised');
  });

  it('asks each kind of subject what it has', () => {
    const bare = { birthYear: null, place: null, position: null, representative: null };
    const asked = SUBJECT_KINDS.map((kind) => task('ai', tasks({ ...bare, kind }))?.missing);
    expect(asked).toEqual([
      ['Chưa ghi năm sinh.', 'Chưa ghi nơi ở, địa chỉ.', 'Chưa ghi chức vụ, nghề nghiệp.'],
      ['Chưa ghi nơi ở, địa chỉ.', 'Chưa ghi người đại diện.'],
      ['Chưa ghi năm sinh.', 'Chưa ghi nơi ở, địa chỉ.'],
    ]);
  });

  it('does not ask for criteria that the field does not have for this kind, nor for gifts', () => {
    const asked = { ...CRITERIA, asked: false, assessed: false };
    const list = tasks({ contributions: 0 }, { criteria: asked });
    expect(task('tieu-chi', list)?.state).toBe('not_needed');
    expect(task('dong-gop', list)?.state).toBe('if_any');
    expect(task('tieu-chi', tasks({}, { criteria: asked, fieldName: null }))?.state).toBe('if_any');
    expect(progressOf(list)).toEqual({ done: 10, asked: 10 });
  });

  it('never says done and missing at once, whatever is known', () => {
    const flags = fc.record({
      novelty: fc.boolean(),
      movement: fc.boolean(),
      figures: fc.nat(3),
      withoutEvidence: fc.nat(3),
      evidence: fc.nat(3),
      kind: fc.constantFrom(...SUBJECT_KINDS),
    });
    fc.assert(
      fc.property(flags, fc.boolean(), fc.nat(2), (more, hasStatement, achievements) => {
        for (const { state, missing } of tasks(more, { hasStatement, achievements }))
          expect(missing.length > 0).toBe(state === 'missing' || state === 'advised');
      }),
    );
  });
});

it('the steps lead from the first to the last and back', () => {
  for (const [at, key] of STEP_KEYS.entries())
    expect(neighbours(key)).toEqual({ before: STEP_KEYS[at - 1] ?? null, after: STEP_KEYS[at + 1] ?? null });
});
