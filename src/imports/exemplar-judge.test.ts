import { describe, expect, it } from 'vitest';
import type { OfficeInTree } from '../offices/tree.ts';
import { EXEMPLAR_FIELDS } from './exemplar-fields.ts';
import { type ExemplarWorld, judgeExemplar } from './exemplar-judge.ts';
import { proposeColumns } from './head.ts';
import { inUnicode, listRows } from './list-rows.ts';
import { OfficeMatch } from './office-match.ts';

const commune: OfficeInTree = {
  id: 1,
  name: 'Xã Yên Kỳ',
  shortName: null,
  code: null,
  kindId: 'c',
  kindName: 'xã',
  kindOrd: 1,
  parentId: null,
  path: [1],
  validFrom: null,
  validTo: null,
};
const field = { id: 5, name: 'Kinh tế hộ', planId: 9, leadOfficeId: 2, subjectKinds: ['household'] };
const world: ExemplarWorld = {
  actor: {
    accountId: 1,
    displayName: 'A',
    grants: [{ role: 'unit', officeId: 1, officeName: '', reach: 'own' }],
  },
  today: '2018-11-15',
  offices: new OfficeMatch({ all: [commune], present: new Map([[1, [commune]]]), within: () => true }),
  fields: [field],
  movements: [{ id: 7, name: 'Nông thôn mới' }],
  office: commune,
  planId: 9,
  field: null,
  kind: 'individual',
  properCase: true,
  styleOf: () => null,
  measures: [],
};

/** Judges one row below these heads. */
function judged(labels: string[], cells: string[], formulas: number[] = []) {
  const table = inUnicode(
    {
      name: '',
      rows: [
        { no: 1, cells: labels },
        { no: 2, cells, formulas },
      ],
      merges: [],
    },
    'auto',
  );
  const head = { from: 1, to: 1, labels };
  const { rows } = listRows(table, head, proposeColumns(labels, EXEMPLAR_FIELDS), null, 'name');
  const [row] = rows;
  if (!row) throw new Error('no row');
  return judgeExemplar(world, row);
}

const reasonsOf = (labels: string[], cells: string[], formulas?: number[]) => {
  const one = judged(labels, cells, formulas);
  return one.ok ? [] : one.reasons;
};

describe('a row of a list of exemplars', () => {
  it('is read with its figures, days and field', () => {
    const one = judged(
      ['Họ tên', 'Diện tích đất hiến (m2)', 'Ngày phát hiện', 'Lĩnh vực', 'Phong trào', 'Nữ'],
      ['Hộ bà Vũ Thị Lan', '1.200m2', '5-11-2018', '1. Kinh tế hộ', 'Nông thôn mới', 'x'],
    );
    expect(one).toMatchObject({
      ok: true,
      value: {
        subject: { kind: 'household', fullName: 'Hộ bà Vũ Thị Lan', birthYear: null },
        fieldId: 5,
        movementId: 7,
        foundOn: '2018-11-05',
        figures: [{ statement: 'Diện tích đất hiến', value: 1200, unit: 'm2' }],
      },
    });
  });

  it('with a field that the plan does not know keeps its words, one of the wrong kind is refused', () => {
    expect(judged(['Họ tên', 'Lĩnh vực'], ['A Văn B', 'Thể thao'])).toMatchObject({
      ok: true,
      value: { fieldId: null, fieldHint: 'Thể thao' },
    });
    expect(reasonsOf(['Họ tên', 'Lĩnh vực'], ['A Văn B', 'Kinh tế hộ'])).toEqual([
      'Lĩnh vực “Kinh tế hộ” chỉ dành cho hộ gia đình; dòng này là cá nhân.',
    ]);
  });

  it.each([
    ['a name of 500 characters', ['Nguyễn '.repeat(72)], 'dài quá 200 ký tự'],
    ['marks that turn the writing', ['Nguyễn\u202e Văn An'], 'đổi chiều chữ'],
    ['control characters', ['Nguyễn\u0000 Văn An'], 'điều khiển'],
    ['markup', ['<b onclick=x>An</b>'], 'mã trang web'],
    ['an error of Excel', ['#REF!'], 'lỗi công thức'],
  ])('with %s is refused with a sentence', (_, cells, words) => {
    expect(reasonsOf(['Họ tên'], cells).join(' ')).toContain(words);
  });

  it('tells that a value came from a formula, and refuses one without a result', () => {
    expect(judged(['Họ tên', 'Địa chỉ'], ['A Văn B', 'Khu 7'], [1]).notes.join()).toContain('công thức');
    expect(reasonsOf(['Họ tên', 'Địa chỉ'], ['A Văn B', ''], [1]).join()).toContain('chưa có kết quả');
  });

  it('with a day after today, a year of birth in the future or nobody in it is refused', () => {
    expect(reasonsOf(['Họ tên', 'Ngày phát hiện'], ['A Văn B', '16/11/2018'])).toEqual([
      'Ngày phát hiện sau hôm nay.',
    ]);
    expect(reasonsOf(['Họ tên', 'Năm sinh'], ['A Văn B', '2030']).join()).toContain('Năm sinh phải từ');
    expect(reasonsOf(['Họ tên', 'Năm sinh', 'Địa chỉ'], ['', '1970', 'Khu 7']).join()).toContain(
      'Hãy ghi họ tên',
    );
  });
});
