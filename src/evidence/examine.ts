import { ACCEPTED_IN_WORDS, type MediaType, sniff } from './media-types.ts';
import { checkOfficeDocument } from './office-document.ts';
import { type PictureFormat, tidyPicture } from './picture.ts';

/** What will be kept of an uploaded file. */
export interface GoodFile {
  bytes: Uint8Array;
  mediaType: MediaType;
}

export type Examined = { ok: true; file: GoodFile } | { ok: false; sentence: string };

/**
 * Looks at what was uploaded, by its content alone, and answers what may be kept, or a sentence that names the
 * file and what is wrong with it. Nothing is stored here.
 *
 * @param name as the person knows the file
 * @param maxBytes the limit of the settings
 */
export async function examine(name: string, bytes: Uint8Array, maxBytes: number): Promise<Examined> {
  const found = await look(bytes, maxBytes);
  return found.ok ? found : { ok: false, sentence: `Tệp “${name}” ${found.sentence}.` };
}

async function look(bytes: Uint8Array, maxBytes: number): Promise<Examined> {
  if (bytes.length === 0) return wrong('trống, không có nội dung');
  if (bytes.length > maxBytes) return wrong(`quá lớn; mỗi tệp không quá ${Math.floor(maxBytes / MB)} MB`);
  const kind = sniff(bytes);
  switch (kind) {
    case 'jpeg':
    case 'png':
    case 'webp':
      return picture(bytes, kind);
    case 'pdf':
      return isWholePdf(bytes)
        ? { ok: true, file: { bytes, mediaType: 'application/pdf' } }
        : wrong('bị hỏng hoặc bị cắt cụt');
    case 'zip':
      return officeDocument(bytes);
    default:
      return wrong(WRONG_KIND[kind ?? 'unknown']);
  }
}

const MB = 1024 * 1024;

const WRONG_KIND = {
  old_office: 'là Word, Excel kiểu cũ (.doc, .xls) hoặc có mật khẩu; hãy lưu lại thành .docx, .xlsx hoặc PDF',
  heic: 'là ảnh HEIC của điện thoại; hãy gửi ảnh dạng JPEG',
  unknown: `không đúng loại; chỉ nhận ${ACCEPTED_IN_WORDS}`,
} as const;

async function picture(bytes: Uint8Array, format: PictureFormat): Promise<Examined> {
  const tidy = await tidyPicture(bytes, format);
  return tidy.ok ? { ok: true, file: { bytes: tidy.bytes, mediaType: `image/${format}` } } : tidy;
}

async function officeDocument(bytes: Uint8Array): Promise<Examined> {
  const document = await checkOfficeDocument(bytes);
  return document.ok ? { ok: true, file: { bytes, mediaType: document.type } } : document;
}

/** The last line of a PDF; programs leave a few bytes after it, but a file that was cut off has none. */
const PDF_END = '%%EOF';
const PDF_TAIL = 2_048;

function isWholePdf(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - PDF_TAIL));
  return Buffer.from(tail).includes(PDF_END);
}

const wrong = (sentence: string): Examined => ({ ok: false, sentence });
