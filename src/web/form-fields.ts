import { z } from 'zod';
import { parseDate } from '../ui/format.ts';

/**
 * Schemas of single form fields; every message is a sentence that says what to do. What is typed carries its words
 * as description, so that it can be shown outside of its form (`form-labels.ts`).
 */

const trimmed = z.string('Hãy điền mục này.').transform((text) => text.trim());

/** Text that may be missing; a field sent twice is nobody's honest form. */
const maybe = z.string('Giá trị của mục này không hợp lệ; hãy tải lại trang và điền lại.').default('');

/** Text that must be there. */
export const text = (what: string, max: number) =>
  trimmed
    .pipe(
      z
        .string()
        .min(1, `Hãy ghi ${what}.`)
        .max(max, `${upperFirst(what)} dài quá ${max} ký tự; hãy viết gọn lại.`),
    )
    .describe(upperFirst(what));

/** Text that may be left out: null when empty. */
export const optionalText = (what: string, max: number) =>
  maybe
    .transform((value) => value.trim())
    .pipe(z.string().max(max, `${upperFirst(what)} dài quá ${max} ký tự; hãy viết gọn lại.`))
    .transform((value) => value || null)
    .describe(upperFirst(what));

/** Days outside are slips of the finger: 15/11/0218. */
const EARLIEST_DAY = '1900-01-01';
const LATEST_DAY = '2200-12-31';

/** A day typed as dd/mm/yyyy, given on as ISO. */
export const day = (what: string) =>
  optionalDay(what)
    .pipe(z.string(`Hãy ghi ${what} theo dạng ngày/tháng/năm.`))
    .describe(upperFirst(what));

export const optionalDay = (what: string) =>
  maybe
    .transform((value, context) => {
      if (!value.trim()) return null;
      const iso = parseDate(value.trim());
      if (iso && iso >= EARLIEST_DAY && iso <= LATEST_DAY) return iso;
      context.addIssue({
        code: 'custom',
        message: `${upperFirst(what)} “${value.trim().slice(0, 30)}” không phải là ngày; hãy ghi như 15/11/2018.`,
      });
      return z.NEVER;
    })
    .describe(upperFirst(what));

/** A whole number written as people here write it: '1.654'. */
export const wholeNumber = (what: string, min: number, max: number) =>
  optionalWholeNumber(what, min, max)
    .pipe(z.number(`Hãy ghi ${what} bằng số.`))
    .describe(upperFirst(what));

export const optionalWholeNumber = (what: string, min: number, max: number) =>
  optionalNumber(what, min, max)
    .refine((value) => value === null || Number.isInteger(value), `${upperFirst(what)} phải là số nguyên.`)
    .describe(upperFirst(what));

/** A year of four digits; its bounds are years too, so they are not written '1.900'. */
export const optionalYear = (what: string, min: number, max: number) =>
  maybe
    .transform((value, context) => {
      const written = value.trim();
      if (!written) return null;
      const year = /^\d{4}$/.test(written) ? Number(written) : Number.NaN;
      if (year >= min && year <= max) return year;
      context.addIssue({
        code: 'custom',
        message: `${upperFirst(what)} “${written.slice(0, 30)}” không phải là năm từ ${min} đến ${max}.`,
      });
      return z.NEVER;
    })
    .describe(upperFirst(what));

/** A number written as people here write it: '1.234,5'. */
export const optionalNumber = (what: string, min: number, max: number) =>
  maybe
    .transform((value, context) => {
      const written = value.trim();
      if (!written) return null;
      const number = parseVietnameseNumber(written);
      if (number !== null && number >= min && number <= max) return number;
      context.addIssue({
        code: 'custom',
        message:
          number === null
            ? `${upperFirst(what)} “${written.slice(0, 30)}” không phải là số; hãy ghi như 1.234,5.`
            : `${upperFirst(what)} phải từ ${min.toLocaleString('vi-VN')} đến ${max.toLocaleString('vi-VN')}.`,
      });
      return z.NEVER;
    })
    .describe(upperFirst(what));

/** One of a list; `names` are what the person sees. */
export const choice = <const T extends string>(what: string, values: readonly T[]) =>
  z.enum(values, `Hãy chọn ${what}.`);

export const optionalChoice = <const T extends string>(what: string, values: readonly T[]) =>
  z
    .union([z.literal(''), z.enum(values)], `Hãy chọn ${what} trong danh sách.`)
    .default('')
    .transform((value) => (value === '' ? null : (value as T)));

/** The id in a select; null when nothing is chosen. */
export const optionalId = (what: string) =>
  maybe
    .refine((value) => value === '' || /^[1-9]\d{0,14}$/.test(value), `Hãy chọn ${what} trong danh sách.`)
    .transform((value) => (value ? Number(value) : null));

export const id = (what: string) => optionalId(what).pipe(z.number(`Hãy chọn ${what}.`));

/** A checkbox: present means yes. */
export const checkbox = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined);

/** Several checkboxes of one name. */
export const choices = <const T extends string>(what: string, values: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .pipe(z.array(z.enum(values, `Hãy chọn ${what} trong danh sách.`)));

/** '1.234,5' → 1234.5; '1654' → 1654; anything else is null. */
export function parseVietnameseNumber(written: string): number | null {
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written);
  const plain = /^-?\d+(,\d+)?$/.test(written);
  if (!grouped && !plain) return null;
  const number = Number(written.replaceAll('.', '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

const upperFirst = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1);
