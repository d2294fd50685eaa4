import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocxBlock as Block } from '../evidence/docx-xml.ts';
import { sectionsOf, wordsByPart } from './headings.ts';
import { nameKey } from './name-key.ts';

const PARTS = [
  'trách nhiệm lãnh đạo',
  'các hoạt động bồi dưỡng điển hình',
  'công tác tuyên truyền, nhân rộng trên địa bàn',
  'công tác biểu dương, khen thưởng gương điển hình',
  'chế độ thông tin, báo cáo',
].map((name, n) => ({ ord: n + 1, name }));

const p = (text: string): Block => ({ kind: 'paragraph', level: 0, text });
const h = (text: string, level = 1): Block => ({ kind: 'heading', level, text });
const found = (blocks: Block[]) => sectionsOf(blocks, PARTS).map(({ heading, part }) => [heading, part]);

describe('the headings of a Word document', () => {
  it('are found by style, by number and by name, whatever marks and case they have', () => {
    expect(
      found([
        p('Thực hiện Kế hoạch 1711/KH-UBND, đơn vị xây dựng kế hoạch như sau:'),
        h('I. TRÁCH NHIỆM LÃNH ĐẠO, CHỈ ĐẠO'),
        p('Chủ tịch chịu trách nhiệm.'),
        p('2. Công tác tuyên truyền, nhân rộng điển hình'),
        p('Mỗi tháng một bài.'),
        p('Che do thong tin bao cao'),
        p('Báo cáo hằng quý.'),
      ]),
    ).toEqual([
      ['', null],
      ['I. TRÁCH NHIỆM LÃNH ĐẠO, CHỈ ĐẠO', 1],
      ['2. Công tác tuyên truyền, nhân rộng điển hình', 3],
      ['Che do thong tin bao cao', 5],
    ]);
  });

  it('that fit no part are left over with their text, and never guessed at', () => {
    expect(
      found([
        h('I. Mục đích, yêu cầu'),
        p('Một.'),
        h('II. Công tác'),
        p('Hai.'),
        h('III. Biểu dương, khen thưởng'),
      ]),
    ).toEqual([
      ['I. Mục đích, yêu cầu', null],
      ['II. Công tác', null],
      ['III. Biểu dương, khen thưởng', 4],
    ]);
  });

  it('do not cut a part at the numbered sentences within it', () => {
    const sections = sectionsOf(
      [
        p('I. Trách nhiệm lãnh đạo'),
        p('1. Đồng chí Chủ tịch chỉ đạo chung.'),
        p('2. Đồng chí Phó Chủ tịch theo dõi;'),
        p('a) Phòng Nội vụ'),
        p('II. Chế độ báo cáo'),
      ],
      PARTS,
    );
    expect(sections.map(({ part, text }) => [part, text.split('\n').length])).toEqual([
      [1, 3],
      [5, 1],
    ]);
  });

  it('give every part its own name back, in any order, case and numbering, with or without marks', () => {
    const numberings = ['', 'I. ', 'II) ', '3. ', '4/ ', 'Phần V: '];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(PARTS, { minLength: 1 }),
        fc.array(fc.tuple(fc.constantFrom(...numberings), fc.boolean(), fc.boolean()), {
          minLength: 5,
          maxLength: 5,
        }),
        (parts, looks) => {
          const blocks = parts.flatMap(({ ord, name }, n) => {
            const [numbering, upper, bare] = looks[n] ?? ['', false, false];
            const plain = bare ? nameKey(name) : name;
            return [h(numbering + (upper ? plain.toUpperCase() : plain)), p(`Nội dung ${ord}.`)];
          });
          expect(sectionsOf(blocks, PARTS).map(({ part, text }) => [part, text])).toEqual(
            parts.map(({ ord }) => [ord, `Nội dung ${ord}.`]),
          );
        },
      ),
    );
  });

  it('lose no word of the document, however it is made', () => {
    const block = fc.record({
      kind: fc.constantFrom<Block['kind']>('heading', 'paragraph', 'cell'),
      level: fc.integer({ min: 1, max: 4 }),
      text: fc.oneof(
        fc.constantFrom(...PARTS.map(({ name }) => name), 'I. Mục đích', '2) việc', 'a) x', ''),
        fc.string({ unit: 'grapheme' }),
      ),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const kept = sectionsOf(blocks, PARTS)
          .flatMap(({ heading, text }) => [heading, text])
          .join('\n');
        const lines = (text: string) =>
          text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
        expect(lines(kept)).toEqual(blocks.flatMap(({ text }) => lines(text)));
      }),
    );
  });

  it('joins what goes to one part, in the order of the document, and leaves out what goes to none', () => {
    expect(
      wordsByPart([
        { text: 'a', part: 1 },
        { text: 'b', part: null },
        { text: ' c ', part: 1 },
        { text: '', part: 2 },
      ]),
    ).toEqual({ 1: 'a\nc' });
  });
});
