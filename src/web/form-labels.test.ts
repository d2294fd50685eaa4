import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as fields from './form-fields.ts';
import { labelsOf } from './form-labels.ts';

describe('the words for the fields of a form', () => {
  it('come from its schema, for what is typed but not for what is chosen', () => {
    const form = z.object({
      name: fields.text('họ và tên', 20),
      note: fields.optionalText('ghi chú', 20),
      heldOn: fields.day('ngày họp'),
      until: fields.optionalDay('ngày kết thúc'),
      present: fields.wholeNumber('số người dự họp', 1, 9),
      area: fields.optionalNumber('diện tích', 1, 9),
      born: fields.optionalYear('năm sinh', 1900, 2100),
      kind: fields.choice('loại', ['a']),
      officeId: fields.id('đơn vị'),
      agreed: fields.checkbox,
    });
    expect(labelsOf(form)).toEqual({
      name: 'Họ và tên',
      note: 'Ghi chú',
      heldOn: 'Ngày họp',
      until: 'Ngày kết thúc',
      present: 'Số người dự họp',
      area: 'Diện tích',
      born: 'Năm sinh',
    });
  });

  it('are found below rules and transforms, and in both halves of a form', () => {
    const ruled = z.object({ place: fields.text('nơi họp', 20) }).superRefine(() => undefined);
    const joined = ruled.and(z.object({ note: fields.optionalText('ghi chú', 9) })).transform(Object.keys);
    expect(labelsOf(joined)).toEqual({ place: 'Nơi họp', note: 'Ghi chú' });
  });

  it('are none where the fields are not known beforehand', () => {
    expect(labelsOf(z.record(z.string(), z.string()))).toEqual({});
  });
});
