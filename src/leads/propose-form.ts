import { z } from 'zod';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { choice, day, optionalChoice, optionalId, optionalText, text } from '../web/form-fields.ts';
import { LONGEST, MOST_LINKS } from './rules.ts';
import { CONFIRM_WAYS } from './words.ts';

const LONGEST_LINK = 500;

/** One address a line. */
const links = z
  .string('Giá trị của mục này không hợp lệ; hãy tải lại trang và điền lại.')
  .default('')
  .transform((typed) =>
    typed
      .split(/\s+/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(
        z
          .string()
          .max(LONGEST_LINK, `Mỗi đường dẫn dài không quá ${LONGEST_LINK} ký tự.`)
          .refine(isWebAddress, 'Mỗi dòng là một đường dẫn bắt đầu bằng http:// hoặc https://.'),
      )
      .max(MOST_LINKS, `Ghi nhiều nhất ${MOST_LINKS} đường dẫn.`),
  )
  .describe('Đường dẫn');

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

const TELEPHONE = /^\+?\d[\d .()-]{6,20}\d$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

export const reachedBy = optionalText('cách liên hệ', LONGEST.contact).refine(
  (typed) => typed === null || TELEPHONE.test(typed) || EMAIL.test(typed),
  'Hãy ghi một số điện thoại hoặc một địa chỉ thư điện tử, hoặc để trống.',
);

const proposal = {
  kind: optionalChoice('loại', SUBJECT_KINDS),
  fullName: text('tên người, tập thể được giới thiệu', LONGEST.name),
  placeId: optionalId('xã, phường, thị trấn'),
  placeWords: optionalText('khu, thôn, xóm', LONGEST.place),
  what: text('việc làm tốt, cách làm hay', LONGEST.what),
  links,
  reachedBy,
};

/** What a citizen types. `website` is the field that nobody sees. */
export const proposeForm = z.object({
  ...proposal,
  agreed: z.literal('1', 'Hãy đọc và đánh dấu đồng ý trước khi gửi.'),
  website: z.string().max(2_000).default('').catch('x'),
});

export const assistedFields = {
  confirmedHow: choice('cách xác nhận', CONFIRM_WAYS),
  confirmedOn: day('ngày xác nhận'),
  note: optionalText('ghi chú', 500),
  telephone: optionalText('điện thoại in trên phiếu', 40).refine(
    (typed) => typed === null || TELEPHONE.test(typed),
    'Hãy ghi số điện thoại của đơn vị, ví dụ 0210 3 846 123, hoặc để trống.',
  ),
};

/** What an officer types for somebody. */
export const typeForm = z.object({
  ...proposal,
  proposerName: optionalText('tên người giới thiệu', LONGEST.name),
  ...assistedFields,
});

export const moreForm = z.object({ words: text('nội dung bổ sung', LONGEST.more) });
