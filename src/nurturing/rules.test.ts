import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDuties,
  type DatedState,
  type Difficulty,
  firstDayIn,
  wrongCheckDay,
  wrongConclusion,
  wrongDifficulties,
  wrongDoneDay,
  wrongHelpDay,
  wrongSupportDay,
  yearsUnderCare,
} from './rules.ts';

const difficulty: Difficulty = {
  row: 1,
  difficulty: 'Thiếu vốn',
  help: 'Vay ưu đãi',
  owner: 'Hội Nông dân xã',
  dueOn: '2019-03-31',
};
const CARED = ['nurtured', 'recognised', 'honoured'];

describe('a difficulty found in a check', () => {
  const errorsOf = (...rows: Difficulty[]) => Object.keys(wrongDifficulties(rows, '2018-11-10'));

  it('is accepted with its help, somebody who helps, and a day', () => {
    expect(errorsOf(difficulty)).toEqual([]);
  });

  it('is refused at each field that is missing, under the number of its row', () => {
    const bare = { row: 2, difficulty: 'Đường xấu', help: null, owner: null, dueOn: null };
    expect(errorsOf(difficulty, bare)).toEqual(['help_2', 'owner_2', 'due_2']);
    expect(errorsOf({ ...bare, row: 3, difficulty: null, owner: 'UBND xã' })).toEqual([
      'difficulty_3',
      'help_3',
      'due_3',
    ]);
  });

  it('is not to be helped before it was found', () => {
    expect(errorsOf({ ...difficulty, dueOn: '2018-11-09' })).toEqual(['due_1']);
    expect(errorsOf({ ...difficulty, dueOn: '2018-11-10' })).toEqual([]);
  });

  it('must be there when the conclusion is that help is needed', () => {
    expect(wrongConclusion('help', [])).toContain('ít nhất một khó khăn');
    expect(wrongConclusion('help', [difficulty])).toBeNull();
    expect(wrongConclusion('keep', [])).toBeNull();
  });
});

describe('the yearly checks', () => {
  const steps: DatedState[] = [
    { state: 'found', onDay: '2015-12-01' },
    { state: 'nurtured', onDay: '2016-05-20' },
    { state: 'recognised', onDay: '2017-06-01' },
    { state: 'held', onDay: '2018-03-01' },
    { state: 'recognised', onDay: '2019-02-01' },
  ];

  it('are asked for each year at whose end the exemplar was under care, the year of the choice too', () => {
    expect(yearsUnderCare(steps, CARED, '2019-11-15')).toEqual([2016, 2017, 2019]);
    expect(yearsUnderCare(steps, CARED, '2018-02-28')).toEqual([2016, 2017, 2018]);
    expect(yearsUnderCare([], CARED, '2018-02-28')).toEqual([]);
  });

  it('are asked for in the order in which the steps were taken, also when two fall on one day', () => {
    const sameDay = [...steps.slice(0, 2), { state: 'withdrawn', onDay: '2016-05-20' }];
    expect(yearsUnderCare(sameDay, CARED, '2017-01-01')).toEqual([]);
  });

  it('are due in the present year and missing in the years gone by', () => {
    expect(checkDuties([2016, 2017, 2018, 2019], [2017], '2019-11-15')).toEqual([
      { year: 2016, duty: 'missing' },
      { year: 2017, duty: 'done' },
      { year: 2018, duty: 'missing' },
      { year: 2019, duty: 'due' },
    ]);
  });

  it('keep one that was made in a year for which none was asked', () => {
    expect(checkDuties([2018], [2017, 2018], '2018-11-15').map((one) => one.duty)).toEqual(['done', 'done']);
  });

  it('never ask for the future, list each year once, and are done just where there is a check', () => {
    const year = fc.integer({ min: 2010, max: 2030 });
    const day = fc.tuple(year, fc.constantFrom('03-01', '12-31')).map((parts) => parts.join('-'));
    const state = fc.constantFrom('found', 'nurtured', 'honoured', 'held');
    fc.assert(
      fc.property(fc.array(fc.record({ state, onDay: day })), fc.array(year), year, (taken, checked, now) => {
        const inOrder = taken.toSorted((a, b) => a.onDay.localeCompare(b.onDay));
        const today = `${now}-06-01`;
        const asked = yearsUnderCare(inOrder, CARED, today);
        const duties = checkDuties(asked, checked, today);
        const years = duties.map((one) => one.year);
        expect(new Set(years).size).toBe(years.length);
        expect(years.toSorted()).toEqual(years);
        for (const { year: one, duty } of duties) {
          if (duty === 'missing') expect(one).toBeLessThan(now);
          if (duty === 'due') expect(one).toBe(now);
          expect(duty === 'done').toBe(checked.includes(one));
        }
        const began = firstDayIn(inOrder, CARED);
        for (const one of asked) expect(`${one}-12-31` >= (began ?? '9999')).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  it('of a check are not ahead, and not before the exemplar came into care', () => {
    expect(wrongCheckDay('2018-11-16', '2018-11-15', null)).toContain('chưa tới');
    expect(wrongCheckDay('2018-11-15', '2018-11-15', null)).toBeNull();
    expect(wrongCheckDay('2016-05-19', '2018-11-15', '2016-05-20')).toContain('20/05/2016');
    expect(wrongCheckDay('2016-05-20', '2018-11-15', '2016-05-20')).toBeNull();
  });

  it('of a promise lie after what it is for', () => {
    expect(wrongHelpDay('2018-11-14', '2018-11-15')).toContain('15/11/2018');
    expect(wrongHelpDay('2018-11-15', '2018-11-15')).toBeNull();
    expect(wrongSupportDay('2018-01-01', '2018-01-02')).toContain('02/01/2018');
    expect(wrongSupportDay('2018-01-02', '2018-01-02')).toBeNull();
    expect(wrongSupportDay(null, '2018-01-02')).toBeNull();
    expect(wrongSupportDay('2018-01-02', null)).toBeNull();
  });

  it('of what was done are not ahead', () => {
    expect(wrongDoneDay('2018-11-16', '2018-11-15')).toContain('chưa tới');
    expect(wrongDoneDay('2018-11-15', '2018-11-15')).toBeNull();
  });
});
