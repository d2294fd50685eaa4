import { cleanText } from '../web/form.ts';

/** Marks that turn the direction of writing, and control characters: nobody types them into a list on purpose. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const MARKUP = /<\/?[a-z!][^>]*>|<script|javascript:/i;

/** Why a text is not taken as it stands, as the end of a sentence about its cell; null when it is. */
export function refusalOfText(text: string): string | null {
  if (TURNING.test(text)) return 'có ký tự ẩn đổi chiều chữ; hãy gõ lại';
  if (CONTROL.test(text)) return 'có ký tự điều khiển lạ; hãy gõ lại';
  if (MARKUP.test(text)) return 'có mã trang web (thẻ <…>); hãy chỉ ghi chữ';
  return null;
}

/** One line, NFC, without what nobody sees. */
export const tidyLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** Several lines, each tidy. */
export const tidyLines = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** 'as above', however it is written: nt, -nt-, n.t, như trên, ", '', -//-, 〃. */
export const meansAbove = (text: string): boolean =>
  /^(?:[-–.\s]*n\s*[./]?\s*t[-–.\s]*|như\s+trên|nhu\s+tren|["”“〃]|''|[-–\s]*(?:["”“〃]|\/\/|'')[-–\s]*)$/iu.test(
    text.trim().normalize('NFC'),
  );

/** Nothing, said with a sign: '-', '…', 'không có'. */
export const meansNothing = (text: string): boolean =>
  /^(?:[-–—.…/x\s]*|không|không có)$/iu.test(text.trim().normalize('NFC'));

/** An error of Excel in the place of a value. */
export const isExcelError = (text: string): boolean =>
  /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text.trim());
