import { describe, expect, it } from 'vitest';
import type { Measure } from '../measures/queries.ts';
import { measuredFigures, measureFields } from './exemplar-measures.ts';
import { proposeColumns } from './head.ts';
import { headUnit, headYear } from './head-unit.ts';
import type { FieldCell } from './target.ts';

const measure = (facts: Partial<Measure>): Measure => ({
  id: 1,
  key: 'thu-nhap',
  name: 'Thu nhập của hộ trong năm',
  kind: 'money',
  unit: 'đồng',
  decimals: 0,
  shown: 'short',
  adding: 'last',
  contribution: null,
  synonyms: ['Thu nhập của hộ'],
  validFrom: null,
  validTo: null,
  endReason: null,
  version: 1,
  ranges: [
    {
      subjectKind: 'household',
      lowest: 20_000_000,
      highest: 3_000_000_000,
      source: 'Ban Thử',
      provisional: true,
    },
  ],
  ...facts,
});

const LAND = measure({
  id: 2,
  name: 'Diện tích sản xuất',
  kind: 'area',
  unit: 'm²',
  synonyms: [],
  ranges: [],
});

function read(one: Measure, text: string, head: string, year: number | null = null) {
  const noting = {
    notes: [] as string[],
    problems: [] as string[],
    note: (said: string) => noting.notes.push(said),
  };
  const cell: FieldCell = { text, head, column: 3 };
  const found = measuredFigures([one], noting, {
    kind: 'household',
    year,
    styleOf: () => 'vi',
    cellsOf: (key) => (key === `measure-${one.id}` ? [cell] : []),
  });
  return { ...found, figure: found.figures[0], ...noting };
}

describe('a column of figures that is a measure of the catalogue', () => {
  it('is turned into the unit of the measure, by the unit of its head or of the cell', () => {
    expect(read(measure({}), '150', 'Thu nhập (triệu đồng/năm)').figure).toEqual({
      statement: 'Thu nhập',
      value: 150_000_000,
      unit: 'đồng',
      year: null,
      measureId: 1,
      measure: 'Thu nhập của hộ trong năm',
      asTyped: '150 triệu đồng/năm',
    });
    expect(read(LAND, '1,2', 'Diện tích (ha)').figure).toMatchObject({ value: 12_000, asTyped: '1,2 ha' });
    expect(read(LAND, '3.500 m2', 'Diện tích (ha)').figure).toMatchObject({ value: 3_500, asTyped: null });
  });

  it('has the year of its head, else that of the column of years', () => {
    expect(read(LAND, '1', 'Diện tích năm 2017 (ha)', 2015).figure).toMatchObject({
      year: 2017,
      statement: 'Diện tích',
    });
    expect(read(LAND, '1', 'Diện tích (ha)', 2015).figure?.year).toBe(2015);
    expect([headYear('Thu nhập 2016 (triệu)'), headYear('Số 20171')]).toEqual([2016, null]);
    expect(headUnit('Năm 2018')).toEqual({ statement: 'Số liệu', unit: null });
  });

  it('asks about what lies outside of the plausible range, and says which', () => {
    const { asks, notes } = read(measure({}), '150.000', 'Thu nhập (triệu đồng)');
    expect(asks).toMatch(
      /150 tỷ đồng nằm ngoài khoảng thường gặp của “Thu nhập của hộ trong năm” .*Có đúng không\?$/,
    );
    expect(notes).toContain(asks);
    expect(read(measure({}), '150', 'Thu nhập (triệu đồng)').asks).toBeNull();
  });

  it('stays in words where its unit is another in each region, and is refused where it is no number', () => {
    const sao = read(LAND, '5', 'Diện tích (sào)');
    expect(sao.figure).toMatchObject({ value: 5, unit: 'sào', measureId: null });
    expect(sao.notes[0]).toContain('không đổi được “sào” ra m²');
    expect(read(LAND, 'rất rộng', 'Diện tích (ha)').problems).toEqual([
      'Cột “Diện tích (ha)”: “rất rộng” không phải là số.',
    ]);
    expect(read(measure({}), '9999999999', 'Thu nhập (tỷ đồng)').problems[0]).toContain('lớn quá mức');
  });

  it('is proposed by its name or what else it is called', () => {
    const fields = measureFields([measure({ id: 7, synonyms: ['Số lao động'] }), LAND]);
    expect(proposeColumns(['Số lao động', 'Diện tích sản xuất (ha)', 'Ghi chú'], fields)).toEqual([
      'measure-7',
      'measure-2',
      null,
    ]);
  });
});
