import type { StandingCell, TableFigures } from './figure-types.ts';
import { quotaTable } from './quota-words.ts';
import type { ReportTable } from './report-table.ts';
import { STATISTICS_TABLE_NAMES } from './statistics-tables.ts';

export interface Wording {
  /** State → its Vietnamese name, in the order in which states are listed. */
  states: ReadonlyMap<string, string>;
  levels: ReadonlyMap<string, string>;
}

const KIND_NAMES = new Map([
  ['individual', 'Cá nhân'],
  ['collective', 'Tập thể'],
  ['household', 'Hộ gia đình'],
]);

/** Columns that group the states as a reader asks: on the way, cared for, honoured, no longer. */
const GROUPS: readonly { label: string; states: readonly string[] }[] = [
  { label: 'Mới phát hiện, đề nghị', states: ['found', 'proposed', 'returned', 'waiting'] },
  { label: 'Đang bồi dưỡng', states: ['nurtured'] },
  { label: 'Đã công nhận', states: ['recognised'] },
  { label: 'Đã tôn vinh', states: ['honoured'] },
  { label: 'Tạm dừng', states: ['held'] },
  { label: 'Không chọn, đã rút, không còn', states: ['declined', 'withdrawn', 'lapsed'] },
];

/** The tables that a form may ask for, by key, as they are named when a form is written. */
export const TABLE_NAMES: Record<string, string> = {
  state: 'Điển hình theo trạng thái',
  field: 'Điển hình theo lĩnh vực',
  kind: 'Điển hình theo loại chủ thể',
  branch: 'Điển hình theo đơn vị',
  quota: 'Chỉ tiêu xây dựng điểm',
  check: 'Kiểm tra, đánh giá trong năm',
  missing: 'Đơn vị còn điển hình chưa kiểm tra',
  award: 'Tôn vinh, khen thưởng trong kỳ',
  help: 'Việc đã hứa với điển hình',
  ...STATISTICS_TABLE_NAMES,
};

