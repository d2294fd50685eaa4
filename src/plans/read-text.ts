import { MOST_LETTERS } from './read-thread.ts';

export type Decoded = { ok: true; text: string } | { ok: false; sentence: string };

/** Bytes of a text file as text: UTF-8, or UTF-16 that says so; what is neither is not guessed. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return NOT_TEXT;
    if (/^\s*\{\\rtf/.test(text))
      return { ok: false, sentence: 'là RTF; hãy lưu lại thành .docx rồi gửi lại.' };
    if (/^\s*(<!doctype html|<html|<\?xml)/i.test(text)) {
      return { ok: false, sentence: 'là trang web hoặc XML; hãy sao chép phần chữ rồi dán vào ô bên dưới.' };
    }
    return { ok: true, text };
  } catch {
    return NOT_TEXT;
  }
}

const NOT_TEXT: Decoded = {
  ok: false,
  sentence: 'không phải Word (.docx), PDF hay văn bản Unicode (UTF-8, UTF-16) nên không đọc được.',
};

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const MOST_BYTES = MOST_LETTERS;

/** Why a text is not read as a plan, as the end of a sentence; null when it is. */
export function refusalOfText(text: string): string | null {
  if (text.trim() === '') return 'trống, không có chữ nào.';
  if (Buffer.byteLength(text, 'utf8') > MOST_BYTES)
    return 'dài quá 500 kB; hãy tách riêng phần kế hoạch rồi gửi lại.';
  if (isOldTypeface(text)) {
    return 'dùng bảng mã cũ (TCVN3 hoặc VNI) nên không đọc được; hãy chuyển sang Unicode rồi gửi lại.';
  }
  return null;
}

/** Letters by which the old typefaces of TCVN3 and VNI draw Vietnamese ones, and which Vietnamese in Unicode never has. */
const OLD = /[¸µ¶·¹»¾¼½¨©ª«¬®Æ×÷þðßåæçëîïñöøûüäÊËÎÏÛÖÅÑØ]/gu;
const SHARE = 0.03;

function isOldTypeface(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const old = text.match(OLD)?.length ?? 0;
  return letters > 50 && old / letters > SHARE;
}
