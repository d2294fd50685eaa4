import { z } from 'zod';
import { day, id, text } from '../web/form-fields.ts';
import { paperShape, typedPaper } from '../web/paper-form.ts';

/** A report that no duty asks for: which form, for which office, over which days. */
export const openForm = z
  .object({
    planId: id('kế hoạch'),
    officeId: id('đơn vị lập báo cáo'),
    formKey: z.string('Hãy chọn mẫu báo cáo.').regex(/^[a-z0-9-]{1,40}$/, 'Hãy chọn mẫu báo cáo.'),
    from: day('ngày đầu kỳ'),
    to: day('ngày cuối kỳ'),
  })
  .refine((typed) => typed.from <= typed.to, {
    path: ['to'],
    message: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.',
  });

export const reopenForm = z.object({ reason: text('lý do mở lại', 1000) });

export const stepForm = z.object({});

/** Written parts come as `w_<key>`; up to twenty pages each. */
const WORDS_PREFIX = 'w_';
export const wordsField = (key: string) => `${WORDS_PREFIX}${key}`;

const fields = z.looseObject({
  closingOn: day('ngày chốt số liệu'),
  ...paperShape,
});

export const writeForm = fields.transform((typed, context) => {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(typed)) {
    if (!name.startsWith(WORDS_PREFIX) || typeof value !== 'string') continue;
    if (value.length > 60_000) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'Mục này dài quá 60.000 ký tự; hãy rút gọn.',
      });
    }
    words[name.slice(WORDS_PREFIX.length)] = value.trim();
  }
  return { closingOn: typed.closingOn, words, paper: typedPaper(typed) };
});
