import { examine, type GoodFile } from '../evidence/examine.ts';
import { XLSX } from '../evidence/media-types.ts';
import { readZipDirectory } from '../evidence/zip-directory.ts';
import { type FilledCell, type FilledIn, readFillIn } from '../papers/fill-in-read.ts';
import { cleanText } from '../web/form.ts';
import { parseVietnameseNumber } from '../web/form-fields.ts';
import type { FormIndicator } from './merged-indicators.ts';
import { MOST_LETTERS } from './merged-passages.ts';
import type { AboveReport } from './merged-report.ts';
import { marksOf } from './outside-form.ts';

const KB = 1024;
/** A form that was filled in is some 20 KB. */
export const OUTSIDE_MAX_BYTES = 700 * KB;
/** A sheet of a million empty rows unpacks to more than that. */
const MOST_UNPACKED = 8 * KB * KB;
const LARGEST = 1e15;

export interface OutsideContent {
  figures: Map<string, number | null>;
  words: Record<string, string>;
}

export type ReadOutside =
  | { ok: true; file: GoodFile; content: OutsideContent }
  | { ok: false; sentences: string[] };

export interface Expected {
  report: AboveReport;
  officeId: number;
  officeName: string;
  indicators: readonly FormIndicator[];
  parts: readonly { key: string; name: string }[];
}

/**
 * Reads the form that an office outside sent back. Whatever is wrong with it is said in sentences that name the cell;
 * then nothing of it is used. Bounded in bytes, unpacked size, rows and columns before anything is looked at.
 */
export async function readOutside(name: string, bytes: Uint8Array, expected: Expected): Promise<ReadOutside> {
  const examined = await examine(name, bytes, OUTSIDE_MAX_BYTES);
  if (!examined.ok) return wrong(tooLarge(name, bytes) ?? examined.sentence);
  if (examined.file.mediaType !== XLSX)
    return wrong(`Tệp “${name}” không phải là Excel (.xlsx): hãy gửi lại chính biểu đã tải về.`);
  const unpacked = (readZipDirectory(bytes) ?? []).reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > MOST_UNPACKED)
    return wrong(`Tệp “${name}” có quá nhiều dòng hoặc nội dung lạ: hãy điền lại vào biểu đã tải về.`);
  const filled = await readFillIn(bytes);
  if (filled?.marks.kind !== 'guong-sang-bao-cao')
    return wrong(
      `Tệp “${name}” không phải là biểu tải từ hệ thống: hãy tải biểu của đơn vị rồi điền vào đó.`,
    );
  const foreign = foreignMarks(filled.marks, expected);
  if (foreign) return wrong(foreign);
  const { figures, sentences } = figuresIn(filled, expected.indicators);
  const words = wordsIn(filled, expected.parts);
  const all = [...sentences, ...words.sentences];
  if (all.length > 0) return { ok: false, sentences: all.slice(0, 20) };
  return { ok: true, file: examined.file, content: { figures, words: words.words } };
}

const wrong = (sentence: string): ReadOutside => ({ ok: false, sentences: [sentence] });

/** Smaller than other uploads may be, so the limit is said in KB. */
const tooLarge = (name: string, bytes: Uint8Array): string | null =>
  bytes.length > OUTSIDE_MAX_BYTES
    ? `Tệp “${name}” quá lớn; biểu đã điền không quá ${OUTSIDE_MAX_BYTES / KB} KB. Hãy xóa hình và trang tính thừa.`
    : null;

/** A form of another office, plan, form, edition or period is never read for this one. */
function foreignMarks(
  marks: Record<string, string>,
  { report, officeId, officeName }: Expected,
): string | null {
  const own = marksOf(report, officeId);
  if (marks.office !== own.office) return `Biểu này là của đơn vị khác, không phải của ${officeName}.`;
  if (marks.plan !== own.plan) return 'Biểu này thuộc một kế hoạch khác.';
  if (marks.form !== own.form) return `Biểu này không phải là mẫu “${report.formName}”.`;
  if (marks.period !== own.period) {
    return `Biểu này của kỳ khác (bắt đầu ${writtenDay(marks.period)}), không phải kỳ ${report.periodWords}.`;
  }
  if (marks.edition !== own.edition)
    return `Biểu này theo bản ${marks.edition} của mẫu; nay dùng bản ${own.edition}. Hãy tải biểu mới và điền lại.`;
  return null;
}

const writtenDay = (day: string | undefined): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? (day ?? '').split('-').reverse().join('/') : 'không rõ ngày';

function figuresIn({ numbers }: FilledIn, indicators: readonly FormIndicator[]) {
  const figures = new Map<string, number | null>();
  const sentences: string[] = [];
  for (const { key, name } of indicators) {
    const cells = numbers.filter((cell) => cell.key === key);
    const [cell] = cells;
    if (!cell) sentences.push(`Thiếu dòng “${name}”: biểu đã bị xóa dòng, hãy tải lại biểu.`);
    else if (cells.length > 1) sentences.push(`Dòng “${name}” có hai lần trong biểu; hãy tải lại biểu.`);
    else {
      const read = numberIn(cell);
      if (typeof read === 'string') sentences.push(`Ô ${cell.at} (${name}): ${read}`);
      else figures.set(key, read);
    }
  }
  return { figures, sentences };
}

/** The number of a cell, null when it was left empty, or a sentence why it is none. */
function numberIn({ value, odd, formula }: FilledCell): number | null | string {
  if (formula) return 'có công thức; hãy ghi thẳng con số.';
  if (odd) return 'không phải là số; hãy ghi con số, ví dụ 1.234,5.';
  if (value === null) return null;
  const text = typeof value === 'string' ? value.trim() : null;
  if (text === '') return null;
  const number = text === null ? Number(value) : parseVietnameseNumber(text);
  if (number === null || !Number.isFinite(number))
    return `“${(text ?? '').slice(0, 40)}” không phải là số; chưa có số liệu thì để trống.`;
  if (number < 0 || number > LARGEST) return 'con số phải từ 0 và không quá lớn.';
  return number;
}

function wordsIn({ texts }: FilledIn, parts: readonly { key: string; name: string }[]) {
  const words: Record<string, string> = {};
  const sentences: string[] = [];
  for (const { key, name } of parts) {
    const cell = texts.find((one) => one.key === key);
    if (!cell) sentences.push(`Thiếu mục “${name}” ở trang Lời văn: hãy tải lại biểu.`);
    else if (cell.formula) sentences.push(`Ô ${cell.at} (${name}): có công thức; hãy ghi bằng lời.`);
    else
      words[key] = cleanText(String(cell.value ?? ''))
        .trim()
        .slice(0, MOST_LETTERS);
  }
  return { words, sentences };
}
