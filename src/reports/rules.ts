import type { Actor } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';

/** May the actor open the report of this plan for this year? Null when they may. Days are ISO. */
export function refusalToOpen(
  actor: Actor,
  plan: { number: string; period_from: string; period_to: string },
  year: number,
  today: string,
): Reason | null {
  if (!actor.grants.some((grant) => grant.role === 'standing')) {
    return {
      rule: 'wrong_role',
      sentence: 'Báo cáo năm do cơ quan thường trực lập; tài khoản của bạn không giữ vai trò đó.',
    };
  }
  const [from, to] = [Number(plan.period_from.slice(0, 4)), Number(plan.period_to.slice(0, 4))];
  if (year < from || year > to) {
    return {
      rule: 'outside_period',
      sentence: `Kế hoạch ${plan.number} thực hiện từ năm ${from} đến năm ${to}; không có báo cáo năm ${year}.`,
    };
  }
  if (year > Number(today.slice(0, 4))) {
    return { rule: 'future_year', sentence: `Chưa đến năm ${year} nên chưa thể lập báo cáo của năm đó.` };
  }
  return null;
}

export function refusalToWrite(report: { state: 'draft' | 'finished' }): Reason | null {
  return report.state === 'draft'
    ? null
    : {
        rule: 'finished',
        sentence: 'Báo cáo đã hoàn thành, số liệu đã chốt. Muốn sửa, hãy mở lại báo cáo và ghi lý do.',
      };
}

/** The closing day lies in the year and not in the future; the sentence says what is wrong, null when nothing is. */
export function wrongClosingDay(year: number, closingOn: string, today: string): string | null {
  if (!closingOn.startsWith(`${year}-`)) return `Ngày chốt số liệu phải nằm trong năm ${year}.`;
  if (closingOn > today) return 'Ngày chốt số liệu chưa tới; hãy chọn ngày hôm nay hoặc sớm hơn.';
  return null;
}

/** All parts still to be written, at once. */
export function refusalToFinish(
  report: { state: 'draft' | 'finished'; words: Record<string, string> },
  parts: readonly { key: string; name: string }[],
): Reason[] {
  const state = refusalToWrite(report);
  if (state) return [state];
  return parts
    .filter((part) => !report.words[part.key]?.trim())
    .map((part) => ({
      rule: `missing_${part.key}`,
      sentence: `Chưa viết mục “${part.name}”. Nếu không có gì để nêu, hãy ghi rõ “Không có”.`,
    }));
}
