import type { Block, OfficialPaper } from '../papers/official-paper.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { ExemplarInView } from './queries.ts';

/** What a law in force says on the form. */
export interface ConsentLaw {
  name: string;
  words: string[];
}

/** The laws to be named on a form of this day; none before the first of them applies. */
export async function consentLawsOn(db: Reader, day: Day): Promise<ConsentLaw[]> {
  return db
    .selectFrom('consent_law')
    .select(['name', 'words'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

/** Where a person writes by hand. */
export const DOTS = '…'.repeat(28);

const GAP = '\u00a0'.repeat(10);
const YES_OR_NO = `□ Đồng ý${GAP}□ Không đồng ý`;

/**
 * The form that a subject signs: what is asked, in plain words, each thing by itself; how to take it back; and the law
 * where one applies on the day.
 *
 * @param today ISO; the year of the paper
 */
export function consentPaper(
  exemplar: ExemplarInView,
  laws: readonly ConsentLaw[],
  today: Day,
): OfficialPaper {
  const spokenFor = exemplar.subject.kind !== 'individual';
  return {
    superior: null,
    issuer: exemplar.officeName,
    number: null,
    symbol: null,
    place: '………………',
    date: null,
    year: Number(today.slice(0, 4)),
    kind: 'Phiếu đồng ý',
    subject: 'Về việc đăng ký và công bố điển hình tiên tiến',
    body: [
      { type: 'paragraph', text: whoAmI(exemplar) },
      { type: 'heading', level: 1, text: '1. Tôi được hỏi hai việc, trả lời từng việc riêng' },
      {
        type: 'paragraph',
        lead: 'Việc thứ nhất: đăng ký.',
        text: `Đưa ${SPEAKS_OF[exemplar.subject.kind]} vào danh sách theo dõi, bồi dưỡng và xét chọn điển hình tiên tiến${planOf(exemplar)}. Cán bộ có trách nhiệm được xem tên, nơi ở hoặc địa chỉ, việc đã làm, số liệu và minh chứng trong hồ sơ.`,
      },
      { type: 'centred', text: YES_OR_NO },
      {
        type: 'paragraph',
        lead: 'Việc thứ hai: công bố.',
        text: 'Sau khi được tôn vinh, đưa tên, đơn vị, việc đã làm, số liệu và hình ảnh lên trang công khai, cho báo, đài sử dụng. Không đồng ý việc này thì vẫn được đăng ký, bồi dưỡng, khen thưởng.',
      },
      { type: 'centred', text: YES_OR_NO },
      { type: 'paragraph', text: `Điều tôi không muốn nêu (nếu có): ${'…'.repeat(17)}` },
      { type: 'note', text: DOTS },
      { type: 'heading', level: 1, text: '2. Tôi đã được giải thích' },
      {
        type: 'list',
        items: [
          'Đồng ý hay không là tùy tôi; không đồng ý thì không bị thiệt hại gì.',
          'Tôi rút lại lúc nào cũng được, bằng giấy, bằng lời hay qua điện thoại, không cần nêu lý do.',
          'Khi tôi rút lại việc công bố, nội dung đang công khai được gỡ xuống ngay. Khi tôi rút lại việc đăng ký, hồ sơ không được xét tiếp và cũng được gỡ khỏi trang công khai.',
          'Hồ sơ không hỏi số căn cước, không hỏi những điều không cần cho việc xét chọn.',
        ],
      },
      ...laws.flatMap((law, n): Block[] => [
        ...(n === 0
          ? [{ type: 'heading' as const, level: 1 as const, text: '3. Quyền của tôi theo luật' }]
          : []),
        ...law.words.map((text): Block => ({ type: 'paragraph', text })),
      ]),
    ],
    signature: {
      authority: [],
      title: spokenFor ? 'Người đại diện' : 'Người đồng ý',
      name: spokenFor ? exemplar.subject.representative : exemplar.subject.fullName,
    },
    recipients: ['Người đồng ý (01 bản)', 'Lưu: hồ sơ điển hình (01 bản)'],
  };
}

const SPEAKS_OF: Record<SubjectKind, string> = { individual: 'tôi', collective: 'tập thể', household: 'hộ' };

const planOf = ({ planNumber }: ExemplarInView): string => (planNumber ? ` theo Kế hoạch ${planNumber}` : '');

function whoAmI({ subject }: ExemplarInView): string {
  const { kind, fullName, birthYear, place, representative } = subject;
  const blank = '………………………';
  const where = place ?? blank;
  const speaker = representative ?? blank;
  if (kind === 'collective') return `Tôi là ${speaker}, đại diện cho ${fullName}, địa chỉ: ${where}.`;
  if (kind === 'household') return `Tôi là ${speaker}, thay mặt hộ: ${fullName}, nơi ở: ${where}.`;
  return `Tôi là ${fullName}, sinh năm ${birthYear ?? '………'}, nơi ở: ${where}.`;
}
