import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearsAsked } from './years.ts';

const PLAN = { from: '2016-01-01', to: '2020-12-31' };
const OPEN = { from: null, to: null };

describe('the years of "every year"', () => {
  it('run from the first year of the plan to the last that is over', () => {
    expect(yearsAsked(OPEN, PLAN, '2018-11-15')).toEqual([2016, 2017]);
  });

  it('are the year before in the first year of the plan', () => {
    expect(yearsAsked(OPEN, PLAN, '2016-06-30')).toEqual([2015]);
  });

  it('end with the plan', () => {
    expect(yearsAsked(OPEN, PLAN, '2023-01-01')).toEqual([2016, 2017, 2018, 2019, 2020]);
  });

  it('are the named ones where the criterion names them, also those to come', () => {
    expect(yearsAsked({ from: 2017, to: 2019 }, PLAN, '2018-11-15')).toEqual([2017, 2018, 2019]);
  });

  it('are never a year short when time goes on', () => {
    const year = fc.integer({ min: 2016, max: 2030 });
    fc.assert(
      fc.property(year, year, (one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        const asked = yearsAsked(OPEN, PLAN, `${later}-03-01`);
        for (const kept of yearsAsked(OPEN, PLAN, `${sooner}-03-01`).filter((y) => y >= 2016))
          expect(asked).toContain(kept);
      }),
    );
  });
});
