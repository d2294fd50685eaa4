import { z } from 'zod';
import { optionalDay, optionalId, optionalText, optionalWholeNumber } from '../web/form-fields.ts';
import { CARRY_KINDS } from './carry-rules.ts';

/** More boxes than any file has rows. */
const MOST_BOXES = 500;
const KEY = new RegExp(`^(${CARRY_KINDS.join('|')}):[A-Za-z0-9-]{1,20}$`);
const WRONG = 'Các mục mang sang không đọc được: hãy mở lại trang so sánh rồi chọn lại.';

/** What the page that shows both files sends. */
export const mergeForm = z.object({
  intoId: optionalId('hồ sơ được giữ'),
  intoVersion: optionalWholeNumber('phiên bản của hồ sơ được giữ', 1, 1_000_000_000),
  carry: z
    .union([z.string(), z.array(z.string())], WRONG)
    .default([])
    .transform((keys) => (typeof keys === 'string' ? [keys] : keys))
    .refine((keys) => keys.length <= MOST_BOXES && keys.every((key) => KEY.test(key)), WRONG),
  reason: optionalText('lý do', 2_000),
  onDay: optionalDay('ngày quyết định'),
});