/** All tables, in order. Nothing is computed twice: each is a sum over the frozen figures. */
export function reportTables(figures: TableFigures, wording: Wording): ReportTable[] {
  return [
    stateTable(figures, wording),
    crossTable('field', 'Điển hình theo lĩnh vực', 'Lĩnh vực', figures.standing, (cell) => cell.field),
    crossTable(
      'kind',
      'Điển hình theo loại chủ thể',
      'Loại chủ thể',
      figures.standing,
      (cell) => KIND_NAMES.get(cell.kind) ?? cell.kind,
    ),
    crossTable('branch', 'Điển hình theo đơn vị', 'Đơn vị', figures.standing, (cell) => cell.branch),
    quotaTable(figures.fields),
    checkTable(figures),
    missingTable(figures),
    awardTable(figures, wording),
    helpTable(figures),
  ];
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export function countIn(cells: readonly StandingCell[], states: readonly string[]): number {
  return sum(cells.filter((cell) => states.includes(cell.state)).map((cell) => cell.count));
}

function stateTable(figures: TableFigures, wording: Wording): ReportTable {
  const rows = [...wording.states].map(([state, name]) => [
    name,
    countIn(figures.standing, [state]),
    figures.flow.find((flow) => flow.state === state)?.count ?? 0,
  ]);
  return {
    key: 'state',
    title: 'Điển hình theo trạng thái',
    columns: [
      { label: 'Trạng thái', kind: 'text' },
      { label: 'Có đến ngày chốt', kind: 'number' },
      { label: 'Vào trạng thái này trong kỳ', kind: 'number' },
    ],
    rows,
    totals: ['Tổng số', sum(figures.standing.map((cell) => cell.count)), null],
    note: 'Một điển hình có thể qua nhiều trạng thái trong kỳ, nên cột cuối không cộng thành tổng.',
  };
}

function crossTable(
  key: string,
  title: string,
  head: string,
  cells: readonly StandingCell[],
  nameOf: (cell: StandingCell) => string,
): ReportTable {
  const names = [...new Set(cells.map(nameOf))];
  const line = (name: string, own: readonly StandingCell[]) => [
    name,
    ...GROUPS.map((group) => countIn(own, group.states)),
    sum(own.map((cell) => cell.count)),
  ];
  return {
    key,
    title,
    columns: [
      { label: head, kind: 'text' },
      ...GROUPS.map((group) => ({ label: group.label, kind: 'number' as const })),
      { label: 'Cộng', kind: 'number' },
    ],
    rows: names.map((name) =>
      line(
        name,
        cells.filter((cell) => nameOf(cell) === name),
      ),
    ),
    totals: line('Tổng số', cells),
  };
}

function checkTable({ checks, year }: TableFigures): ReportTable {
  return {
    key: 'check',
    title: `Kiểm tra, đánh giá năm ${year}`,
    columns: [
      { label: 'Nội dung', kind: 'text' },
      { label: 'Số liệu', kind: 'decimal' },
    ],
    rows: [
      ['Điển hình phải kiểm tra trong năm', checks.due],
      ['Đã kiểm tra', checks.done],
      ['Chưa kiểm tra', checks.due - checks.done],
      ['Điểm trung bình về tác dụng (1–5)', checks.effect],
      ['Điểm trung bình về tính hiệu quả (1–5)', checks.efficiency],
      ['Điểm trung bình về khả năng phát triển (1–5)', checks.potential],
      ['Điểm trung bình về ảnh hưởng (1–5)', checks.influence],
      ['Kết luận: tiếp tục', checks.keep],
      ['Kết luận: cần giúp đỡ', checks.needHelp],
      ['Kết luận: không tiếp tục', checks.stop],
    ],
  };
}

function missingTable({ missingChecks, year }: TableFigures): ReportTable {
  return {
    key: 'missing',
    title: `Đơn vị còn điển hình chưa kiểm tra năm ${year}`,
    columns: [
      { label: 'Đơn vị', kind: 'text' },
      { label: 'Phải kiểm tra', kind: 'number' },
      { label: 'Chưa kiểm tra', kind: 'number' },
    ],
    rows: missingChecks.map((row) => [row.branch, row.due, row.missing]),
    totals: ['Cộng', sum(missingChecks.map((row) => row.due)), sum(missingChecks.map((row) => row.missing))],
  };
}

function awardTable({ awards }: TableFigures, wording: Wording): ReportTable {
  const columns = ['individual', 'collective', 'household'] as const;
  const totals = columns.map((kind) => sum(awards.map((award) => award[kind])));
  return {
    key: 'award',
    title: 'Tôn vinh, khen thưởng trong kỳ',
    columns: [
      { label: 'Hình thức', kind: 'text' },
      { label: 'Cấp', kind: 'text' },
      ...columns.map((kind) => ({ label: KIND_NAMES.get(kind) ?? kind, kind: 'number' as const })),
      { label: 'Cộng', kind: 'number' },
    ],
    rows: awards.map((award) => {
      const counts = columns.map((kind) => award[kind]);
      return [award.form, wording.levels.get(award.level) ?? award.level, ...counts, sum(counts)];
    }),
    totals: ['Tổng số', null, ...totals, sum(totals)],
  };
}

function helpTable({ help }: TableFigures): ReportTable {
  return {
    key: 'help',
    title: 'Việc đã hứa với điển hình, hạn trong kỳ',
    columns: [
      { label: 'Việc', kind: 'text' },
      { label: 'Đến hạn', kind: 'number' },
      { label: 'Đã làm', kind: 'number' },
      { label: 'Chưa làm', kind: 'number' },
    ],
    rows: [
      ['Hoạt động bồi dưỡng', help.supportDue, help.supportDone, help.supportDue - help.supportDone],
      ['Việc giúp đỡ khó khăn', help.helpDue, help.helpDone, help.helpDue - help.helpDone],
    ],
    note: `Kinh phí của các hoạt động đã làm (nơi có ghi): ${Math.round(help.costOfDone).toLocaleString('vi-VN')} đồng.`,
  };
}
