import { DOCX, type MediaType, XLSX } from './media-types.ts';
import { contentIsWhole } from './zip-content.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const MB = 1024 * 1024;
const MAX_ENTRIES = 5_000;
const MAX_UNPACKED = 300 * MB;
/** Sheets of figures pack well, but not like this. */
const MAX_RATIO = 200;

const MAIN_PARTS: readonly [part: string, type: MediaType][] = [
  ['word/document.xml', DOCX],
  ['xl/workbook.xml', XLSX],
];

export type OfficeDocument = { ok: true; type: MediaType } | { ok: false; sentence: string };

/** Is this zip a Word or Excel document that is whole, free of macros, and of a size that can be opened? */
export async function checkOfficeDocument(bytes: Uint8Array): Promise<OfficeDocument> {
  const entries = readZipDirectory(bytes);
  if (!entries) return wrong('bị hỏng hoặc bị cắt cụt');
  const names = new Set(entries.map((entry) => entry.name));
  const main = MAIN_PARTS.find(([part]) => names.has(part));
  if (!main || !names.has('[Content_Types].xml')) {
    return wrong('là tệp nén, không phải Word (.docx) hay Excel (.xlsx)');
  }
  if (entries.some(({ name }) => name.toLowerCase().endsWith('vbaproject.bin'))) {
    return wrong('có macro nên không được nhận; hãy lưu lại thành tệp không có macro');
  }
  if (isTooLarge(bytes, entries)) return wrong('có nội dung nén bất thường nên không được nhận');
  if (!(await contentIsWhole(bytes, entries))) return wrong('bị hỏng hoặc có mật khẩu nên không mở được');
  return { ok: true, type: main[1] };
}

function isTooLarge(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  return entries.length > MAX_ENTRIES || unpacked > MAX_UNPACKED || unpacked > MB + MAX_RATIO * bytes.length;
}

const wrong = (what: string): OfficeDocument => ({ ok: false, sentence: what });
