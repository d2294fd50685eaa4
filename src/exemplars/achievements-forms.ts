import { z } from 'zod';
import {
  checkbox,
  optionalId,
  optionalNumber,
  optionalText,
  optionalYear,
  text,
} from '../web/form-fields.ts';

const LARGEST = 1_000_000_000_000_000;
/** As many letters as '1 tỷ 200 triệu đồng' needs, and some more. */
const LONGEST_AMOUNT = 60;

/**
 * An achievement as it is typed. With a measure of the catalogue the figure is read by its unit (`readFigure`);
 * without one it is in words of its own, and a number.
 */
export const achievementForm = z
  .object({
    statement: text('thành tích', 1000),
    measureId: optionalId('chỉ số'),
    measure: optionalText('số đo', 200),
    value: optionalText('giá trị', LONGEST_AMOUNT),
    unit: optionalText('đơn vị tính', 60),
    year: optionalYear('năm', 1900, 2100),
    valueBefore: optionalText('giá trị trước đó', LONGEST_AMOUNT),
    yearBefore: optionalYear('năm của số trước đó', 1900, 2100),
    rechecked: checkbox,
  })
  .superRefine(({ measureId, measure, value, unit }, context) => {
    const need = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (measureId !== null) {
      if (value === null)
        need('value', 'Đã chọn chỉ số thì hãy ghi giá trị; nếu chưa rõ, hãy bỏ chọn chỉ số.');
      return;
    }
    // half a figure says nothing: what was measured, how much, and of what belong together
    if (measure === null && value === null && unit === null) return;
    const missing = { measure: 'đo cái gì', value: 'giá trị', unit: 'đơn vị tính' };
    for (const [field, what] of Object.entries(missing)) {
      if ({ measure, value, unit }[field] !== null) continue;
      need(field, `Số liệu còn thiếu ${what}; hãy ghi đủ hoặc để trống cả ba ô.`);
    }
  })
  .superRefine(({ value, year, valueBefore, yearBefore }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (valueBefore !== null && value === null) wrong('valueBefore', 'Hãy ghi cả giá trị hiện nay.');
    if (valueBefore !== null && yearBefore === null)
      wrong('yearBefore', 'Hãy ghi năm của số trước đó, để biết thay đổi trong bao lâu.');
    if (valueBefore === null && yearBefore !== null) wrong('valueBefore', 'Hãy ghi giá trị của năm đó.');
    if (year !== null && yearBefore !== null && yearBefore >= year)
      wrong('yearBefore', `Năm của số trước đó phải trước năm ${year}.`);
  });
export type AchievementTyped = z.output<typeof achievementForm>;

/** A number of a figure in words of its own. */
export const plainNumber = (what: string) => optionalNumber(what, -LARGEST, LARGEST);

export const confirmForm = z.object({
  confirmedBy: text('người hoặc cơ quan xác nhận', 200),
  confirmedWith: text('căn cứ xác nhận', 300),
});
export type ConfirmInput = z.output<typeof confirmForm>;

export const contradictForm = z.object({
  value: optionalText('con số của nguồn khác', LONGEST_AMOUNT),
  source: text('nguồn nói khác và nội dung', 1000),
});
export type ContradictTyped = z.output<typeof contradictForm>;

/** What another source says; `value` in the unit of the figure. */
export interface ContradictInput {
  value?: number | null;
  source: string;
}

export const reasonForm = z.object({ reason: text('lý do bỏ', 500) });
