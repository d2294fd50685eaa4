import { searchOffices } from '../offices/find.ts';
import { holdsOn } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { parseVietnameseNumber } from '../web/form-fields.ts';
import type { PlanDecision } from './copy-decisions.ts';

export const OTHER = 'other';

export type Choice =
  | { ok: true; value: string; inWords: string }
  | { ok: false; field: 'choice' | 'other'; sentence: string };

/** What somebody chose for a decision: one of its options, or what they typed in place of one. */
export async function choiceOf(
  db: Reader,
  decision: PlanDecision,
  typed: { choice: string; other: string | null },
  day: Day,
): Promise<Choice> {
  const option = decision.options.find(({ value }) => value === typed.choice);
  if (option) return { ok: true, value: option.value, inWords: option.label };
  if (typed.choice !== OTHER || decision.other === null) {
    return { ok: false, field: 'choice', sentence: 'Hãy chọn một trong các cách ở trên.' };
  }
  const written = typed.other?.trim() ?? '';
  switch (decision.other) {
    case 'office':
      return officeChoice(db, written, day);
    case 'number':
      return numberChoice(written);
    case 'text':
      return written === ''
        ? wrong('Hãy ghi lời văn mới.')
        : { ok: true, value: `text:${written}`, inWords: `Ghi lại: ${written}` };
  }
}

function numberChoice(written: string): Choice {
  const number = parseVietnameseNumber(written);
  if (number === null || !Number.isInteger(number) || number < 1 || number > 100_000) {
    return wrong('Số lượng phải là số nguyên từ 1 đến 100.000.');
  }
  return { ok: true, value: `number:${number}`, inWords: `Đổi thành ${number.toLocaleString('vi-VN')}` };
}

/** An office by its name or code, if it is one on the first day of the period. */
async function officeChoice(db: Reader, written: string, day: Day): Promise<Choice> {
  if (written === '') return wrong('Hãy ghi tên hoặc mã đơn vị.');
  const found = (await searchOffices(db, written, 50)).filter((office) => holdsOn(office, day));
  const same = found.filter(
    ({ name, code }) => name.toLowerCase() === written.toLowerCase() || code === written,
  );
  const [only] = same.length > 0 ? same : found;
  const many = (same.length > 0 ? same : found).length > 1;
  const on = day.split('-').reverse().join('/');
  if (!only)
    return wrong(`Không có đơn vị “${written.slice(0, 80)}” vào ngày ${on}; hãy ghi tên khác hoặc mã.`);
  if (many) {
    const names = found
      .slice(0, 4)
      .map(
        ({ name, parentName, code }) =>
          `${name}${parentName ? ` (${parentName})` : ''}${code ? `, mã ${code}` : ''}`,
      );
    return wrong(`Có nhiều đơn vị như vậy: ${names.join('; ')}; hãy ghi đủ tên hoặc mã.`);
  }
  return { ok: true, value: `office:${only.id}`, inWords: only.name };
}

const wrong = (sentence: string): Choice => ({ ok: false, field: 'other', sentence });
