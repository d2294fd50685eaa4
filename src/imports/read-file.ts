import { DOCX, sniff, XLSX } from '../evidence/media-types.ts';
import { checkOfficeDocument } from '../evidence/office-document.ts';
import { readZipDirectory } from '../evidence/zip-directory.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { decodeBytes } from './decode.ts';
import { type Charset, type RawTable, READ_LIMITS } from './raw-table.ts';
import { type ThreadAnswer, tablesInThread } from './read-thread.ts';

export const SOURCE_KINDS = ['xlsx', 'csv', 'docx', 'paste'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface ListFile {
  kind: SourceKind;
  tables: RawTable[];
  /** How the bytes of a CSV file were told. */
  charset: Charset | null;
}

export type ReadList = { ok: true; list: ListFile } | { ok: false; sentence: string };

const MB = 1024 * 1024;
/** A list of 20,000 rows takes 1 to 3 MB in Excel, 5 MB as CSV. */
export const MOST_BYTES = 12 * MB;
export const MOST_PASTED = 3 * MB;
const MOST_UNPACKED = 80 * MB;
const MOST_ENTRIES = 2_000;

/**
 * The tables of an uploaded list, by its content and not by its name; or a sentence that names the file and says what is
 * wrong and what to do. Formulas are not evaluated. Nothing is stored.
 */
export async function readListFile(name: string, bytes: Uint8Array): Promise<ReadList> {
  const found = await look(bytes);
  return 'wrong' in found
    ? { ok: false, sentence: `Tệp “${name}” ${found.wrong}` }
    : withTables(found, `Tệp “${name}” không có bảng nào có chữ; hãy chọn đúng tệp danh sách.`);
}

/** A table that was copied from Excel or Word and pasted: cells apart by tabs. */
export async function readPasted(text: string): Promise<ReadList> {
  if (text.length > MOST_PASTED)
    return { ok: false, sentence: 'Bảng dán vào quá dài; hãy gửi bằng tệp Excel.' };
  const read = await readCsv(text, text.includes('\t') ? '\t' : delimiterOf(text));
  if ('failed' in read) return { ok: false, sentence: `Bảng dán vào ${FAILED[read.failed]}` };
  const table = { name: 'Bảng dán vào', rows: read.rows, merges: [] };
  return withTables({ kind: 'paste', tables: [table], charset: null }, 'Bảng dán vào không có dòng nào.');
}

function withTables(list: ListFile, empty: string): ReadList {
  const tables = list.tables.filter(({ rows }) => rows.length > 0);
  return tables.length > 0 ? { ok: true, list: { ...list, tables } } : { ok: false, sentence: empty };
}

type Look = ListFile | { wrong: string };

async function look(bytes: Uint8Array): Promise<Look> {
  if (bytes.length === 0) return { wrong: 'trống, không có nội dung.' };
  if (bytes.length > MOST_BYTES)
    return {
      wrong: `quá lớn; danh sách không quá ${MOST_BYTES / MB} MB. Hãy xóa hình, trang tính thừa hoặc chia nhỏ.`,
    };
  const kind = sniff(bytes);
  switch (kind) {
    case 'zip':
      return office(bytes);
    case 'old_office':
      return {
        wrong:
          'là Excel, Word kiểu cũ (.xls, .doc) hoặc có mật khẩu; hãy mở, bỏ mật khẩu rồi lưu lại thành .xlsx hoặc .docx.',
      };
    case null:
      return csv(bytes);
    default:
      return {
        wrong: `là ${kind === 'pdf' ? 'PDF' : 'ảnh'}; hãy gửi danh sách bằng Excel (.xlsx), CSV hoặc Word (.docx).`,
      };
  }
}

/** A zip is looked through against bombs before any library unpacks it. */
async function office(bytes: Uint8Array): Promise<Look> {
  const entries = readZipDirectory(bytes) ?? [];
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED)
    return {
      wrong:
        'có quá nhiều dòng, hoặc nội dung nén bất thường, nên không được nhận; hãy chép riêng phần danh sách sang tệp mới.',
    };
  const checked = await checkOfficeDocument(bytes);
  if (!checked.ok) return { wrong: `${checked.sentence}.` };
  const kind = checked.type === XLSX ? 'xlsx' : checked.type === DOCX ? 'docx' : null;
  if (!kind) return { wrong: WRONG_KIND };
  const answer = await tablesInThread(kind, bytes);
  return 'failed' in answer
    ? { wrong: FAILED[answer.failed] }
    : { kind, tables: answer.tables, charset: null };
}

const WRONG_KIND = 'không đúng loại; hãy gửi danh sách bằng Excel (.xlsx), CSV hoặc Word (.docx).';

async function csv(bytes: Uint8Array): Promise<Look> {
  const decoded = decodeBytes(bytes);
  if (!decoded) return { wrong: WRONG_KIND };
  const text = decoded.text.replace(/^\ufeff/, '');
  if (/^\s*(?:<!doctype html|<html|<\?xml|\{\\rtf)/i.test(text.slice(0, 400)))
    return { wrong: 'là trang web, XML hoặc RTF; hãy mở bằng Excel rồi lưu lại thành .xlsx.' };
  // a first line `sep=;` is Excel's own, and no row
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const read = await readCsv(body, told ? (told[1] as ',' | ';' | '\t') : delimiterOf(body));
  if ('failed' in read) return { wrong: FAILED[read.failed] };
  if (read.rows.every(({ cells }) => cells.length < 2)) return { wrong: ONE_COLUMN };
  return { kind: 'csv', tables: [{ name: 'CSV', rows: read.rows, merges: [] }], charset: decoded.charset };
}

const ONE_COLUMN =
  'chỉ có một cột nên không phải là bảng; hãy lưu từ Excel thành CSV (dấu phẩy hoặc chấm phẩy) hoặc gửi tệp .xlsx.';

const count = (number: number): string => number.toLocaleString('vi-VN');

const FAILED: Readonly<Record<Extract<ThreadAnswer, { failed: string }>['failed'], string>> = {
  broken: 'bị hỏng nên không đọc được; hãy mở bằng Excel hoặc Word rồi lưu lại.',
  rows: `có quá nhiều dòng (tối đa ${count(READ_LIMITS.rows)} dòng có chữ, ${count(READ_LIMITS.rowsInFile)} dòng cả dòng trống); hãy xóa các dòng trống ở cuối hoặc chia nhỏ danh sách.`,
  cells: `có quá nhiều ô (tối đa ${count(READ_LIMITS.cells)}); hãy chép riêng phần danh sách sang tệp mới.`,
  columns: `có quá nhiều cột (tối đa ${READ_LIMITS.columns}); hãy chép riêng các cột cần nhập sang tệp mới.`,
  tables: `có quá nhiều bảng (tối đa ${READ_LIMITS.tables}); hãy chép riêng bảng cần nhập sang tệp mới.`,
  slow: 'quá phức tạp nên không đọc được trong thời gian cho phép; hãy chép riêng phần danh sách sang tệp mới.',
};
