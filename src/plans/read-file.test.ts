import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../test/plan-pdf.ts';
import { textOfFile } from './read-file.ts';
import { readPlan } from './read-plan.ts';
import { planText } from './read-source.ts';

const plan = readFileSync(new URL('../../db/seed/phu-tho-2016/ke-hoach-1711.txt', import.meta.url), 'utf8');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const word = async (
  children: (Paragraph | Table)[],
  numbering?: ConstructorParameters<typeof Document>[0]['numbering'],
) =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children }], ...(numbering ? { numbering } : {}) })),
  );
const row = (...cells: string[][]) =>
  new TableRow({
    children: cells.map((lines) => new TableCell({ children: lines.map((line) => new Paragraph(line)) })),
  });

describe('the text of a file', () => {
  it('is read from UTF-8 and from UTF-16 with its mark', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(plan, 'utf16le'))]);
    for (const bytes of [bytesOf(plan), bytesOf(`\ufeff${plan}`), utf16]) {
      expect(await textOfFile('kế hoạch.txt', bytes)).toEqual({
        ok: true,
        text: planText(plan),
        kind: 'txt',
        name: 'kế hoạch.txt',
      });
    }
  });

  it('is read from Word with the letterhead in cells, and list marks that Word only draws', async () => {
    const head = new Table({
      rows: [
        row(
          ['ỦY BAN NHÂN DÂN', 'TỈNH PHÚ THỌ'],
          ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
        ),
        row(['Số: 5/KH-UBND'], ['Phú Thọ, ngày 01 tháng 02 năm 2026']),
      ],
    });
    const numbering = {
      config: [{ reference: 'so', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] }],
    };
    const bytes = await word(
      [
        head,
        new Paragraph('KẾ HOẠCH'),
        new Paragraph('Xây dựng điển hình tiên tiến giai đoạn 2026 - 2030'),
        new Paragraph({ text: 'Mục đích', numbering: { reference: 'so', level: 0 } }),
        new Paragraph({ text: 'Nhân rộng gương tốt.', bullet: { level: 0 } }),
        new Paragraph({ text: 'Yêu cầu', numbering: { reference: 'so', level: 0 } }),
      ],
      numbering,
    );
    const answer = await textOfFile('a.docx', bytes);
    if (!answer.ok) throw new Error(answer.sentence);
    expect(answer.text.split('\n')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH PHÚ THỌ |',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc |',
      'Số: 5/KH-UBND | Phú Thọ, ngày 01 tháng 02 năm 2026',
      'KẾ HOẠCH',
      'Xây dựng điển hình tiên tiến giai đoạn 2026 - 2030',
      '1. Mục đích',
      '- Nhân rộng gương tốt.',
      '2. Yêu cầu',
    ]);
    const read = readPlan(answer.text);
    expect(read.ok && [read.reading.issuer?.value, read.reading.issuedOn?.value]).toEqual([
      'Ủy ban nhân dân tỉnh Phú Thọ',
      '2026-02-01',
    ]);
  });

  it('is read from a PDF with text, and says the same as the text itself', async () => {
    const answer = await textOfFile('a.pdf', await writePdf(plan));
    if (!answer.ok) throw new Error(answer.sentence);
    const [own, other] = [readPlan(planText(plan)), readPlan(answer.text)];
    if (!own.ok || !other.ok) throw new Error('not read');
    const short = ({ reading }: typeof own) => [
      reading.number.value,
      reading.basis.map(({ value }) => value),
      reading.stages.map(({ value }) => [value.fromOn, value.toOn]),
      reading.fields.map(({ value }) => [value.name, value.lead, value.quota, value.criteria.length]),
      reading.unitPlanParts.map(({ value }) => value),
    ];
    expect(short(other)).toEqual(short(own));
  });
});

describe('a file that is not read', () => {
  const refused = async (name: string, bytes: Uint8Array) => {
    const answer = await textOfFile(name, bytes);
    return answer.ok ? 'read' : answer.sentence;
  };
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  const zip = (document: Uint8Array) =>
    zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': document });

  it('is a scanned PDF without text', async () => {
    expect(await refused('quét.pdf', await writePdf(''))).toMatch(
      /^Tệp “quét.pdf” là bản quét, không có lớp chữ/,
    );
  });

  it('is a bomb, told at once and without unpacking it', async () => {
    const bomb = zip(new Uint8Array(70 * 1024 * 1024));
    const many = zipSync({
      ...Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [`x${n}`, strToU8('')])),
      'word/document.xml': strToU8('x'),
      '[Content_Types].xml': strToU8(types),
    });
    const started = performance.now();
    expect(await refused('bom.docx', bomb)).toBe(
      'Tệp “bom.docx” có nội dung nén bất thường nên không được nhận.',
    );
    expect(await refused('bom.docx', many)).toBe(
      'Tệp “bom.docx” có nội dung nén bất thường nên không được nhận.',
    );
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is Word whose markup is broken, or nests so deep that reading it would take too long', async () => {
    expect(await refused('a.docx', zip(strToU8('<w:document><w:body>')))).toMatch(/bị hỏng/);
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(100_000)}`;
    expect(await refused('a.docx', zip(strToU8(deep)))).toMatch(
      /quá phức tạp nên không đọc được trong thời gian cho phép|bị hỏng/,
    );
  });

  it('is Word of the old kind, RTF, a web page, or a text in no known letters', async () => {
    expect(await refused('a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toMatch(
      /Word kiểu cũ/,
    );
    expect(await refused('a.txt', bytesOf('{\\rtf1 Kế hoạch}'))).toMatch(/là RTF/);
    expect(await refused('a.txt', bytesOf('<!DOCTYPE html><p>Kế hoạch'))).toMatch(/là trang web/);
    expect(await refused('a.txt', new Uint8Array([0x4b, 0xff, 0x41]))).toMatch(
      /không phải Word .* hay văn bản Unicode/,
    );
    expect(
      await refused(
        'a.txt',
        bytesOf('Keá hoaïch xaây döïng ñieån hình tieân tieán tænh Phuù Thoï, giai ñoaïn 2016'),
      ),
    ).toMatch(/TCVN3 hoặc VNI/);
  });

  it('is longer than a plan can be', async () => {
    expect(await refused('a.txt', bytesOf('Kế hoạch '.repeat(60_000)))).toMatch(/dài quá 500 kB/);
    expect(await refused('a.pdf', new Uint8Array(21 * 1024 * 1024))).toMatch(
      /quá lớn; tệp kế hoạch không quá 20 MB/,
    );
  });
});
