import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import { DOCX, XLSX } from './media-types.ts';

const MB = 1024 * 1024;
const look = (bytes: Uint8Array, maxBytes = 5 * MB) => examine('tệp.thử', bytes, maxBytes);
const sentenceOf = async (bytes: Uint8Array, maxBytes?: number) => {
  const examined = await look(bytes, maxBytes);
  return examined.ok ? 'được nhận' : examined.sentence;
};

const PARTS = {
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8('<w:document>Báo cáo thành tích</w:document>'),
};
const SHEET = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') };
const PDF = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');

describe('an uploaded file', () => {
  it('is a Word document, an Excel sheet or a PDF by what is in it', async () => {
    expect(await look(zipSync(PARTS))).toMatchObject({ ok: true, file: { mediaType: DOCX } });
    expect(await look(zipSync(SHEET))).toMatchObject({ ok: true, file: { mediaType: XLSX } });
    expect(await look(PDF)).toMatchObject({ ok: true, file: { mediaType: 'application/pdf', bytes: PDF } });
  });

  it('is kept as a new drawing when it is a picture', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const examined = await look(png);
    expect(examined).toMatchObject({ ok: true, file: { mediaType: 'image/png' } });
  });

  it.each([
    ['empty', new Uint8Array(), 'trống'],
    ['too large', new Uint8Array(2 * MB), 'mỗi tệp không quá 1 MB'],
    ['a web page', strToU8('<html></html>'), 'không đúng loại'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'kiểu cũ'],
    ['a picture of a telephone', Buffer.from('00000018667479706865696300000000', 'hex'), 'HEIC'],
    ['a PDF that was cut off', PDF.subarray(0, 40), 'cắt cụt'],
    ['a JPEG that was cut off', Buffer.from('ffd8ffe000104a464946', 'hex'), 'bị hỏng'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'không phải Word'],
    ['a document that was cut off', zipSync(PARTS).subarray(0, 120), 'cắt cụt'],
  ])('is refused with a sentence when it is %s', async (_what, bytes, words) => {
    const sentence = await sentenceOf(bytes, MB);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/^Tệp “tệp\.thử” .+\.$/u);
  });

  it('is refused when it is a document with macros', async () => {
    const bytes = zipSync({ ...PARTS, 'word/vbaProject.bin': new Uint8Array(9) });
    expect(await sentenceOf(bytes)).toContain('macro');
  });

  it('is refused when it unpacks to far more than a document does', async () => {
    const bomb = zipSync({ ...PARTS, 'word/media/a.bin': new Uint8Array(40 * MB) }, { level: 9 });
    expect(bomb.length).toBeLessThan(MB);
    expect(await sentenceOf(bomb)).toContain('bất thường');
  });

  it('is refused when a byte of its content was lost on the way', async () => {
    const broken = zipSync(PARTS);
    const at = Buffer.from(broken).indexOf('word/document.xml') + 'word/document.xml'.length + 5;
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(await sentenceOf(broken)).toContain('bị hỏng');
  });
});
