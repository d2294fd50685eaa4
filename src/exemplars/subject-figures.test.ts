import { describe, expect, it } from 'vitest';
import { byMeasure } from './subject-figures.ts';

const figure = (measure: string | null, value: number | null, year: number | null) => ({
  measure,
  value,
  year,
});

describe('the figures of a subject', () => {
  it('stand measure by measure whatever its case, in Vietnamese order, year by year, words alone last', () => {
    const groups = byMeasure([
      figure('Thu nhập', 300, 2018),
      figure(null, null, 2017),
      figure('Đàn ong', 12, null),
      figure('thu nhập', 200, 2016),
      figure('Đàn ong', 10, 2016),
      figure('Có tên mà không có số', null, 2018),
    ]);
    expect(groups.map(({ measure, figures }) => [measure, figures.map(({ year }) => year)])).toEqual([
      ['Đàn ong', [2016, null]],
      ['Thu nhập', [2016, 2018]],
      [null, [2017, 2018]],
    ]);
  });

  it('are no groups where there are none', () => {
    expect(byMeasure([])).toEqual([]);
  });
});
