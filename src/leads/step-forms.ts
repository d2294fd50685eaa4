import { z } from 'zod';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { choice, day, id, optionalId, optionalText, text } from '../web/form-fields.ts';
import { LONGEST } from './rules.ts';
import { VERIFY_RESULTS, VERIFY_WAYS } from './words.ts';

export const lookForm = z.object({
  verifiedOn: day('ngày xác minh'),
  how: choice('cách xác minh', VERIFY_WAYS),
  who: text('người xác minh', 200),
  result: choice('kết quả', VERIFY_RESULTS),
  words: text('nội dung xác minh', LONGEST.what),
});

export const askForm = z.object({
  officeId: optionalId('đơn vị được hỏi'),
  question: text('nội dung hỏi', 2_000),
  dueOn: day('hạn trả lời'),
});

export const answerForm = z.object({ answer: text('nội dung trả lời', LONGEST.what) });

export const openForm = z.object({
  kind: choice('loại điển hình', SUBJECT_KINDS),
  fullName: text('họ tên hoặc tên gọi', LONGEST.name),
  officeId: id('đơn vị'),
  subjectId: optionalId('chủ thể'),
  title: optionalText('tiêu đề', 300),
});

const WHERE_TO = 'Hãy chọn hồ sơ hoặc lời giới thiệu để gộp vào.';

/** A file or another lead, as one list offers both. */
const into = z
  .string(WHERE_TO)
  .regex(/^(?:ho-so|loi)-[1-9]\d{0,14}$/, WHERE_TO)
  .transform((value) => ({
    kind: value.startsWith('loi-') ? ('lead' as const) : ('exemplar' as const),
    id: Number(value.slice(value.lastIndexOf('-') + 1)),
  }));

export const mergeForm = z.object({
  into,
  reason: text('lý do', 2_000),
});

export const refuseForm = z.object({
  publicReason: text('lý do báo người giới thiệu', 2_000),
  innerReason: text('lý do trong nội bộ', 2_000),
});

export const reasonForm = z.object({ reason: text('lý do', 2_000) });
export const nothingForm = z.object({});
