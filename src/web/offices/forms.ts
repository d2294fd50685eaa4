import { z } from 'zod';
import { checkbox, choice, day, optionalDay, optionalId, optionalText, text } from '../form-fields.ts';

export const officeForm = z.object({
  name: text('tên đơn vị', 300),
  shortName: optionalText('tên viết tắt', 100),
  code: optionalText('mã đơn vị', 20),
  kindId: text('loại đơn vị', 40),
  parentId: optionalId('đơn vị cấp trên'),
  validFrom: optionalDay('ngày bắt đầu'),
  validTo: optionalDay('ngày kết thúc'),
});

export const endForm = z.object({
  lastDay: day('ngày hoạt động cuối cùng'),
  reason: text('căn cứ hoặc lý do', 500),
});

export const standingBodyForm = z.object({
  validFrom: optionalDay('ngày bắt đầu'),
  validTo: optionalDay('ngày kết thúc'),
});

export const DIRECTIONS = ['after', 'before'] as const;

/** One office on the one side, those that were ticked on the other. */
export const successionForm = z.object({
  direction: choice('chiều kế thừa', DIRECTIONS),
  others: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^[1-9]\d{0,14}$/, 'Hãy chọn đơn vị trong danh sách.')
            .transform(Number),
        )
        .min(1, 'Hãy chọn ít nhất một đơn vị trong kết quả tìm.'),
    ),
  onDate: day('ngày kế thừa'),
  basis: text('căn cứ', 500),
  endFrom: checkbox,
});
