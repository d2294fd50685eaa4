import type { Judgements } from '../workflow/table.ts';
import type { LeadGuard } from './workflow.ts';

/** What a person may type at the most. */
export const LONGEST = { name: 200, place: 300, what: 4_000, contact: 120, more: 2_000 } as const;
export const MOST_LINKS = 5;

/** What is looked at before a proposal is let in among the others. */
export interface Sent {
  /** What stands in the field that nobody sees. */
  trap: string;
  fullName: string;
  what: string;
  links: readonly string[];
  /** The same words came before, and are not settled yet or were held. */
  sameBefore: boolean;
}

const LINK = /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|net|org|info|xyz|top|ru|cn|vip|club|online|site)\b/gi;
const MARKUP = /<\s*\/?\s*[a-z!][^>]*>|\[\/?(?:url|link|img)\b|&#x?\d+;/i;
const LETTERS = /\p{L}/gu;

/** Why a proposal looks like rubbish, one sentence each; none: it does not. Nothing is lost by it, an officer looks. */
export function suspicionsOf({ trap, fullName, what, links, sameBefore }: Sent): string[] {
  const inWords = what.match(LINK)?.length ?? 0;
  const letters = what.match(LETTERS)?.length ?? 0;
  const found: [boolean, string][] = [
    [trap.trim() !== '', 'Ô ẩn mà người dùng không nhìn thấy đã được điền.'],
    [holdsLink(fullName), 'Tên được giới thiệu chứa đường dẫn.'],
    [MARKUP.test(what) || MARKUP.test(fullName), 'Nội dung chứa mã của trang web.'],
    [inWords + links.length > MOST_LINKS, 'Nội dung có quá nhiều đường dẫn.'],
    [what.length >= 20 && letters < what.length / 3, 'Nội dung gần như không có chữ.'],
    [/(.)\1{14,}/u.test(what), 'Một ký tự lặp lại rất nhiều lần.'],
    [sameBefore, 'Đã có lời giới thiệu y hệt.'],
  ];
  return found.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

const holdsLink = (text: string): boolean => (text.match(LINK)?.length ?? 0) > 0;

/** What is known of a lead, for what is missing in it and for its guard. */
export interface LeadFacts {
  kind: string | null;
  hasPlace: boolean;
  what: string;
  hasLinks: boolean;
  hasContact: boolean;
  /** Result of the newest look into it; null: nobody has looked. */
  verified: 'so' | 'partly' | 'not_so' | null;
}

const FEW_WORDS = 80;

/** What is still missing, one sentence each; a lead may be incomplete. */
export function missingIn(facts: LeadFacts): string[] {
  const found: [boolean, string][] = [
    [facts.kind === null, 'Chưa rõ là cá nhân, tập thể hay hộ gia đình.'],
    [!facts.hasPlace, 'Chưa rõ xã, phường, thị trấn.'],
    [facts.what.length < FEW_WORDS, 'Việc làm mới được kể rất ngắn.'],
    [!facts.hasLinks, 'Chưa có đường dẫn, bài viết nào kèm theo.'],
    [!facts.hasContact, 'Người giới thiệu không để lại cách liên hệ; chỉ hỏi được qua mã tra cứu.'],
    [facts.verified === null, 'Chưa có ai xác minh.'],
  ];
  return found.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

export const judgeLead = ({ verified }: Pick<LeadFacts, 'verified'>): Judgements<LeadGuard> => ({
  not_found_untrue:
    verified === 'not_so'
      ? {
          rule: 'not_found_untrue',
          sentence:
            'Lần xác minh gần nhất ghi là không đúng: hãy không tiếp nhận, hoặc xác minh lại rồi ghi kết quả mới.',
        }
      : null,
});
