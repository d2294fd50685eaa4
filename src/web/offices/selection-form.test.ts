import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OfficeSelection } from '../../offices/selection.ts';
import { type SelectionTyped, selectionInWords, selectionKept, selectionTyped } from './selection-form.ts';

const typed = (change: Partial<SelectionTyped>): SelectionTyped => ({
  whoBy: 'office',
  whoOfficeId: null,
  whoKindId: null,
  whoBlocId: null,
  ...change,
});

it('says at the field what is missing of each way of choosing, and asks for nothing else', () => {
  const missing = (change: Partial<SelectionTyped>) => {
    const outcome = selectionTyped(typed(change));
    return outcome.ok ? [] : Object.keys(outcome.errors);
  };
  expect(missing({ whoBy: 'office' })).toEqual(['whoOfficeId']);
  expect(missing({ whoBy: 'branch' })).toEqual(['whoOfficeId']);
  expect(missing({ whoBy: 'kind' })).toEqual(['whoOfficeId', 'whoKindId']);
  expect(missing({ whoBy: 'kind', whoOfficeId: 1 })).toEqual(['whoKindId']);
  expect(missing({ whoBy: 'bloc', whoOfficeId: 1 })).toEqual(['whoBlocId']);
  expect(missing({ whoBy: 'bloc', whoBlocId: 1 })).toEqual([]);
});

it('reads back whatever selection it showed', () => {
  const id = fc.integer({ min: 1, max: 1e6 });
  const selection: fc.Arbitrary<OfficeSelection> = fc.oneof(
    fc.record({ by: fc.constant('office' as const), officeId: id }),
    fc.record({
      by: fc.constant('kind' as const),
      kindId: fc.constantFrom('district', 'commune'),
      belowId: id,
    }),
    fc.record({ by: fc.constant('branch' as const), belowId: id }),
    fc.record({ by: fc.constant('bloc' as const), blocId: id }),
  );
  fc.assert(
    fc.property(selection, (one) => {
      expect(selectionTyped(selectionKept(one) as SelectionTyped)).toEqual({ ok: true, selection: one });
    }),
  );
});

it('words whom it means', () => {
  expect(selectionInWords('kind', 'UBND tỉnh Phú Thọ', 'Huyện, thành phố, thị xã')).toBe(
    'Mọi huyện, thành phố, thị xã thuộc UBND tỉnh Phú Thọ',
  );
  expect(selectionInWords('branch', 'Sở Y tế', null)).toBe('Sở Y tế và mọi đơn vị trực thuộc');
});
