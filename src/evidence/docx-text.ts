import { strFromU8, unzipSync } from 'fflate';
import { blocksOfXml, type DocxBlock, headingStyles } from './docx-xml.ts';
import { DOCX, sniff } from './media-types.ts';
import { checkOfficeDocument } from './office-document.ts';

export type { DocxBlock } from './docx-xml.ts';

export type DocxText = { ok: true; blocks: DocxBlock[] } | { ok: false; sentence: string };

const MB = 1024 * 1024;
/** A text of a thousand pages; beyond it somebody sent something else. */
const MAX_TEXT = 20 * MB;
const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';

/**
 * Reads the text of a Word document: its headings, paragraphs and cells of tables, in their order. It is checked as an
 * upload is (whole, no macro, no bomb) before anything of it is unpacked. The sentence goes on after the name of the
 * file: 'là tệp nén, không phải Word (.docx)'.
 */
export async function readDocxText(bytes: Uint8Array): Promise<DocxText> {
  const kind = sniff(bytes);
  if (kind === 'old_office') return wrong('là Word kiểu cũ (.doc) hoặc có mật khẩu; hãy lưu lại thành .docx');
  if (kind !== 'zip') return wrong('không phải là tệp Word (.docx)');
  const checked = await checkOfficeDocument(bytes);
  if (!checked.ok) return wrong(checked.sentence);
  if (checked.type !== DOCX) return wrong('là tệp Excel, không phải Word (.docx)');
  const sizes = new Map<string, number>();
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name !== DOCUMENT && name !== STYLES) return false;
      sizes.set(name, originalSize);
      return originalSize <= MAX_TEXT;
    },
  });
  if ((sizes.get(DOCUMENT) ?? 0) > MAX_TEXT) return wrong('quá dài để đọc thành chữ');
  const document = parts[DOCUMENT];
  if (!document) return wrong('bị hỏng hoặc bị cắt cụt');
  const styles = parts[STYLES];
  const blocks = blocksOfXml(strFromU8(document), styles ? headingStyles(strFromU8(styles)) : new Map());
  return blocks.length > 0 ? { ok: true, blocks } : wrong('không có chữ nào để đọc');
}

const wrong = (sentence: string): DocxText => ({ ok: false, sentence });
