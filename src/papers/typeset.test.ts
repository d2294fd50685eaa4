import { describe, expect, it } from 'vitest';
import { PAPER_LIMITS, PaperLimitExceeded } from './paper-limit.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';
import { typeset } from './typeset.ts';
import { typesetTable } from './typeset-table.ts';

const COLUMNS = [{ label: 'Đơn vị' }, { label: 'Số lượng' }];

describe('a paper being set', () => {
  it('writes the issuing bodies, the kind and the signer in capitals', () => {
    const paper = typeset(SAMPLE_PAPER);
    expect([paper.superior, paper.issuer, paper.kind]).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
      'BAN THI ĐUA - KHEN THƯỞNG',
      'BÁO CÁO',
    ]);
    expect(paper.signature.lines).toEqual(['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN']);
    expect(paper.signature.name).toBe('Nguyễn Thị Hồng Hạnh');
  });

  it('closes the last paragraph, but nothing that ends in a table', () => {
    const table = { type: 'table', title: '', columns: COLUMNS, rows: [] } as const;
    const words = { type: 'paragraph', text: 'Hết.' } as const;
    expect(typeset({ ...SAMPLE_PAPER, body: [words] }).body.at(-1)).toMatchObject({ text: 'Hết./.' });
    expect(typeset({ ...SAMPLE_PAPER, body: [words, { ...table, rows: [] }] }).body[0]).toMatchObject({
      text: 'Hết.',
    });
  });

  it('aligns a column of numbers to the right, unless the paper says otherwise', () => {
    const rows = [
      ['Lâm Thao', 5],
      ['Thanh Ba', null],
    ];
    const aligned = typesetTable({ type: 'table', title: '', columns: COLUMNS, rows });
    expect(aligned.columns.map((column) => column.align)).toEqual(['left', 'right']);
    const centred = COLUMNS.map((column) => ({ ...column, align: 'center' as const }));
    const told = typesetTable({ type: 'table', title: '', columns: centred, rows });
    expect(told.columns.map((column) => column.align)).toEqual(['center', 'center']);
  });

  it('fills short rows with blanks and takes longer ones, or no columns, for bugs', () => {
    const table = { type: 'table', title: 'Bảng', columns: COLUMNS } as const;
    const columns = [...COLUMNS];
    expect(typesetTable({ ...table, columns, rows: [['A']] }).rows).toEqual([['A', '']]);
    expect(() => typesetTable({ ...table, columns, rows: [['A', 1, 2]] })).toThrow('3 cells');
    expect(() => typesetTable({ ...table, columns: [], rows: [] })).toThrow('no columns');
  });

  it('lets rows and the head break across pages only when they are too tall to stay whole', () => {
    const set = (text: string, label = 'Đơn vị') =>
      typesetTable({ type: 'table', title: '', columns: [{ label }, { label: 'B' }], rows: [[text, 'x']] });
    expect(set('ngắn')).toMatchObject({ wholeRows: true, repeatHead: true });
    expect(set('dài '.repeat(2000))).toMatchObject({ wholeRows: false, repeatHead: true });
    expect(set('ngắn', 'dài '.repeat(2000))).toMatchObject({ repeatHead: false });
  });

  it('refuses a paper that nobody could read, and says what to do', () => {
    const rows = Array.from({ length: PAPER_LIMITS.tableCells / 2 + 1 }, () => ['x', 1]);
    const long = { ...SAMPLE_PAPER, body: [{ type: 'table' as const, title: '', columns: COLUMNS, rows }] };
    expect(() => typeset(long)).toThrow(PaperLimitExceeded);
    try {
      typeset(long);
    } catch (error) {
      expect((error as PaperLimitExceeded).sentence).toContain('Excel');
    }
    const fits = {
      ...SAMPLE_PAPER,
      body: [{ type: 'paragraph' as const, text: 'x'.repeat(PAPER_LIMITS.letters + 1) }],
    };
    expect(() => typeset(fits)).toThrow(PaperLimitExceeded);
  });
});
