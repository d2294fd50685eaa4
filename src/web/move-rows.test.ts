import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOVE_ROW } from '../ui/move-row.tsx';
import { rowMove, withRowMoved } from './move-rows.ts';

const prefix = (list: string, n: number) => `${list}.${n}.`;

describe('a row of a form that is moved', () => {
  it('changes places with its neighbour, field by field, and nothing else moves', () => {
    const typed = {
      'stages.0.name': 'Một',
      'stages.1.name': 'Hai',
      'stages.1.who': 'Xã',
      'stages.10.name': 'Mười',
      other: 'x',
      [MOVE_ROW]: 'stages.1.0',
    };
    const move = rowMove(typed, ['stages']);
    expect(move).toEqual({ list: 'stages', from: 1, to: 0 });
    expect(move && withRowMoved(typed, move, prefix)).toEqual({
      'stages.1.name': 'Một',
      'stages.0.name': 'Hai',
      'stages.0.who': 'Xã',
      'stages.10.name': 'Mười',
      other: 'x',
    });
  });

  it.each([undefined, '', 'stages', 'stages.1.3', 'stages.1.1', 'others.1.2', 'stages.-1.0', 'stages.1e1.2'])(
    'stays where it is when the button says nonsense: %s',
    (value) => {
      expect(rowMove(value === undefined ? {} : { [MOVE_ROW]: value }, ['stages'])).toBeNull();
    },
  );

  it('is back in its place when it is moved back', () => {
    const cells = fc.dictionary(
      fc.tuple(fc.nat(6), fc.constantFrom('name', 'when')).map(([n, name]) => `stages.${n}.${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(cells, fc.nat(5), (typed, n) => {
        const there = withRowMoved(typed, { list: 'stages', from: n, to: n + 1 }, prefix);
        expect(withRowMoved(there, { list: 'stages', from: n + 1, to: n }, prefix)).toEqual(typed);
      }),
    );
  });
});
