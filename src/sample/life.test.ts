import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExemplarState, exemplarWorkflow } from '../exemplars/workflow.ts';
import type { Role } from './cast.ts';
import { BEGINS } from './cast-counts.ts';
import { SAMPLE_TODAY, yearOf } from './days.ts';
import { plotLife } from './life.ts';
import type { Move } from './moves.ts';
import { Chance } from './prng.ts';

const states = Object.keys(exemplarWorkflow.states) as ExemplarState[];
const office = { key: '2016:1', kind: 'commune', name: 'Xã Thử', parent: '235' };
const district = { key: '235', kind: 'district', name: 'Huyện Cẩm Khê', parent: '25' };

const roleFor = (target: ExemplarState, fieldKey: string, late: boolean): Role => ({
  ...{ fieldKey, kind: 'household', target, office, district, unit: 'camkhe.tuan', decider: 'nongdan.oanh' },
  merit: { title: '', position: null, collective: null, statement: '', born: [1950, 1980], figures: [] },
  foundOn: BEGINS[target][late ? 1 : 0],
});
const lives = fc
  .record({
    target: fc.constantFrom(...states),
    field: fc.constantFrom('ntm', 'kinh-te-ho', 'cong-tac'),
    late: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ target, field, late, seed }) => ({
    target,
    moves: plotLife(roleFor(target, field, late), new Chance(seed)),
  }));

const stepsOf = (moves: readonly Move[]) => moves.map((move) => move.does);

describe('every life, by whatever chance', () => {
  test('runs forward from the first day and ends by the day of the sample', () => {
    fc.assert(
      fc.property(lives, ({ moves }) => {
        const days = moves.map((move) => move.day);
        expect(days).toEqual([...days].sort());
        expect((days.at(-1) ?? '') <= SAMPLE_TODAY).toBe(true);
        expect(moves[0]?.does).toBe('record');
      }),
    );
  });

  test('leads through the steps of the life cycle to the state that it is to have', () => {
    fc.assert(
      fc.property(lives, ({ target, moves }) => {
        let state: string = 'found';
        for (const { does } of moves) {
          const step = exemplarWorkflow.steps.find(
            ({ action, from }) => action === does && (from as readonly string[]).includes(state),
          );
          const isStep = Object.hasOwn(exemplarWorkflow.actions, does);
          if (isStep) expect(step, `${does} when ${state}`).toBeDefined();
          if (step) state = step.to;
        }
        expect(state).toBe(target);
      }),
      { numRuns: 500 },
    );
  });

  test('is checked before it is recognised, at most once a year, and never shown in public without being asked', () => {
    fc.assert(
      fc.property(lives, ({ moves }) => {
        const steps = stepsOf(moves);
        if (steps.includes('recognise'))
          expect(steps.indexOf('check')).toBeLessThan(steps.indexOf('recognise'));
        const years = moves.filter((move) => move.does === 'check').map((move) => yearOf(move.day));
        expect(new Set(years).size).toBe(years.length);
        if (steps.includes('choose')) expect(steps.indexOf('consent')).toBeLessThan(steps.indexOf('choose'));
        expect(steps.indexOf('consent')).toBeGreaterThanOrEqual(steps.includes('publication') ? 0 : -1);
      }),
    );
  });
});
