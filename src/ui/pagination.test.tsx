import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pagination, pagesToShow } from './pagination.tsx';

describe('the pages offered below a list', () => {
  it('are first, last and the neighbours, with gaps between', () => {
    expect(pagesToShow(7, 42)).toEqual([1, null, 6, 7, 8, null, 42]);
    expect(pagesToShow(1, 42)).toEqual([1, 2, 3, null, 42]);
    expect(pagesToShow(1, 1)).toEqual([1]);
  });

  it('always climb, hold the present page and both ends, and never hide a single page', () => {
    const lists = fc
      .integer({ min: 1, max: 500 })
      .chain((count) => fc.tuple(fc.integer({ min: 1, max: count }), fc.constant(count)));
    fc.assert(
      fc.property(lists, ([page, count]) => {
        const shown = pagesToShow(page, count);
        const numbers = shown.filter((n) => n !== null);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([1, page, count]));
        expect(shown.length).toBeLessThanOrEqual(9);
        shown.forEach((n, index) => {
          const gap = (shown[index + 1] ?? 0) - (shown[index - 1] ?? 0);
          if (n === null) expect(gap).toBeGreaterThan(2);
          else if (typeof shown[index - 1] === 'number') expect(n - Number(shown[index - 1])).toBe(1);
        });
      }),
    );
  });

  it('are not shown when there is only one', () => {
    expect(String(<Pagination page={1} pageCount={1} hrefFor={() => ''} />)).toBe('');
  });
});
