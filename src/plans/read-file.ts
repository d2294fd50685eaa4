import { DOCX, sniff } from '../evidence/media-types.ts';
import { checkOfficeDocument } from '../evidence/office-document.ts';
import { readZipDirectory } from '../evidence/zip-directory.ts';
import { planText } from './read-source.ts';
import { decodeText, refusalOfText } from './read-text.ts';
import { MOST_PAGES, type ThreadAnswer, textInThread } from './read-thread.ts';

export type SourceKind = 'paste' | 'txt' | 'docx' | 'pdf';

export type PlanText =
  | { ok: true; text: string; kind: SourceKind; name: string | null }
  | { ok: false; sentence: string };

const MB = 1024 * 1024;
/** A plan of many pages with pictures; stricter than what evidence may be. */
const MOST_FILE = 20 * MB;
const MOST_ENTRIES = 2_000;
const MOST_UNPACKED = 60 * MB;
/** The words of a plan in Word's own markup. */
const MOST_DOCUMENT_XML = 20 * MB;

/** Text that was pasted. */
export function pastedText(pasted: string): PlanText {
  const text = planText(pasted);
  const refusal = refusalOfText(text);
  return refusal
    ? { ok: false, sentence: `Văn bản dán vào ${refusal}` }
    : { ok: true, text, kind: 'paste', name: null };
}

/** The text of an uploaded file, by its content and not by its name; or a sentence why not. Nothing is stored. */
export async function textOfFile(name: string, bytes: Uint8Array): Promise<PlanText> {
  const found = await look(bytes);
  if ('wrong' in found) return { ok: false, sentence: `Tệp “${name}” ${found.wrong}` };
  const text = planText(found.text);
  const refusal = text.trim() === '' ? WITHOUT_TEXT[found.kind] : refusalOfText(text);
  return refusal
    ? { ok: false, sentence: `Tệp “${name}” ${refusal}` }
    : { ok: true, text, kind: found.kind, name };
}

const WITHOUT_TEXT: Readonly<Record<SourceKind, string>> = {
  paste: 'trống, không có chữ nào.',
  txt: 'trống, không có chữ nào.',
  docx: 'không có chữ nào; nếu văn bản là ảnh dán vào Word, hãy nhận dạng chữ (OCR) trước.',
  pdf: 'là bản quét, không có lớp chữ; hãy nhận dạng chữ (OCR) trước, hoặc dán nội dung vào ô bên dưới.',
};

type Look = { kind: SourceKind; text: string } | { wrong: string };

async function look(bytes: Uint8Array): Promise<Look> {
  if (bytes.length === 0) return { wrong: 'trống, không có nội dung.' };
  if (bytes.length > MOST_FILE) return { wrong: `quá lớn; tệp kế hoạch không quá ${MOST_FILE / MB} MB.` };
  switch (sniff(bytes)) {
    case 'zip':
      return word(bytes);
    case 'pdf':
      return fromThread('pdf', await textInThread('pdf', bytes));
    case 'old_office':
      return { wrong: 'là Word kiểu cũ (.doc) hoặc có mật khẩu; hãy lưu lại thành .docx rồi gửi lại.' };
    case null: {
      const decoded = decodeText(bytes);
      return decoded.ok ? { kind: 'txt', text: decoded.text } : { wrong: decoded.sentence };
    }
    default:
      return { wrong: 'là ảnh; hãy gửi tệp Word (.docx), PDF có chữ hoặc TXT.' };
  }
}

/** A zip is looked through against bombs before any library unpacks it. */
async function word(bytes: Uint8Array): Promise<Look> {
  const entries = readZipDirectory(bytes) ?? [];
  const main = entries.find(({ name }) => name === 'word/document.xml');
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED || (main?.size ?? 0) > MOST_DOCUMENT_XML) {
    return { wrong: 'có nội dung nén bất thường nên không được nhận.' };
  }
  const checked = await checkOfficeDocument(bytes);
  if (!checked.ok) return { wrong: `${checked.sentence}.` };
  if (checked.type !== DOCX)
    return { wrong: 'là bảng Excel; hãy gửi tệp Word (.docx), PDF có chữ hoặc TXT.' };
  return fromThread('docx', await textInThread('docx', bytes));
}

function fromThread(kind: 'docx' | 'pdf', answer: ThreadAnswer): Look {
  return 'text' in answer ? { kind, text: answer.text } : { wrong: FAILED[answer.failed] };
}

const FAILED = {
  password: 'có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.',
  broken: 'bị hỏng nên không đọc được; hãy mở và lưu lại, hoặc dán nội dung vào ô bên dưới.',
  pages: `có hơn ${MOST_PAGES} trang; hãy tách riêng phần kế hoạch rồi gửi lại.`,
  slow: 'quá phức tạp nên không đọc được trong thời gian cho phép; hãy dán nội dung vào ô bên dưới.',
} as const;
