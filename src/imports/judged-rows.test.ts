import { describe, expect, it } from 'vitest';
import type { SameProbe } from '../subjects/same-types.ts';
import { JudgedRows } from './judged-rows.ts';
import type { Judged, ListRow } from './target.ts';

const NOBODY: SameProbe = {
  kind: 'individual',
  fullName: '',
  birthYear: null,
  place: null,
  position: null,
  representative: null,
};

const rowsOf = (count: number): ListRow[] =>
  Array.from({ length: count }, (_, n) => ({ no: n + 5, fields: new Map(), notes: [], problems: [] }));

/** Good is each row but every third; those of one key say the same. */
const judging = (keyOf: (no: number) => string) => {
  const asked: number[] = [];
  const judge = ({ no }: ListRow): Judged => {
    asked.push(no);
    return no % 3 === 0
      ? { ok: false, reasons: ['Thiếu tên.'], notes: [] }
      : {
          ok: true,
          value: {},
          probe: { ...NOBODY, fullName: `Số ${no}` },
          notes: ['ghi chú'],
          key: keyOf(no),
        };
  };
  return { asked, judge };
};

describe('rows of a list are judged part by part', () => {
  it('only when somebody asks for the next part', () => {
    const { asked, judge } = judging(String);
    const rows = new JudgedRows(rowsOf(1_200), judge);
    const parts = rows.probes();
    expect(asked).toHaveLength(0);
    parts.next();
    expect(asked).toHaveLength(500);
    expect(rows.all).toHaveLength(500);
  });

  it('each once and in their order; only good ones are looked for', () => {
    const { asked, judge } = judging(String);
    const rows = new JudgedRows(rowsOf(1_200), judge);
    const looked = [...rows.probes()].flat().map(({ fullName }) => fullName);
    expect(asked).toEqual(rowsOf(1_200).map(({ no }) => no));
    expect(rows.all).toHaveLength(1_200);
    expect(looked).toEqual(asked.filter((no) => no % 3 !== 0).map((no) => `Số ${no}`));
  });

  it('a repetition is refused and names the first, also where that stands in an earlier part; what was noted stays', () => {
    const { judge } = judging((no) => (no === 1_003 ? '7' : String(no)));
    const rows = new JudgedRows(rowsOf(1_200), judge);
    const looked = [...rows.probes()].flat().map(({ fullName }) => fullName);
    expect(rows.all[1_003 - 5]).toEqual({
      ok: false,
      reasons: ['Trùng với dòng 7 của danh sách này.'],
      notes: ['ghi chú'],
    });
    expect(looked).toContain('Số 7');
    expect(looked).not.toContain('Số 1003');
  });

  it('nothing comes of an empty list', () => {
    const rows = new JudgedRows([], judging(String).judge);
    expect([...rows.probes()]).toEqual([]);
    expect(rows.all).toEqual([]);
  });
});
