import { z } from 'zod';
import { optionalNumber, optionalText, optionalYear, text } from '../web/form-fields.ts';

const LARGEST = 1_000_000_000_000_000;

export const achievementForm = z
  .object({
    statement: text('thành tích', 1000),
    measure: optionalText('số đo', 200),
    value: optionalNumber('giá trị', -LARGEST, LARGEST),
    unit: optionalText('đơn vị tính', 60),
    year: optionalYear('năm', 1900, 2100),
  })
  .superRefine(({ measure, value, unit }, context) => {
    // half a figure says nothing: what was measured, how much, and of what belong together
    if (measure === null && value === null && unit === null) return;
    const missing = { measure: 'đo cái gì', value: 'giá trị', unit: 'đơn vị tính' };
    for (const [field, what] of Object.entries(missing)) {
      if ({ measure, value, unit }[field] !== null) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `Số liệu còn thiếu ${what}; hãy ghi đủ hoặc để trống cả ba ô.`,
      });
    }
  });
export type AchievementInput = z.output<typeof achievementForm>;

export const confirmForm = z.object({
  confirmedBy: text('người hoặc cơ quan xác nhận', 200),
  confirmedWith: text('căn cứ xác nhận', 300),
});
export type ConfirmInput = z.output<typeof confirmForm>;

export const contradictForm = z.object({ source: text('nguồn nói khác và nội dung', 1000) });
export type ContradictInput = z.output<typeof contradictForm>;

export const reasonForm = z.object({ reason: text('lý do bỏ', 500) });
