import type { Reason } from '../platform/outcome.ts';
import { SIDE_NAMES, type Side } from './sides.ts';

/** What may be done about the way of a paper, beside the steps of its own life. */
export type DeskAction = 'reassign' | 'ask' | 'answer' | 'name_gap' | 'allow_return';
/** `asked`: of an office that was asked for its opinion. */
export type DeskSide = Side | 'asked';

export const DESK_SIDE_NAMES: Record<DeskSide, string> = { ...SIDE_NAMES, asked: 'cơ quan được hỏi ý kiến' };

export interface DeskActionDef {
  label: string;
  /** The word of it in addresses. */
  slug: string;
  who: readonly DeskSide[];
}

/** Who may do what, as one table. */
export const DESK_ACTIONS = {
  reassign: { label: 'Chuyển sang bàn khác', slug: 'chuyen-ban', who: ['above'] },
  ask: { label: 'Xin ý kiến một cơ quan', slug: 'xin-y-kien', who: ['holder', 'above'] },
  answer: { label: 'Trả lời ý kiến', slug: 'y-kien', who: ['asked'] },
  name_gap: {
    label: 'Đi tiếp, nêu tên cơ quan chưa trả lời',
    slug: 'khuyet-y-kien',
    who: ['holder', 'above'],
  },
  allow_return: { label: 'Cho phép trả lại lần nữa', slug: 'cho-tra-lai', who: ['above'] },
} as const satisfies Record<DeskAction, DeskActionDef>;

export interface DeskFacts {
  sides: ReadonlySet<DeskSide>;
  /** The office on whose desk it lies; null: on nobody's. */
  deskName: string | null;
  /** It is with its author to be written or mended. */
  withAuthor: boolean;
  /** The office of the desk has returned it before. */
  returnedBefore: boolean;
  /** A word that it may be returned once more waits to be used. */
  allowedAlready: boolean;
  /** The actor stands above by another office than the one that wants to return it. */
  mayAllow: boolean;
  /** The opinion that is meant, for `answer` and `name_gap`. */
  opinion: { answered: boolean; gapNamed: boolean } | null;
}

/** Why this may not be done now, every reason in its own sentence; empty when it may. */
export function whyNotAtDesk(action: DeskAction, facts: DeskFacts): Reason[] {
  const { label, who } = DESK_ACTIONS[action];
  // who holds it and who stands above is not to be told of a paper on nobody's desk
  if (NEEDS_DESK.includes(action) && facts.deskName === null) return [ON_NO_DESK];
  if (!who.some((side) => facts.sides.has(side))) {
    const names = who.map((side) => DESK_SIDE_NAMES[side]).join(', ');
    const sentence = `Việc “${label}” do người của ${names} thực hiện; tài khoản của bạn không thuộc các bên đó.`;
    return [{ rule: 'wrong_side', sentence }];
  }
  return RULES[action](facts).flatMap((reason) => reason ?? []);
}

const NEEDS_DESK: readonly DeskAction[] = ['reassign', 'ask', 'allow_return'];

const RULES: Record<DeskAction, (facts: DeskFacts) => (Reason | null)[]> = {
  reassign: (facts) => [notWithAuthor(facts)],
  ask: () => [],
  // what comes late is kept, wherever the paper is by then
  answer: ({ opinion }) => [opinion?.answered ? ANSWERED : null],
  name_gap: ({ opinion }) => [opinion?.answered ? ANSWERED : opinion?.gapNamed ? GAP_NAMED : null],
  allow_return: leaveToReturn,
};

const ON_NO_DESK: Reason = {
  rule: 'on_no_desk',
  sentence: 'Văn bản không ở bàn của cơ quan nào: chưa gửi đi, hoặc đã xử lý xong.',
};

const notWithAuthor = ({ withAuthor }: DeskFacts): Reason | null =>
  withAuthor
    ? {
        rule: 'with_author',
        sentence:
          'Văn bản đang ở đơn vị lập để soạn hoặc bổ sung; chỉ chuyển bàn được sau khi đơn vị đã gửi đi.',
      }
    : null;

function leaveToReturn({ deskName, returnedBefore, allowedAlready, mayAllow }: DeskFacts): (Reason | null)[] {
  if (!returnedBefore) {
    const sentence = `${deskName} chưa trả lại văn bản này lần nào nên không cần cho phép.`;
    return [{ rule: 'not_returned_yet', sentence }];
  }
  return [
    allowedAlready
      ? { rule: 'allowed_already', sentence: `${deskName} đã được phép trả lại một lần nữa.` }
      : null,
    mayAllow
      ? null
      : {
          rule: 'own_return',
          sentence: `Bạn thuộc ${deskName}; việc cho phép phải do cơ quan cấp trên khác.`,
        },
  ];
}

const ANSWERED: Reason = { rule: 'answered', sentence: 'Cơ quan được hỏi đã trả lời ý kiến này.' };
const GAP_NAMED: Reason = { rule: 'gap_named', sentence: 'Đã nêu tên cơ quan này là chưa cho ý kiến.' };
