import type { Block, OfficialPaper } from '../papers/official-paper.ts';
import { headAndFoot, type PaperFields, paperFields } from '../papers/paper-fields.ts';
import { writtenBlocks } from '../papers/written-blocks.ts';
import { formatDate, UNKNOWN } from '../ui/format.ts';
import { withFigures } from './figure-words.ts';
import { type FigureGroup, wordedFigures } from './figures-view.ts';
import type { ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';

/** What the paper says where nobody has typed anything yet. */
export const paperDefaults = (report: ReportInView): PaperFields =>
  paperFields(report.paper, 'BC', report.planPlace);

/** Beside figures that were added up from those below, of which some have not answered. */
export const TABLES_OF_ALL =
  'Các bảng do hệ thống tính từ hồ sơ của mọi đơn vị, kể cả đơn vị chưa gửi báo cáo, nên có thể khác số cộng từ báo cáo cấp dưới.';

/** What is printed of a report. */
export interface PrintedReport {
  report: ReportInView;
  parts: readonly { key: string; name: string }[];
  groups: readonly FigureGroup[];
  tables: readonly ReportTable[];
  /** How complete the roll-up is, in a sentence; null when nothing was rolled up. */
  completeness: string | null;
}

/** A report of any form as an official paper: what a person wrote, then the figures and the tables. */
export function reportPaper({ report, parts, groups, tables, completeness }: PrintedReport): OfficialPaper {
  const period = lowerFirst(report.periodWords);
  const figures = wordedFigures(groups);
  const empty = tables.filter((table) => table.rows.length === 0);
  const chapters: { title: string; blocks: Block[] }[] = [
    ...parts.map((part) => ({
      title: part.name.toLocaleUpperCase('vi'),
      blocks: writtenBlocks(withFigures(report.words[part.key] ?? '', figures)),
    })),
    { title: 'SỐ LIỆU', blocks: figureTables(report, groups, completeness) },
    {
      title: 'CÁC BẢNG',
      blocks: [
        ...(completeness && tables.length > 0 ? [{ type: 'paragraph' as const, text: TABLES_OF_ALL }] : []),
        ...tables.filter((table) => table.rows.length > 0).map(tableBlock),
        ...empty.map((table): Block => ({ type: 'note', text: `${table.title}: không có.` })),
      ],
    },
  ];
  return {
    superior: report.superiorName?.toLocaleUpperCase('vi') ?? null,
    issuer: report.officeName.toLocaleUpperCase('vi'),
    ...headAndFoot(paperDefaults(report)),
    year: report.year,
    kind: 'BÁO CÁO',
    subject: `Kết quả thực hiện Kế hoạch ${report.planNumber} ${period}`,
    body: [
      {
        type: 'paragraph',
        text: `Thực hiện Kế hoạch ${report.planNumber} (${report.planTitle}), ${report.officeName} báo cáo kết quả ${period} như sau:`,
      },
      ...chapters
        .filter((chapter) => chapter.blocks.length > 0)
        .flatMap(({ title, blocks }, index): Block[] => [
          { type: 'heading', level: 1, text: `${roman(index + 1)}. ${title}` },
          ...blocks,
        ]),
    ],
  };
}

const lowerFirst = (words: string): string => `${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`;

/** The figures by subject, beside those of the year before; what is not known is printed as such. */
function figureTables(
  report: ReportInView,
  groups: readonly FigureGroup[],
  completeness: string | null,
): Block[] {
  if (groups.length === 0) return [];
  const asOf = `Số liệu tính đến hết ngày ${formatDate(report.closingOn)}.`;
  return [
    { type: 'paragraph', text: completeness ? `${asOf} ${completeness}` : asOf },
    ...groups.map(
      ({ name, figures }): Block => ({
        type: 'table',
        title: name,
        columns: [
          { label: 'Số liệu', align: 'left' },
          { label: 'Đơn vị tính', align: 'left' },
          { label: 'Kỳ này', align: 'right' },
          { label: 'Cùng kỳ năm trước', align: 'right' },
        ],
        rows: figures.map(({ name: what, unit, value, lastYear }) => [
          what,
          unit,
          value ?? UNKNOWN,
          lastYear ?? UNKNOWN,
        ]),
      }),
    ),
  ];
}

const ROMAN: readonly [string, number][] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** Chapters are numbered with Roman numbers: 14 → 'XIV'. */
export function roman(n: number): string {
  const digit = ROMAN.find(([, value]) => value <= n);
  return digit ? digit[0] + roman(n - digit[1]) : '';
}

function tableBlock(table: ReportTable): Block {
  return {
    type: 'table',
    title: table.title,
    columns: table.columns.map(({ label, kind }) => ({ label, align: kind === 'text' ? 'left' : 'right' })),
    rows: table.rows,
    ...(table.totals ? { totals: table.totals } : {}),
    ...(table.note ? { note: table.note } : {}),
  };
}
