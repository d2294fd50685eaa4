import { z } from 'zod';
import { day, id, optionalId, text, wholeNumber } from '../web/form-fields.ts';
import { MOST_DAYS } from './due.ts';

export const LONGEST_TEXT = 5_000;
const LONGEST_REASON = 2_000;

export const reassignForm = z.object({
  officeId: id('đơn vị nhận'),
  dueOn: day('hạn xử lý'),
  reason: text('lý do chuyển', LONGEST_REASON),
  stayId: optionalId('bàn hiện tại'),
});

export const askForm = z.object({
  officeId: id('cơ quan được hỏi'),
  question: text('nội dung xin ý kiến', LONGEST_REASON),
  dueOn: day('hạn trả lời'),
});

export const answerForm = z.object({ answer: text('ý kiến', LONGEST_TEXT) });

export const gapForm = z.object({ reason: text('lý do đi tiếp', LONGEST_REASON) });

export const allowForm = z.object({ reason: text('lý do cho phép', LONGEST_REASON) });

const days = (what: string) => wholeNumber(what, 1, MOST_DAYS);

export const deskDaysForm = z.object({
  exemplar_decide: days('số ngày quyết định'),
  exemplar_complete: days('số ngày bổ sung'),
  unit_plan_decide: days('số ngày duyệt'),
  unit_plan_complete: days('số ngày bổ sung'),
  report_decide: days('số ngày nhận'),
  report_complete: days('số ngày bổ sung'),
});
