import type { Block, OfficialPaper } from '../papers/official-paper.ts';
import { headAndFoot, type PaperFields, paperFields } from '../papers/paper-fields.ts';
import { writtenBlocks } from '../papers/written-blocks.ts';
import { formatDate } from '../ui/format.ts';
import type { AskedPart, UnitPlanContent } from './content.ts';
import { exemplarInWords } from './differences.ts';
import type { UnitPlanInView } from './queries.ts';

/** What the paper says where nobody has typed anything yet. */
export const paperDefaults = (plan: UnitPlanInView): PaperFields =>
  paperFields(plan.paper, 'KH', plan.planPlace);

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const numbered = (n: number, name: string): string => `${ROMAN[n] ?? n + 1}. ${name.toLocaleUpperCase('vi')}`;

/** A unit plan as an official paper: its parts as headings, targets as a table, exemplars as a list. */
export function unitPlanPaper(plan: UnitPlanInView, content: UnitPlanContent): OfficialPaper {
  const { parts, targets, exemplars, files } = content;
  const at = parts.length;
  return frame({ ...plan, paper: content.paper }, [
    ...parts.flatMap(({ name, text }, n): Block[] => [
      { type: 'heading', level: 1, text: numbered(n, name) },
      ...writtenBlocks(text),
    ]),
    { type: 'heading', level: 1, text: numbered(at, 'Chỉ tiêu') },
    targets.length > 0
      ? targetTable(
          targets.map(({ what, number, unit, dueOn }) => [what, number, unit, dueOn && formatDate(dueOn)]),
        )
      : { type: 'note', text: '(Không đặt chỉ tiêu)' },
    { type: 'heading', level: 1, text: numbered(at + 1, 'Điển hình dự kiến xây dựng') },
    exemplars.length > 0
      ? { type: 'list', items: exemplars.map((one) => `${one.name}: ${exemplarInWords(one)}`) }
      : { type: 'note', text: '(Chưa nêu điển hình cụ thể)' },
    ...(files.length > 0
      ? [{ type: 'note' as const, text: `Kèm theo: ${files.map(({ title }) => title).join('; ')}.` }]
      : []),
  ]);
}

const EMPTY_LINES = 6;
const EMPTY_ROWS = 6;
/** One line of the body: thirteen points wide each, after the indent of the first line. */
const DOTS = '…'.repeat(28);

/** The same paper to print and fill in by hand: guiding words, and empty lines and rows in the place of text. */
export function emptyUnitPlanPaper(plan: UnitPlanInView, asked: readonly AskedPart[]): OfficialPaper {
  const at = asked.length;
  return frame(plan, [
    ...asked.flatMap(({ name, hint }, n): Block[] => [
      { type: 'heading', level: 1, text: numbered(n, name) },
      ...(hint ? [{ type: 'note' as const, text: hint }] : []),
      ...dottedLines(EMPTY_LINES),
    ]),
    { type: 'heading', level: 1, text: numbered(at, 'Chỉ tiêu') },
    targetTable(Array.from({ length: EMPTY_ROWS }, () => ['\n', null, null, null])),
    { type: 'heading', level: 1, text: numbered(at + 1, 'Điển hình dự kiến xây dựng') },
    ...dottedLines(EMPTY_LINES),
  ]);
}

const dottedLines = (count: number): Block[] =>
  Array.from({ length: count }, () => ({ type: 'paragraph', text: DOTS }));

const targetTable = (rows: (string | number | null)[][]): Block => ({
  type: 'table',
  title: '',
  columns: [
    { label: 'TT', align: 'center', width: 12 },
    { label: 'Nội dung' },
    { label: 'Số lượng', align: 'right', width: 24 },
    { label: 'Đơn vị tính', width: 30 },
    { label: 'Xong trước ngày', align: 'center', width: 30 },
  ],
  rows: rows.map((row, n) => [n + 1, ...row]),
});

function frame(plan: UnitPlanInView, body: Block[]): OfficialPaper {
  return {
    superior: plan.superiorName?.toLocaleUpperCase('vi') ?? null,
    issuer: plan.officeName.toLocaleUpperCase('vi'),
    ...headAndFoot(paperDefaults(plan)),
    year: Number((plan.submittedOn ?? plan.periodFrom).slice(0, 4)),
    kind: 'KẾ HOẠCH',
    subject: `Thực hiện ${plan.planKind} ${plan.planNumber} về ${lowerFirst(plan.planTitle)}`,
    body: [
      {
        type: 'paragraph',
        text: `Thực hiện ${plan.planKind} ${plan.planNumber} (${plan.planTitle}), ${plan.officeName} xây dựng kế hoạch như sau:`,
      },
      ...body,
    ],
  };
}

const lowerFirst = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
