import { describe, expect, it } from 'vitest';
import { type CriterionKind, ruleOf } from './rule.ts';
import { ruleInWords } from './rule-words.ts';

describe('the rule of a criterion', () => {
  const CASES: [CriterionKind, unknown, string][] = [
    ['yes_no', {}, 'có'],
    ['threshold', { at_least: 1.5, unit: 'lần' }, 'ít nhất 1,5 lần'],
    ['threshold', { at_most: 5, unit: '%' }, 'nhiều nhất 5%'],
    ['threshold', { at_least: 10, at_most: 20 }, 'ít nhất 10, nhiều nhất 20'],
    ['threshold', { unit: 'triệu đồng' }, 'chưa có định mức'],
    ['every_year', { from: 2016, to: 2020 }, 'mọi năm từ 2016 đến 2020'],
    ['every_year', { from: 2016 }, 'mọi năm từ 2016'],
    ['every_year', {}, 'mọi năm của kế hoạch đã qua'],
    ['rank_in_locality', { rank: 1 }, 'đứng đầu địa phương'],
    ['rank_in_locality', { rank: 3 }, 'trong nhóm 3 đầu của địa phương'],
    ['rank_in_locality', {}, 'chưa có định mức'],
  ];

  it.each(CASES)('%s %j is said as "%s"', (kind, params, words) => {
    expect(ruleInWords(ruleOf(kind, params))).toBe(words);
  });

  it.each([[{ at_least: 'nhiều' }], [null], ['1.5'], [{ at_least: { or: 2 } }]])(
    'takes a norm that is none, %j, as not known',
    (params) => {
      expect(ruleOf('threshold', params)).toEqual({
        kind: 'threshold',
        atLeast: null,
        atMost: null,
        unit: null,
      });
    },
  );
});
