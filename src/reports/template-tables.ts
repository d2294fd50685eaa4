import type { TableFigures } from './figure-types.ts';
import type { ReportTable } from './report-table.ts';
import { reportTables } from './tables.ts';

/** Nothing counted: enough to know the columns of every table. */
const NOTHING: TableFigures = {
  year: 2000,
  closingOn: '2000-12-31',
  standing: [],
  flow: [],
  fields: [],
  checks: {
    due: 0,
    done: 0,
    effect: null,
    efficiency: null,
    potential: null,
    influence: null,
    keep: 0,
    needHelp: 0,
    stop: 0,
  },
  missingChecks: [],
  awards: [],
  help: { helpDue: 0, helpDone: 0, supportDue: 0, supportDone: 0, costOfDone: 0 },
};

type Shape = Pick<ReportTable, 'key' | 'title' | 'columns'>;
const text = (label: string) => ({ label, kind: 'text' as const });
const number = (label: string) => ({ label, kind: 'number' as const });
/** A template is made before one knows of which period its report is: the years are counted from its beginning. */
const YEARS = [1, 2, 3, 4, 5].map((n) => number(`Năm thứ ${n} của giai đoạn`));

const STATISTICS: Shape[] = [
  {
    key: 'years',
    title: 'Số liệu qua các năm',
    columns: [text('Chỉ tiêu'), text('Đơn vị tính'), number('Cả giai đoạn'), ...YEARS],
  },
  {
    key: 'award_years',
    title: 'Khen thưởng theo hình thức và bậc, qua các năm',
    columns: [text('Hình thức'), text('Cấp'), number('Cộng'), ...YEARS],
  },
  {
    key: 'movements',
    title: 'Phong trào thi đua, cuộc vận động',
    columns: [text('Phong trào'), number('Điển hình đã ghi nhận'), number('Trong đó được tôn vinh')],
  },
  {
    key: 'blank',
    title: 'Số liệu còn để trống',
    columns: [text('Chỉ tiêu'), text('Vì sao để trống')],
  },
];

/** The tables of a form without their rows: what they are called and which columns they have. */
export function tableShapes(keys: readonly string[]): Shape[] {
  const tables = [...reportTables(NOTHING, { states: new Map(), levels: new Map() }), ...STATISTICS];
  return keys.flatMap((key) => tables.find((table) => table.key === key) ?? []);
}
