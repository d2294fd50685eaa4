import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from './cell-day.ts';
import { inProperCase, isInCapitals, kindInName, kindInWords, withoutTitle } from './cell-name.ts';
import { columnStyle, readNumber } from './cell-number.ts';
import { isExcelError, meansAbove, refusalOfText } from './cell-text.ts';
import { keyOf, likeness, spellingOf } from './words.ts';

describe('a number in a list', () => {
  it.each([
    ['1.234,5', 1234.5, null],
    ['1,234.5', 1234.5, null],
    ['1.200m2', 1200, 'm2'],
    ['1.200 m²', 1200, 'm²'],
    ['180 triệu đồng', 180, 'triệu đồng'],
    ['1.234.567', 1_234_567, null],
    ['12,5', 12.5, null],
    ['12.5 ha', 12.5, 'ha'],
    ['- 3', -3, null],
    ['0', 0, null],
  ])('%s is read', (text, value, unit) => {
    expect(readNumber(text, null)).toEqual({ value, unit, unsure: false });
  });

  it.each(['', 'nhiều', '12/2018', '5-7', '1.2.3', '1,23,4', '9'.repeat(30)])('%s is none', (text) => {
    expect(readNumber(text, null)).toBeNull();
  });

  it('with three digits behind a comma is read by its column, and marked where that says nothing', () => {
    expect(readNumber('1,200', null)).toEqual({ value: 1200, unit: null, unsure: true });
    expect(readNumber('1,200', 'en')).toEqual({ value: 1200, unit: null, unsure: false });
    expect(readNumber('1,200', 'vi')).toEqual({ value: 1.2, unit: null, unsure: true });
    expect(columnStyle(['1.234,5', '12', '7,5'])).toBe('vi');
    expect(columnStyle(['1,234.5', '12.25'])).toBe('en');
    expect(columnStyle(['1200', '1.200'])).toBeNull();
  });

  it('is read back however it was written here', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, rest) => {
        // one division: 4 + 56/100 is 4.5600000000000005
        const value = (whole * 100 + rest) / 100;
        expect(readNumber(value.toLocaleString('vi-VN'), 'vi')?.value).toBe(value);
        expect(readNumber(value.toLocaleString('en-US'), 'en')?.value).toBe(value);
      }),
    );
  });
});

describe('a day in a list', () => {
  it.each([
    ['05/12/2018', '2018-12-05'],
    ['5-12-2018', '2018-12-05'],
    ['5.12.2018', '2018-12-05'],
    ['2018-12-05', '2018-12-05'],
    ['05/12/18', '2018-12-05'],
    ['43439', '2018-12-05'],
    ['ngày 05 tháng 12 năm 2018', '2018-12-05'],
    ['01/02/52', '1952-02-01'],
  ])('%s is %s', (text, day) => expect(readDay(text, 2018)).toMatchObject({ day, turned: false }));

  it('of which only the year or the month is known stays as exact as that', () => {
    expect(readDay('1952', 2018)).toEqual({ year: 1952, day: null, turned: false });
    expect(readDay('12/2018', 2018)).toEqual({ year: 2018, day: null, turned: false });
  });

  it('with day and month the other way round says so', () => {
    expect(readDay('12/25/2018', 2018)).toEqual({ year: 2018, day: '2018-12-25', turned: true });
  });

  it.each(['31/02/2018', '2018-13-01', 'hôm qua', '99', '0', '3000', '12/13/0018'])('%s is none', (text) =>
    expect(readDay(text, 2018)?.day ?? null).toBeNull(),
  );
});

describe('a name in a list', () => {
  it('in capitals is proposed in proper case', () => {
    expect(isInCapitals('NGUYỄN VĂN BA')).toBe(true);
    expect(isInCapitals('Nguyễn Văn Ba')).toBe(false);
    expect(isInCapitals('HTX')).toBe(false);
    expect(inProperCase('NGUYỄN VĂN BA')).toBe('Nguyễn Văn Ba');
    expect(inProperCase('ĐẶNG THỊ ÁNH')).toBe('Đặng Thị Ánh');
  });

  it('loses its form of address, and nothing else', () => {
    expect(withoutTitle('Ông Nguyễn Văn Ba')).toBe('Nguyễn Văn Ba');
    expect(withoutTitle('Đ/c Trần Thị Lan')).toBe('Trần Thị Lan');
    expect(withoutTitle('Bà Triệu')).toBe('Bà Triệu');
    expect(withoutTitle('Anh Thơ')).toBe('Anh Thơ');
  });

  it('tells what it names', () => {
    expect(kindInName('Hộ ông Nguyễn Văn Ba')).toBe('household');
    expect(kindInName('Gia đình bà Lan')).toBe('household');
    expect(kindInName('Trường Tiểu học Thanh Sơn')).toBe('collective');
    expect(kindInName('Cán bộ và nhân dân xã Yên Kỳ')).toBe('collective');
    expect(kindInName('Hồ Thị Lan')).toBeNull();
    expect(kindInName('Đoàn Thị Thu Hà')).toBeNull();
    expect(kindInName('Nguyễn Văn Ba')).toBeNull();
    expect(kindInWords('Hộ GĐ')).toBe('household');
    expect(kindInWords('CN')).toBe('individual');
    expect(kindInWords('khác')).toBeNull();
  });
});

describe('words of a list', () => {
  it.each(['nt', '-nt-', 'NT', 'n.t', 'n/t', 'như trên', 'Như trên', '"', '”', "''", '-"-', '-//-', '〃'])(
    '%s means as above',
    (text) => expect(meansAbove(text)).toBe(true),
  );
  it.each(['', '-', 'ntm', 'Nông thôn', 'N', 'trên'])('%s does not', (text) =>
    expect(meansAbove(text)).toBe(false),
  );

  it('with marks that turn the writing, control characters or markup are refused with a sentence', () => {
    expect(refusalOfText('Nguyễn\u202eVăn')).toContain('đổi chiều chữ');
    expect(refusalOfText('Nguyễn\u0007')).toContain('điều khiển');
    expect(refusalOfText('<script>alert(1)</script>')).toContain('mã trang web');
    expect(refusalOfText('Nguyễn Văn Ba (nhóm < 5 người)')).toBeNull();
  });

  it('are the same under all spellings', () => {
    expect(keyOf('Họ và tên (*)')).toBe('ho va ten');
    expect(spellingOf('Xã Hoà Bình')).toBe(spellingOf('xã  Hòa Bình'));
    expect(spellingOf('Thuý')).toBe(spellingOf('Thúy'));
    expect(likeness('xa thanh son', 'xa thanh sonn')).toBeGreaterThan(0.9);
    expect(likeness('xa thanh son', 'huyen ha hoa')).toBeLessThan(0.3);
    expect(isExcelError('#N/A')).toBe(true);
  });
});
