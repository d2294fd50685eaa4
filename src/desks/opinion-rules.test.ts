import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { isAwaited, judgeOpinions, opinionState } from './opinion-rules.ts';

const DUE = '2018-10-26';
const of = (answeredOn: string | null, gapOn: string | null = null) => ({ dueOn: DUE, answeredOn, gapOn });

describe('an opinion', () => {
  it.each([
    ['open until the end of its day', of(null), DUE, 'open'],
    ['late from the day after', of(null), '2018-10-27', 'late'],
    ['a gap once the paper has gone on without it', of(null, '2018-11-01'), '2018-11-05', 'gap'],
    ['answered in its day', of(DUE), '2018-11-05', 'answered'],
    ['answered after its day', of('2018-10-29'), '2018-11-05', 'answered_late'],
    ['a supplement when it comes after the gap', of('2018-11-09', '2018-11-01'), '2018-11-10', 'supplement'],
  ])('is %s', (_name, opinion, today, state) => {
    expect(opinionState(opinion, today)).toBe(state);
  });

  it('is awaited exactly while it is open or late', () => {
    const day = fc.option(fc.integer({ min: -30, max: 30 }).map((n) => addDays(DUE, n)));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -40, max: 40 }), (answeredOn, gapOn, n) => {
        const opinion = of(answeredOn, gapOn);
        const state = opinionState(opinion, addDays(DUE, n));
        expect(isAwaited(opinion)).toBe(state === 'open' || state === 'late');
      }),
    );
  });

  it('holds a decision back by name until it is given or named as a gap', () => {
    const named = (name: string, ...days: Parameters<typeof of>) => ({ ...of(...days), officeName: name });
    expect(judgeOpinions([])).toBeNull();
    expect(judgeOpinions([named('Sở Y tế', DUE), named('Công an', null, '2018-11-01')])).toBeNull();
    const refusal = judgeOpinions([named('Sở Y tế', DUE), named('Công an tỉnh', null)]);
    expect(refusal?.rule).toBe('opinion_awaited');
    expect(refusal?.sentence).toContain('Công an tỉnh (hạn 26/10/2018)');
    expect(refusal?.sentence).not.toContain('Sở Y tế');
  });
});
