import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDate, formatNumber } from '../ui/format.ts';
import * as fields from './form-fields.ts';

/** What a form with one field `x` answers: the value, or the sentence beside the field. */
function read(schema: z.ZodType, typed: unknown): unknown {
  const parsed = z.object({ x: schema }).safeParse(typed === undefined ? {} : { x: typed });
  return parsed.success ? parsed.data.x : parsed.error.issues[0]?.message;
}

describe('text', () => {
  it('is trimmed, and asked for in words when it is missing', () => {
    expect(read(fields.text('họ tên', 20), '  Nguyễn Thị Hoa ')).toBe('Nguyễn Thị Hoa');
    expect(read(fields.text('họ tên', 20), '   ')).toBe('Hãy ghi họ tên.');
    expect(read(fields.text('họ tên', 20), undefined)).toBe('Hãy điền mục này.');
    expect(read(fields.text('họ tên', 5), 'Nguyễn Thị Hoa')).toBe(
      'Họ tên dài quá 5 ký tự; hãy viết gọn lại.',
    );
  });

  it('is null where it may be left out and is', () => {
    expect(read(fields.optionalText('ghi chú', 20), ' ')).toBeNull();
    expect(read(fields.optionalText('ghi chú', 20), undefined)).toBeNull();
  });
});

describe('a day', () => {
  it('is read as people here write it', () => {
    expect(read(fields.day('ngày họp'), '5/1/2018')).toBe('2018-01-05');
    expect(read(fields.day('ngày họp'), '')).toBe('Hãy ghi ngày họp theo dạng ngày/tháng/năm.');
    expect(read(fields.optionalDay('ngày họp'), '')).toBeNull();
  });

  it.each(['31/02/2018', '2018', 'hôm qua', '15/11/0218', '15/11/9018', '0000-01-01'])(
    'is not %s, which is said back',
    (typed) => {
      expect(read(fields.day('ngày họp'), typed)).toContain(`“${typed}” không phải là ngày`);
    },
  );

  it('comes back as it was shown, for every day of two centuries', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(read(fields.day('ngày'), formatDate(iso))).toBe(iso);
      }),
    );
  });
});

describe('a number', () => {
  const area = fields.optionalNumber('diện tích', 0, 5000);

  it('is read as people here write it', () => {
    expect(read(area, '1.234,5')).toBe(1234.5);
    expect(read(area, '1654')).toBe(1654);
    expect(read(area, '')).toBeNull();
  });

  it('is refused with what was typed, or with the bounds', () => {
    expect(read(area, '12.34')).toBe('Diện tích “12.34” không phải là số; hãy ghi như 1.234,5.');
    expect(read(area, '5.001')).toBe('Diện tích phải từ 0 đến 5.000.');
    expect(read(fields.wholeNumber('số người', 1, 100), '1,5')).toBe('Số người phải là số nguyên.');
    expect(read(fields.wholeNumber('số người', 1, 100), '')).toBe('Hãy ghi số người bằng số.');
  });

  it('of a year has four digits, and its bounds are told as years', () => {
    const year = fields.optionalYear('năm sinh', 1880, 2100);
    expect([read(year, ' 1975 '), read(year, '')]).toEqual([1975, null]);
    for (const wrong of ['75', '1879', '2101', '1.975', '1975,0'])
      expect(read(year, wrong)).toBe(`Năm sinh “${wrong}” không phải là năm từ 1880 đến 2100.`);
  });

  it('comes back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const number = Number(`${whole}.${part}`);
        expect(fields.parseVietnameseNumber(formatNumber(number))).toBe(number);
      }),
    );
  });
});

describe('a choice', () => {
  const kind = fields.choice('loại chủ thể', ['individual', 'household']);

  it('is one of the list', () => {
    expect(read(kind, 'household')).toBe('household');
    expect(read(kind, 'ghost')).toBe('Hãy chọn loại chủ thể.');
    expect(read(kind, undefined)).toBe('Hãy chọn loại chủ thể.');
    expect(read(fields.optionalChoice('loại', ['a']), '')).toBeNull();
    expect(read(fields.optionalChoice('loại', ['a']), 'b')).toBe('Hãy chọn loại trong danh sách.');
  });

  it('may be several, of which every one is of the list', () => {
    const several = fields.choices('nguồn', ['press', 'citizen']);
    expect(read(several, undefined)).toEqual([]);
    expect(read(several, 'press')).toEqual(['press']);
    expect(read(several, ['press', 'citizen'])).toEqual(['press', 'citizen']);
    expect(read(several, ['press', 'ghost'])).toBe('Hãy chọn nguồn trong danh sách.');
  });

  it('of a thing is its number', () => {
    expect(read(fields.id('đơn vị'), '17')).toBe(17);
    expect(read(fields.id('đơn vị'), '')).toBe('Hãy chọn đơn vị.');
    for (const wrong of ['0', '-1', '1.5', '1e3', '99999999999999999999', 'x'])
      expect(read(fields.optionalId('đơn vị'), wrong)).toBe('Hãy chọn đơn vị trong danh sách.');
  });

  it('to tick is ticked when it is there', () => {
    expect(read(fields.checkbox, '1')).toBe(true);
    expect(read(fields.checkbox, undefined)).toBe(false);
  });
});

it('answers anything that can be posted with a value or a Vietnamese sentence', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined));
  const all = [
    ...[fields.text('a', 9), fields.optionalText('a', 9), fields.day('a'), fields.optionalDay('a')],
    ...[fields.wholeNumber('a', 1, 9), fields.optionalNumber('a', 1, 9), fields.id('a'), fields.checkbox],
    fields.optionalYear('a', 1900, 2100),
    ...[fields.choice('a', ['x']), fields.optionalChoice('a', ['x']), fields.choices('a', ['x'])],
  ];
  fc.assert(
    fc.property(anything, fc.constantFrom(...all), (typed, schema) => {
      const parsed = z.object({ x: schema }).safeParse(typed === undefined ? {} : { x: typed });
      if (!parsed.success) expect(parsed.error.issues[0]?.message).toMatch(/^(Hãy|Giá trị|A ).*[.]$/su);
    }),
    { numRuns: 500 },
  );
});
