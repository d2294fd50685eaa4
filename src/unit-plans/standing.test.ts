import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStandings, mayBeReminded, STANDINGS, standingOf } from './standing.ts';

const nothing = {
  dueOn: '2016-06-30',
  excusedOn: null,
  state: null,
  firstSubmittedOn: null,
  hasApprovedEdition: false,
};

describe('how an office stands to its duty to write a plan', () => {
  it('is late from the day after the last one, unless it was excused by then', () => {
    expect(standingOf(nothing, '2016-06-30')).toBe('missing');
    expect(standingOf({ ...nothing, state: 'draft' }, '2016-07-01')).toBe('late');
    expect(standingOf({ ...nothing, excusedOn: '2016-07-05' }, '2016-07-04')).toBe('late');
    expect(standingOf({ ...nothing, excusedOn: '2016-07-05' }, '2016-07-05')).toBe('excused');
  });

  it('keeps what was sent as sent, late or in time, whatever came after', () => {
    const sent = { ...nothing, state: 'submitted' as const, firstSubmittedOn: '2016-06-30' };
    expect(standingOf(sent, '2018-01-01')).toBe('submitted');
    expect(standingOf({ ...sent, firstSubmittedOn: '2016-07-01' }, '2018-01-01')).toBe('submitted_late');
    expect(standingOf({ ...sent, state: 'returned' }, '2018-01-01')).toBe('returned');
    expect(standingOf({ ...sent, excusedOn: '2016-06-20' }, '2018-01-01')).toBe('submitted');
  });

  it('stays approved while the next edition is written, sent or returned', () => {
    for (const state of ['draft', 'submitted', 'returned', 'approved'] as const) {
      const facts = { ...nothing, state, firstSubmittedOn: '2016-07-12', hasApprovedEdition: true };
      expect(standingOf(facts, '2018-01-01')).toBe('approved');
    }
  });

  it('is one of the standings that are counted, and only the unsent are reminded', () => {
    const day = fc.constantFrom('2016-06-01', '2016-06-30', '2016-07-01', '2017-01-01');
    const facts = fc.record({
      dueOn: day,
      excusedOn: fc.option(day),
      state: fc.constantFrom(null, 'draft' as const, 'submitted' as const, 'returned' as const),
      firstSubmittedOn: fc.option(day),
      hasApprovedEdition: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(facts), day, (all, today) => {
        const standings = all.map((one) => standingOf(one, today));
        const counts = countStandings(standings);
        expect(STANDINGS.reduce((sum, standing) => sum + counts[standing], 0)).toBe(all.length);
        for (const [n, standing] of standings.entries())
          if (mayBeReminded(standing)) expect(all[n]?.firstSubmittedOn).toBeNull();
      }),
    );
  });
});
