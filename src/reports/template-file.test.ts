import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_FORM, wordOf } from '../../test/word-template.ts';
import { fieldsOf } from './template-fields.ts';
import { checkTemplate } from './template-file.ts';

const FIELDS = fieldsOf(TEMPLATE_FORM).flatMap((group) => group.fields);

async function sentencesOf(bytes: Uint8Array): Promise<string[]> {
  const checked = await checkTemplate('mau.docx', bytes, FIELDS);
  return checked.ok ? [] : checked.sentences;
}

const changed = (file: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(file);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
};

describe('a Word template of an office', () => {
  it('is taken when all its fields are known and all its loops closed, however Word has split them', async () => {
    const file = await wordOf([
      '{{TEN_DON_VI}}',
      ['Có {{so_', 'lieu.so_dien', '_hinh}} điển hình'],
      '{{#bang.state}}{{cot_1}}: {{cot_2}}{{/bang.state}}',
      '{{phan.result}}',
    ]);
    expect(await sentencesOf(file)).toEqual([]);
  });

  it.each([
    [
      'a field that does not exist',
      ['{{so_lieu.so_dien_hin}}'],
      '“{{so_lieu.so_dien_hin}}”: có phải “{{so_lieu.so_dien_hinh}}”?',
    ],
    [
      'a field of nowhere',
      ['{{thu_truong_co_quan}}'],
      'không có trường “{{thu_truong_co_quan}}”: hãy chép đúng tên',
    ],
    ['a loop that is not closed', ['{{#bang.state}}', '{{cot_1}}'], 'hãy thêm “{{/bang.state}}”'],
    [
      'a loop that was never opened',
      ['{{/bang.state}}', '{{ten_don_vi}}'],
      'chưa mở: hãy thêm “{{#bang.state}}”',
    ],
    [
      'a loop closed by another name',
      ['{{#bang.state}}{{cot_1}}{{/doan.result}}'],
      'được đóng bằng “{{/doan.result}}”',
    ],
    [
      'a loop inside another',
      ['{{#bang.state}}', '{{#doan.result}}', '{{/doan.result}}', '{{/bang.state}}'],
      'nằm trong vòng lặp “{{#bang.state}}”',
    ],
    [
      'a field of a loop outside of it',
      ['{{cot_1}}'],
      'chỉ dùng được trong vòng lặp, ví dụ “{{#bang.state}}',
    ],
    ['a loop used as a field', ['{{bang.state}}'], 'là một vòng lặp: hãy dùng “{{#bang.state}}'],
    ['a field used as a loop', ['{{#phan.result}}x{{/phan.result}}'], 'không phải là vòng lặp'],
    [
      'a field that breaks off',
      ['Số liệu: {{so_lieu.so_dien_hinh'],
      'Trường “{{so_lieu.so_dien_hinh” chưa đóng',
    ],
    [
      'a field split over two paragraphs',
      ['{{so_lieu.so_', 'dien_hinh}}'],
      'Trường “{{so_lieu.so_” chưa đóng',
    ],
    ['a field without a beginning', ['so_dien_hinh}}'], 'mà không có “{{” ở trước, tại “so_dien_hinh}}”'],
    ['an empty field', ['{{ }}'], 'trường trống'],
    ['no field at all', ['Báo cáo năm'], 'không có trường nào'],
  ])('is refused with a sentence that names %s', async (_what, paragraphs, words) => {
    expect((await sentencesOf(await wordOf(paragraphs))).join('\n')).toContain(words);
  });

  it('is refused when a loop opens in a table and closes outside of it', async () => {
    const cell = new TableCell({ children: [new Paragraph('{{#doan.result}}')] });
    const document = new Document({
      sections: [
        {
          children: [
            new Table({ rows: [new TableRow({ children: [cell] })] }),
            new Paragraph('{{noi_dung}}{{/doan.result}}'),
          ],
        },
      ],
    });
    const sentences = await sentencesOf(new Uint8Array(await Packer.toBuffer(document)));
    expect(sentences[0]).toContain('Trường “{{#doan.result}}”, “{{/doan.result}}” đặt ở chỗ không dùng được');
  });

  it('names every wrong field at once', async () => {
    const sentences = await sentencesOf(await wordOf(['{{mot_truong}}', '{{ten_don_vi}}', '{{hai_truong}}']));
    expect(sentences).toHaveLength(2);
  });

  it('is refused when it is no Word file, fetches pictures from elsewhere, or declares entities', async () => {
    const good = await wordOf(['{{ten_don_vi}}']);
    expect((await sentencesOf(strToU8('<html>')))[0]).toContain('không đúng loại');
    const sheet = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<w/>') });
    expect((await sentencesOf(sheet))[0]).toContain('không phải là Word');
    const spying = changed(good, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://noi-khac.test/a.png" TargetMode="External"/></Relationships>',
      ),
    );
    expect((await sentencesOf(spying))[0]).toContain('từ nơi khác');
    const laughing = changed(good, 'word/document.xml', (xml) =>
      xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "ha">]>'),
    );
    expect((await sentencesOf(laughing))[0]).toContain('DTD');
  });

  it('is refused when it unpacks to more than a template ever does', async () => {
    const parts = unzipSync(await wordOf(['{{ten_don_vi}}']));
    const noise = Uint8Array.from({ length: 13 * 1024 * 1024 }, (_, n) => 97 + ((n * 31 + (n >> 5)) % 23));
    const bomb = zipSync({ ...parts, 'word/customXml.xml': noise }, { level: 9 });
    expect((await sentencesOf(bomb)).join(' ')).toMatch(/quá lớn khi mở ra|bất thường/);
  });

  it('is refused when what is in it is no XML', async () => {
    const broken = changed(await wordOf(['{{ten_don_vi}}']), 'word/document.xml', () => '<w:document><w:p>');
    expect((await sentencesOf(broken))[0]).toMatch(/Không đọc được|không có trường/);
  });
});
