import { OUTSIDE_WORDS } from '../measures/plausible.ts';
import { showAmount } from '../measures/show-amount.ts';
import type { Block, CellValue, OfficialPaper } from '../papers/official-paper.ts';
import type { Day } from '../platform/clock.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatDate, formatPercent } from '../ui/format.ts';
import { TRUST_NAMES, type Trust } from './achievements-trust.ts';
import { amountInWords } from './achievements-view.tsx';
import { SCOPE_NAMES, WAY_NAMES } from './consent-form.ts';
import type { Contribution } from './contributions-queries.ts';
import { ASKED_OF } from './form-page-schema.ts';
import type { Achievement } from './merits-queries.ts';
import { answers, boxes, row, table, words } from './register-paper-blocks.ts';
import type { RegisterContent } from './register-paper-queries.ts';
import { STEP_KEYS, STEP_TITLES, type StepKey } from './register-steps.ts';
import { BREADTH_NAMES, BREADTHS, ORIGIN_NAMES, ORIGINS, wordFor } from './show-words.ts';

interface Of {
  kind: SubjectKind;
  /** Null: an empty form, to be filled in by hand. */
  content: RegisterContent | null;
}

/**
 * The registration on paper, with the content and in the order of the steps, so that it can be typed in later: filled
 * with what is known, or empty for a kind of subject.
 */
export function registerPaper({ kind, content }: Of, today: Day): OfficialPaper {
  const exemplar = content?.exemplar ?? null;
  return {
    superior: null,
    issuer: exemplar?.officeName ?? '……………………………',
    number: null,
    symbol: null,
    place: '………………',
    date: null,
    year: Number(today.slice(0, 4)),
    kind: 'Phiếu đăng ký điển hình tiên tiến',
    subject: `Dùng cho: ${SUBJECT_KIND_NAMES[kind].toLowerCase()}${exemplar?.planNumber ? `\nTheo Kế hoạch ${exemplar.planNumber}` : ''}`,
    body: [
      ...STEP_KEYS.flatMap((key, n): Block[] => [
        { type: 'heading', level: 1, text: `${n + 1}. ${STEP_TITLES[key]}` },
        ...SECTIONS[key]({ kind, content }),
      ]),
      { type: 'note', text: 'Mục nào chưa rõ thì để trống; không ghi số ước lượng thay cho số chưa biết.' },
    ],
    signature: { authority: [], title: 'Người lập phiếu', name: null },
    recipients: ['Đơn vị đăng ký', 'Lưu: hồ sơ điển hình'],
  };
}

