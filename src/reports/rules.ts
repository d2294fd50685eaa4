import type { Reason } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import type { ReportState } from './workflow.ts';

interface Span {
  from: string;
  to: string;
}

/** Why a report of this plan for this period is not opened; null when it may be. Days are ISO. */
export function refusalToOpen(
  plan: { number: string; state: string; period_from: string; period_to: string },
  period: Span,
  today: string,
): Reason | null {
  if (plan.state === 'draft') {
    return {
      rule: 'plan_draft',
      sentence: `Kế hoạch ${plan.number} chưa có hiệu lực nên chưa lập báo cáo được.`,
    };
  }
  if (period.from < plan.period_from.slice(0, 4).concat('-01-01') || period.to > plan.period_to) {
    return {
      rule: 'outside_period',
      sentence: `Kế hoạch ${plan.number} thực hiện từ ${formatDate(plan.period_from)} đến ${formatDate(plan.period_to)}; kỳ ${formatDate(period.from)}–${formatDate(period.to)} nằm ngoài khoảng đó.`,
    };
  }
  if (period.from > today) {
    return {
      rule: 'future_period',
      sentence: `Kỳ báo cáo bắt đầu ngày ${formatDate(period.from)}, chưa tới; hãy mở báo cáo khi kỳ đã bắt đầu.`,
    };
  }
  return null;
}

/** The day on which the figures close unless a person says otherwise: the end of the period, or the due day before it. */
export const closingDay = (period: Span, dueOn: string | null): string =>
  dueOn !== null && dueOn < period.to && dueOn >= period.from ? dueOn : period.to;

/** The closing day lies in the period; the sentence says what is wrong, null when nothing is. */
export function wrongClosingDay(period: Span, closingOn: string): string | null {
  if (closingOn >= period.from && closingOn <= period.to) return null;
  return `Ngày chốt số liệu phải nằm trong kỳ báo cáo, từ ${formatDate(period.from)} đến ${formatDate(period.to)}.`;
}

/** Why nothing is written into a report now; null when it is open. */
export function refusalToWrite(report: { state: ReportState; receiverName: string | null }): Reason | null {
  if (report.state === 'draft' || report.state === 'returned') return null;
  const reader = report.receiverName ?? 'cấp trên';
  return {
    rule: 'locked',
    sentence:
      report.state === 'submitted'
        ? `Báo cáo đã nộp và đang được ${reader} xem nên tạm khóa. Muốn sửa, hãy đề nghị ${reader} trả lại.`
        : `Báo cáo đã được ${reader} chấp nhận, số liệu đã chốt. Muốn sửa, ${reader} mở lại và ghi lý do.`,
  };
}

/** All parts still to be written, at once. */
export function missingParts(
  words: Readonly<Record<string, string>>,
  parts: readonly { key: string; name: string }[],
): Reason[] {
  return parts
    .filter((part) => !words[part.key]?.trim())
    .map((part) => ({
      rule: `missing_${part.key}`,
      sentence: `Chưa viết mục “${part.name}”. Nếu không có gì để nêu, hãy ghi rõ “Không có”.`,
    }));
}

export function judgeClosing(closingOn: string, today: string): Reason | null {
  if (closingOn <= today) return null;
  return {
    rule: 'closing_reached',
    sentence: `Ngày chốt số liệu ${formatDate(closingOn)} chưa tới. Hãy nộp sau ngày đó, hoặc đổi ngày chốt sang ngày sớm hơn.`,
  };
}

const BELOW_WORDS = {
  submitted: 'đã nộp, chưa được chấp nhận hoặc trả lại',
  returned: 'bị trả lại, chưa nộp lại',
  waiting: 'chưa nộp',
} as const;

/** How many offices a sentence names; the page of the roll-up lists them all. */
const NAMED = 5;

/** An office above answers only with what lies below it: one reason naming those that are undecided; null without any. */
export function judgeBelow(
  undecided: readonly { officeName: string; status: keyof typeof BELOW_WORDS }[],
): Reason | null {
  if (undecided.length === 0) return null;
  const named = undecided
    .slice(0, NAMED)
    .map(({ officeName, status }) => `${officeName} (${BELOW_WORDS[status]})`);
  const more = undecided.length > NAMED ? ` và ${undecided.length - NAMED} đơn vị khác` : '';
  return {
    rule: 'below_decided',
    sentence: `Còn ${undecided.length} báo cáo cấp dưới chưa xử lý xong: ${named.join('; ')}${more}. Hãy chấp nhận, hoặc nêu tên đơn vị chưa gửi kèm lý do ở phần tổng hợp.`,
  };
}

export function judgeOwnSubmission(submittedBy: number | null, accountId: number | null): Reason | null {
  if (submittedBy === null || submittedBy !== accountId) return null;
  return {
    rule: 'not_own_submission',
    sentence: 'Bạn đã nộp báo cáo này nên người khác phải xem và quyết định.',
  };
}

/** 'Báo cáo năm' and 'Năm 2017' make 'Báo cáo năm 2017'; 'Báo cáo sơ kết' and 'Năm 2018', 'Báo cáo sơ kết năm 2018'. */
export function reportTitle(formName: string, periodWords: string): string {
  const words = `${periodWords.charAt(0).toLocaleLowerCase('vi')}${periodWords.slice(1)}`;
  const first = words.split(' ')[0] ?? '';
  const last = formName.split(' ').at(-1) ?? '';
  const same = first.toLocaleLowerCase('vi') === last.toLocaleLowerCase('vi');
  return same ? `${formName}${words.slice(first.length)}` : `${formName} ${words}`;
}
