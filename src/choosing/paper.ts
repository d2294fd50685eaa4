import type { Block, OfficialPaper } from '../papers/official-paper.ts';
import { headAndFoot } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import type { FieldInChoice } from './field-query.ts';
import { type DecisionList, paperOf, type Told } from './lists.ts';
import { DECISION_NAMES, type Decision } from './rules.ts';
import { filledIn, type Wording } from './wording-words.ts';

/** One decision as papers tell it. */
export interface ToldDecision extends Told {
  action: Decision;
  reason: string | null;
}

export interface PrintedList {
  list: DecisionList;
  field: FieldInChoice;
  wording: Wording;
  decisions: readonly ToldDecision[];
  today: Day;
}

/** A paper on which nothing is decided yet says so in the place of its kind. */
const kindOf = (kind: string, { state }: DecisionList): string =>
  state === 'applied' ? kind : `${kind} (dự thảo)`;

/** The decision with its articles, and the list of those who are chosen enclosed on pages of its own. */
export function decisionPaper({ list, field, wording, decisions, today }: PrintedList): OfficialPaper {
  const chosen = decisions.filter(({ action }) => action === 'choose');
  const fill = filling({ list, field, today }, chosen.length);
  return {
    ...headOf(list, field, today),
    kind: kindOf(wording.kind, list),
    subject: fill(wording.subject),
    body: [
      ...basisOf(wording, field).map(
        (text, n, all): Block => ({
          type: 'basis',
          text: `${fill(text.replace(/[;,.\s]*$/, ''))}${n < all.length - 1 ? ';' : '.'}`,
        }),
      ),
      { type: 'centred', text: 'QUYẾT ĐỊNH:' },
      ...wording.articles.map(
        (text, n): Block => ({ type: 'paragraph', lead: `Điều ${n + 1}.`, text: fill(text) }),
      ),
    ],
    annex: annexOf(field, chosen, enclosedWith(list, wording)),
  };
}

function headOf(list: DecisionList, field: FieldInChoice, today: Day) {
  const head = headAndFoot(paperOf(list, field.planIssuedAt));
  return {
    superior: list.superiorName?.toLocaleUpperCase('vi') ?? null,
    issuer: list.officeName.toLocaleUpperCase('vi'),
    ...head,
    year: Number((list.decidedOn ?? today).slice(0, 4)),
  };
}

const planAsBasis = ({ planKind, planNumber, planIssuer, planIssuedOn }: FieldInChoice): string =>
  `Căn cứ ${planKind} số ${planNumber}${planIssuedOn ? ` ngày ${formatDate(planIssuedOn)}` : ''} của ${planIssuer};`;

function filling(
  { list, field, today }: Pick<PrintedList, 'list' | 'field' | 'today'>,
  chosen: number,
): (text: string) => string {
  const known = {
    'kế hoạch': field.planNumber,
    'lĩnh vực': field.name,
    'cơ quan': list.officeName,
    // numbers of people in decisions are written with two digits: 05
    'số được chọn': String(chosen).padStart(2, '0'),
    ngày: formatDate(list.decidedOn ?? today),
  };
  return (text) => filledIn(text, known);
}

/** The plan stands before whoever proposed: papers and laws first, then "Xét …", "Theo đề nghị …". */
function basisOf({ basis }: Wording, field: FieldInChoice): string[] {
  const first = basis.findIndex((text) => !/^căn cứ/i.test(text.trim()));
  const at = first === -1 ? basis.length : first;
  return [...basis.slice(0, at), planAsBasis(field), ...basis.slice(at)];
}

/** '(Kèm theo Quyết định số 57/QĐ-HND ngày 13/11/2018 của Hội Nông dân tỉnh)'; what is not known yet is left blank. */
function enclosedWith(list: DecisionList, { kind }: Wording): string {
  const { number, symbol, date } = paperOf(list, null);
  const day = date ? formatDate(date) : '…/…/……';
  const name = kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1).toLocaleLowerCase('vi');
  return `(Kèm theo ${name} số ${number ?? '…'}/${symbol} ngày ${day} của ${list.officeName})`;
}

const annexOf = ({ name }: FieldInChoice, chosen: readonly ToldDecision[], enclosed: string): Block[] => [
  { type: 'centred', text: 'DANH SÁCH\nĐIỂN HÌNH TIÊN TIẾN ĐƯỢC LỰA CHỌN BỒI DƯỠNG' },
  { type: 'under', text: enclosed },
  {
    type: 'table',
    title: '',
    columns: [
      { label: 'STT', align: 'center', width: 12 },
      { label: 'Họ và tên', align: 'left' },
      { label: 'Nơi ở', align: 'left' },
      { label: 'Đơn vị đề nghị', align: 'left' },
      { label: 'Lĩnh vực', align: 'left' },
    ],
    rows:
      chosen.length > 0
        ? chosen.map((one, n) => [n + 1, one.fullName, one.place ?? '', one.officeName, name])
        : [['', 'Không có', '', '', '']],
  },
];

/** What one office is told of all that it proposed: each with the decision and why. */
export function resultPaper(
  { list, field, decisions, today }: PrintedList,
  office: { id: number; name: string },
): OfficialPaper {
  const own = decisions.filter(({ officeId }) => officeId === office.id);
  const head = headOf(list, field, today);
  return {
    ...head,
    // a number of its own is given by the clerk
    number: null,
    symbol: head.symbol?.replace(/^[^-/]+/, 'TB') ?? null,
    kind: kindOf('Thông báo', list),
    subject: `Kết quả lựa chọn điển hình tiên tiến lĩnh vực ${field.name}`,
    addressees: [office.name],
    body: [
      {
        type: 'paragraph',
        text: `Thực hiện ${field.planKind} số ${field.planNumber} của ${field.planIssuer}, ${list.officeName} đã xem xét ${String(own.length).padStart(2, '0')} hồ sơ do ${office.name} đề nghị và thông báo kết quả như sau:`,
      },
      {
        type: 'table',
        title: '',
        columns: [
          { label: 'STT', align: 'center', width: 12 },
          { label: 'Họ và tên', align: 'left' },
          { label: 'Kết quả', align: 'left', width: 38 },
          { label: 'Lý do', align: 'left' },
        ],
        rows: own.map((one, n) => [n + 1, one.fullName, DECISION_NAMES[one.action], one.reason ?? '']),
      },
      ...whatNext(own),
      { type: 'paragraph', text: `Vậy ${list.officeName} thông báo để ${office.name} biết, thực hiện.` },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
  };
}

const NEXT: Record<Decision, string> = {
  choose:
    'Đối với điển hình được chọn: thực hiện kế hoạch bồi dưỡng, kiểm tra, đánh giá hằng năm và giúp đỡ khi có khó khăn.',
  wait: 'Đối với hồ sơ trong danh sách chờ: tiếp tục bổ sung thành tích, minh chứng; hồ sơ được xét khi có chỗ.',
  decline: 'Đối với hồ sơ không được chọn: có thể đề nghị lại khi đã khắc phục lý do nêu trên.',
};

const whatNext = (own: readonly ToldDecision[]): Block[] =>
  (['choose', 'wait', 'decline'] as const)
    .filter((action) => own.some((one) => one.action === action))
    .map((action): Block => ({ type: 'paragraph', text: NEXT[action] }));