const SECTIONS: Record<StepKey, (of: Of) => Block[]> = {
  ai: ({ kind, content }) => {
    const subject = content?.exemplar.subject;
    const asks = (fact: keyof typeof ASKED_OF) => ASKED_OF[fact].some((one) => one === kind);
    return [
      answers([
        [kind === 'collective' ? 'Tên gọi' : 'Họ và tên', subject?.fullName],
        ...(asks('birthYear') ? [row('Năm sinh', subject?.birthYear?.toString())] : []),
        [kind === 'collective' ? 'Địa chỉ' : 'Nơi ở', subject?.place],
        ...(asks('position') ? [row('Chức vụ, nghề nghiệp', subject?.position)] : []),
        ...(asks('representative') ? [row('Người đại diện', subject?.representative)] : []),
        ['Đơn vị', content?.exemplar.officeName],
      ]),
    ];
  },
  'phat-hien': ({ content }) => [
    answers([
      [
        'Nguồn phát hiện',
        content ? wordFor(ORIGIN_NAMES, content.exemplar.origin) : boxes(ORIGINS, ORIGIN_NAMES),
      ],
      ['Ngày phát hiện', content?.exemplar.foundOn ? formatDate(content.exemplar.foundOn) : null],
      ['Nguồn tin', content?.exemplar.sources.join('\n')],
    ]),
  ],
  'linh-vuc': ({ content }) => [
    answers([
      ['Lĩnh vực', content?.exemplar.fieldName],
      ['Phong trào, cuộc vận động', content?.exemplar.movementName],
    ]),
  ],
  'muc-do': ({ content }) => [
    answers([
      [
        'Toàn diện hay từng mặt',
        content ? wordFor(BREADTH_NAMES, content.exemplar.breadth) : boxes(BREADTHS, BREADTH_NAMES),
      ],
    ]),
  ],
  'tom-tat': ({ content }) => [
    ...words('Tiêu đề', content?.exemplar.title, 1),
    ...words('Tóm tắt (làm gì, cách làm, kết quả, ai được lợi)', content?.exemplar.statement, 7),
    ...words('Điều mới hoặc việc khó đã giải quyết', content?.exemplar.novelty, 3),
    ...words('Ai quan tâm', content?.exemplar.interest, 2),
  ],
  'thanh-tich': ({ content }) => [
    table(
      [
        { label: 'TT', align: 'center', width: 10 },
        { label: 'Thành tích' },
        { label: 'Số liệu, đơn vị tính', width: 36 },
        { label: 'Năm', align: 'center', width: 14 },
        { label: 'Trước đó (năm)', width: 32 },
        { label: 'Ai xác nhận', width: 30 },
      ],
      content?.achievements.map(achievementRow),
      5,
    ),
  ],
  'minh-chung': ({ content }) => [
    table(
      [
        { label: 'TT', align: 'center', width: 10 },
        { label: 'Tên minh chứng' },
        { label: 'Tệp hoặc số hiệu văn bản', width: 60 },
      ],
      content?.evidence.map((one) => [one.title, one.reference ?? 'tệp kèm hồ sơ']),
      3,
    ),
  ],
  'dong-gop': ({ content }) => [
    table(
      [
        { label: 'TT', align: 'center', width: 10 },
        { label: 'Đóng góp gì (đất, tiền, hiện vật, ngày công), để làm gì' },
        { label: 'Bao nhiêu', width: 32 },
        { label: 'Năm', align: 'center', width: 14 },
        { label: 'Nơi nhận', width: 36 },
      ],
      content?.contributions.map(contributionRow),
      4,
    ),
  ],
  'suy-ton': ({ content }) => {
    const held = content?.endorsement ?? null;
    return [
      answers([
        ['Ngày họp, nơi họp', held ? `${formatDate(held.heldOn)}, ${held.place}` : null],
        ['Số người dự', held?.present.toString()],
        ['Số người tán thành', held ? `${held.agreed} (${formatPercent(held.agreed / held.present)})` : null],
        ['Biên bản', held?.minutes],
      ]),
    ];
  },
  'tieu-chi': ({ content }) => [
    table(
      [
        { label: 'TT', align: 'center', width: 10 },
        { label: 'Tiêu chí' },
        { label: 'Đạt, không đạt hay chưa rõ; căn cứ', width: 70 },
      ],
      content?.criteria.map(({ name, explanation }) => [name, explanation]),
      5,
    ),
  ],
  'boi-duong': ({ content }) => [
    table(
      [
        { label: 'TT', align: 'center', width: 10 },
        { label: 'Hoạt động bồi dưỡng' },
        { label: 'Ai chịu trách nhiệm', width: 44 },
        { label: 'Hạn', align: 'center', width: 26 },
      ],
      content?.support.map((one) => [one.what, one.owner, one.dueOn ? formatDate(one.dueOn) : null]),
      3,
    ),
  ],
  'dong-y': ({ content }) => [
    answers(
      (['registration', 'publication'] as const).map((scope) => {
        const consent = content?.consents.find((one) => one.scope === scope && one.withdrawnOn === null);
        return row(
          SCOPE_NAMES[scope],
          consent
            ? `${WAY_NAMES[consent.how]}, ngày ${formatDate(consent.givenOn)}`
            : '□ Có\u00a0\u00a0\u00a0□ Không\u00a0\u00a0\u00a0Ngày: ……/……/………\u00a0\u00a0\u00a0Bằng: ……………',
        );
      }),
    ),
  ],
};

const trusted = (trust: string, confirmedBy: string | null): string =>
  confirmedBy ?? TRUST_NAMES[trust as Trust];

function achievementRow(one: Achievement): CellValue[] {
  const { value, value_before: before } = one;
  const figure =
    value === null ? null : `${amountInWords(value, one)}${one.outside ? ` (${OUTSIDE_WORDS})` : ''}`;
  const earlier = before === null ? null : `${amountInWords(before, one)} (${one.year_before ?? 'chưa rõ'})`;
  return [one.statement, figure, one.year?.toString() ?? null, earlier, trusted(one.trust, one.confirmed_by)];
}

const contributionRow = (one: Contribution): CellValue[] => [
  `${one.measure}: ${one.purpose}`,
  `${showAmount(one.amount, one.scale)}${one.outside ? ` (${OUTSIDE_WORDS})` : ''}`,
  one.year?.toString() ?? null,
  one.receiver,
];
