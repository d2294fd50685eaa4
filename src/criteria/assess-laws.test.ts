import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterion, judged, no, part, yes } from '../../test/criteria-judged.ts';
import { type Answer, UNANSWERED } from './answer.ts';
import type { Judged } from './assess-set.ts';
import type { Result } from './finding.ts';
import type { Rule } from './rule.ts';

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(UNANSWERED),
  fc.boolean().map((value) => ({ yes: value })),
);
const ORDER: Record<Result, number> = { not_met: 0, unknown: 1, met: 2 };
const tenths = fc.integer({ min: 0, max: 400 }).map((n) => n / 10);

/** A random set: yes/no, disqualifiers, an any-of and a sum of points with some criteria in them. */
const anySet = fc
  .tuple(
    fc.array(fc.constantFrom<Rule>({ kind: 'yes_no' }, { kind: 'disqualifier' }), { maxLength: 4 }),
    fc.record({ n: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      pass: tenths,
      given: fc.array(
        fc.integer({ min: 1, max: 400 }).map((n) => n / 10),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  )
  .map(([single, any, sum]): Judged[] => {
    let id = 0;
    const top = single.map((rule) => criterion(++id, rule));
    const anyOf = criterion(++id, { kind: 'any_of', n: any.n });
    const ones = Array.from({ length: any.size }, () => part(++id, anyOf.id, { kind: 'yes_no' }));
    const total = criterion(++id, { kind: 'points_sum', pass: sum.pass });
    const worth = sum.given.map((points) => part(++id, total.id, { kind: 'yes_no' }, points));
    return [...top, anyOf, ...ones, total, ...worth];
  });
const setWithAnswers = anySet.chain((set) =>
  fc.tuple(
    fc.constant(set),
    fc
      .array(anyAnswer, { minLength: set.length, maxLength: set.length })
      .map((all) => set.map(({ id }, n): [number, Answer] => [id, all[n] ?? UNANSWERED])),
  ),
);
const best = ({ rule }: Judged): Answer => (rule.kind === 'disqualifier' ? no : yes);

describe('whatever is asked and answered', () => {
  it('turning an unknown answer into the best one never makes anything worse', () => {
    fc.assert(
      fc.property(setWithAnswers, fc.nat(), ([set, answers], at) => {
        const open = answers.filter(([, answer]) => 'unknown' in answer);
        const turned = open[at % Math.max(1, open.length)];
        if (!turned) return;
        const better = answers.map(([id, answer]): [number, Answer] => {
          const one = set.find((other) => other.id === id);
          return id === turned[0] && one ? [id, best(one)] : [id, answer];
        });
        const [before, after] = [judged(set, answers), judged(set, better)];
        for (const { id } of set)
          expect(ORDER[after.of(id)?.result ?? 'not_met']).toBeGreaterThanOrEqual(
            ORDER[before.of(id)?.result ?? 'met'],
          );
        expect(ORDER[after.verdict.result]).toBeGreaterThanOrEqual(ORDER[before.verdict.result]);
      }),
    );
  });

  it('answering what was unknown never turns a decided result round', () => {
    fc.assert(
      fc.property(setWithAnswers, anyAnswer, ([set, answers], later) => {
        const decided = judged(set, answers);
        const filled = answers.map(([id, answer]): [number, Answer] => [
          id,
          'unknown' in answer ? later : answer,
        ]);
        const after = judged(set, filled);
        for (const { id } of set)
          if (decided.of(id)?.result !== 'unknown') expect(after.of(id)?.result).toBe(decided.of(id)?.result);
      }),
    );
  });

  it('the order of criteria and of answers does not matter', () => {
    fc.assert(
      fc.property(setWithAnswers, fc.infiniteStream(fc.nat()), ([set, answers], keys) => {
        const order = [...set, ...set].map(() => keys.next().value ?? 0);
        const shuffled = set.toSorted((a, b) => (order[a.id] ?? 0) - (order[b.id] ?? 0));
        const [one, other] = [judged(set, answers), judged(shuffled, answers.toReversed())];
        expect(other.verdict.result).toBe(one.verdict.result);
        for (const { id } of set)
          expect(other.of(id)).toMatchObject({ result: one.of(id)?.result, points: one.of(id)?.points });
      }),
    );
  });

  it('any of one criterion is that criterion', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const set = [criterion(1, { kind: 'any_of', n: 1 }), part(2, 1, { kind: 'yes_no' })];
        const { of } = judged(set, [[2, answer]]);
        expect(of(1)?.result).toBe(of(2)?.result);
      }),
    );
  });

  it('sums points exactly in tenths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 1, maxLength: 30 }), (given) => {
        const set = [
          criterion(1, { kind: 'points_sum', pass: null }),
          ...given.map((_, n) => part(n + 2, 1, { kind: 'points', atLeast: null }, 999.9)),
        ];
        const { of } = judged(
          set,
          given.map((n, at): [number, Answer] => [at + 2, { points: n / 10 }]),
        );
        const exact = given.reduce((sum, n) => sum + n, 0);
        expect(Math.round((of(1)?.points?.reached ?? -1) * 10)).toBe(exact);
        expect(of(1)?.points?.reached).toBe(exact / 10);
      }),
    );
  });

  it('nothing answered is nothing decided, but for groups that can never be enough', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const { of, verdict } = judged(set, []);
        for (const { id, parentId } of set) if (parentId !== null) expect(of(id)?.result).toBe('unknown');
        expect(verdict.summary).toMatch(/^(?!.*(null|undefined|NaN)).+\.$/s);
      }),
    );
  });
});
