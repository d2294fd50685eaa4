import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitPlanContent } from './content.ts';
import { compareContents, differenceOf, hasChanges } from './differences.ts';

const without = (kind: string, pieces: ReturnType<typeof differenceOf>) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');
const content = (more: Partial<UnitPlanContent>): UnitPlanContent => ({
  parts: [],
  targets: [],
  exemplars: [],
  files: [],
  paper: {},
  ...more,
});

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(differenceOf('Mỗi quý một bài.', 'Mỗi tháng hai bài.')).toEqual([
      { kind: 'same', text: 'Mỗi ' },
      { kind: 'removed', text: 'quý một' },
      { kind: 'added', text: 'tháng hai' },
      { kind: 'same', text: ' bài.' },
    ]);
  });

  it('is one change where a sentence was written anew, and not a jumble of words', () => {
    const pieces = differenceOf(
      'Giữ nguyên câu này. Thủ trưởng đơn vị chịu trách nhiệm; họp mỗi quý.',
      'Giữ nguyên câu này. Đồng chí Chủ tịch trực tiếp chỉ đạo; giao ban hằng tháng.',
    );
    expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(pieces[0]?.text).toBe('Giữ nguyên câu này. ');
  });

  it('gives back both texts to the letter, whatever they are', () => {
    const words = fc.array(fc.constantFrom('Mỗi', 'quý', ' ', '\n', 'điển hình', ',', '  '), {
      maxLength: 40,
    });
    const text = fc.oneof(
      words.map((list) => list.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOf(before, after);
        expect([without('added', pieces), without('removed', pieces)]).toEqual([before, after]);
      }),
    );
  });

  it('takes bounded time for long texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 15_000 }, (_, n) => `${word}${n}`).join(' ');
    const lines = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word}${n}`).join('\n');
    const start = performance.now();
    for (const [before, after] of [
      [long('a'), long('b')],
      [lines('a'), lines('b')],
    ] as const) {
      const pieces = differenceOf(before, after);
      expect(without('added', pieces) === before && without('removed', pieces) === after).toBe(true);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('the difference of two submissions', () => {
  const part = (name: string, text: string, ord = 1) => ({ ord, name, text });
  const target = (what: string, number: number | null) => ({ what, number, unit: 'mô hình', dueOn: null });

  it('finds a part by its name, wherever it stands, and keeps one that is no longer asked for', () => {
    const difference = compareContents(
      content({ parts: [part('Lãnh đạo', 'a'), part('Báo cáo', 'b', 2)] }),
      content({ parts: [part('2. BÁO CÁO', 'b'), part('Kiểm tra', 'c', 2)] }),
    );
    expect(difference.parts.map(({ name, changed }) => [name, changed])).toEqual([
      ['2. BÁO CÁO', false],
      ['Kiểm tra', true],
      ['Lãnh đạo', true],
    ]);
  });

  it('tells targets as a table of what came, went and changed', () => {
    const { targets } = compareContents(
      content({ targets: [target('Xã điểm', 1), target('Tọa đàm', 2), target('Bài viết', 3)] }),
      content({ targets: [target('Xã điểm', 1), target('Tọa đàm', 4), target('Lớp', null)] }),
    );
    expect(targets).toEqual([
      { kind: 'same', name: 'Xã điểm', before: '1 mô hình', after: '1 mô hình' },
      { kind: 'changed', name: 'Tọa đàm', before: '2 mô hình', after: '4 mô hình' },
      { kind: 'added', name: 'Lớp', before: '', after: 'mô hình' },
      { kind: 'removed', name: 'Bài viết', before: '3 mô hình', after: '' },
    ]);
  });

  it('of anything with itself is none', () => {
    const one = content({ parts: [part('A', 'x')], targets: [target('T', 1), target('T', 2)] });
    expect(hasChanges(compareContents(one, one))).toBe(false);
  });
});
