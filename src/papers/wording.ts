import { cleanLine } from './clean-text.ts';
import type { CellValue, OfficialPaper } from './official-paper.ts';

/** Room for a number that the clerk writes by hand. */
const BLANK_NUMBER = '\u00A0'.repeat(6);

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/**
 * `Số: 05/BC-BTĐKT`; numbers below 10 get a leading zero; without a number the place stays blank. With null for a symbol there
 * is no such line: a form that a citizen signs is registered nowhere.
 */
export function numberLine(paper: Pick<OfficialPaper, 'number' | 'symbol'>): string {
  if (paper.symbol === null) return '';
  const number = paper.number === null ? BLANK_NUMBER : paper.number.replace(/^\d$/, '0$&');
  return `Số: ${number}/${paper.symbol}`;
}

/** `Phú Thọ, ngày 05 tháng 02 năm 2018`: days below 10 and months 1 and 2 with a leading zero. */
export function placeAndDate(paper: Pick<OfficialPaper, 'place' | 'date' | 'year'>): string {
  if (paper.date === null) return `${paper.place}, ngày … tháng … năm ${paper.year}`;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(paper.date);
  if (!parts) throw new Error(`Not an ISO day: ${paper.date}`);
  const [, year, month, day] = parts;
  const monthShown = Number(month) <= 2 ? month : String(Number(month));
  return `${paper.place}, ngày ${day} tháng ${monthShown} năm ${year}`;
}

/** `- Ủy ban nhân dân tỉnh;` … `- Lưu: VT.`: a dash before each, a semicolon after each, a full stop at the end. */
export function recipientLines(recipients: readonly string[]): string[] {
  const names = recipients.map((name) =>
    cleanLine(name)
      .replace(/^[-–] /, '')
      .replace(/[;.\s]+$/, ''),
  );
  const shown = names.filter((name) => name !== '');
  return shown.map((name, i) => `- ${name}${i === shown.length - 1 ? '.' : ';'}`);
}

/** The mark that closes the text of an official paper: `./.` */
export function withEndMark(text: string): string {
  return `${text.replace(/[./\s]+$/, '')}./.`;
}

/** Capitals, Vietnamese. */
export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** What a table cell shows: numbers as 1.234,5, nothing for null. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? NUMBERS.format(value) : value;
}
