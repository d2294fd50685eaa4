import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatPercent,
  parseDate,
  UNKNOWN,
} from './format.ts';

describe('dates', () => {
  it('are written dd/mm/yyyy, whatever time follows', () => {
    expect(formatDate('2018-11-05')).toBe('05/11/2018');
    expect(formatDate('2018-11-05T23:59:59Z')).toBe('05/11/2018');
  });

  it('that are not known are said to be so', () => {
    for (const nothing of [null, undefined, '', '2018']) expect(formatDate(nothing)).toBe(UNKNOWN);
    expect(formatDateTime(null)).toBe(UNKNOWN);
    expect(formatDateTime(new Date('no'))).toBe(UNKNOWN);
  });

  it('of a moment follow the clock of Việt Nam', () => {
    expect(formatDateTime(new Date('2018-11-15T17:05:00Z'))).toBe('00:05 ngày 16/11/2018');
  });

  it('are read as people type them, also without a slash on a number pad', () => {
    for (const typed of [
      '15/11/2018',
      '15-11-2018',
      '15.11.2018',
      ' 15 11 2018 ',
      '15112018',
      '2018-11-15',
    ]) {
      expect(parseDate(typed), typed).toBe('2018-11-15');
    }
    expect(parseDate('2/9/2016')).toBe('2016-09-02');
  });

  it('that are no days of the calendar are refused', () => {
    for (const wrong of [
      '31/2/2018',
      '29/02/2019',
      '0/1/2018',
      '1/13/2018',
      '15/11/18',
      'hôm qua',
      '',
      '2018-02-30',
    ]) {
      expect(parseDate(wrong), wrong).toBeNull();
    }
  });

  it('come back the same after being written and read', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          return parseDate(formatDate(iso)) === iso;
        },
      ),
    );
  });
});

describe('numbers', () => {
  it('group with dots and part with a comma', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(1234.5, { decimals: 2 })).toBe('1.234,50');
    expect(formatCount(1654)).toBe('1.654');
    expect(formatNumber(-1234.5)).toBe('-1.234,5');
  });

  it('keep a zero apart from what is not known', () => {
    expect(formatNumber(0)).toBe('0');
    for (const write of [formatNumber, formatCount, formatMoney, formatPercent]) {
      expect(write(null)).toBe(UNKNOWN);
      expect(write(Number.NaN)).toBe(UNKNOWN);
    }
  });

  it('look the locale up once, not for each number of a page: half of the time of a ledger went there', () => {
    formatNumber(1.5);
    formatCount(1);
    const lookUps = [vi.spyOn(Intl, 'NumberFormat'), vi.spyOn(Number.prototype, 'toLocaleString')];
    for (let n = 0; n < 100; n++) expect(formatNumber(n) + formatCount(n)).toBe(`${n}${n}`);
    for (const lookUp of lookUps) expect(lookUp).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('as a share are percent with one decimal at most', () => {
    expect(formatPercent(0.925)).toBe('92,5%');
    expect(formatPercent(41 / 52)).toBe('78,8%');
    expect(formatPercent(1)).toBe('100%');
  });
});

describe('money', () => {
  it('is written as people write it', () => {
    expect(formatMoney(180_000_000)).toBe('180 triệu đồng');
    expect(formatMoney(1_500_000_000)).toBe('1,5 tỷ đồng');
    expect(formatMoney(187_250_000)).toBe('187,25 triệu đồng');
    expect(formatMoney(750_000)).toBe('750.000 đồng');
    expect(formatMoney(1_234_567)).toBe('1.234.567 đồng');
    expect(formatMoney(0)).toBe('0 đồng');
  });

  it('never loses a đồng by its short form', () => {
    const sizes: Record<string, number> = { 'tỷ đồng': 1e9, 'triệu đồng': 1e6, đồng: 1 };
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom(1, 1e4, 1e6, 1e7), (count, step) => {
        const dong = Math.trunc(count / step) * step;
        const [number = '', ...unit] = formatMoney(dong).split(' ');
        const value = Number(number.replaceAll('.', '').replace(',', '.'));
        return (
          Math.round(value * (sizes[unit.join(' ')] ?? Number.NaN)) === dong || (dong === 0 && value === 0)
        );
      }),
    );
  });
});
