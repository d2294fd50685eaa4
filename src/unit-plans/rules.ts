import type { Reason } from '../platform/outcome.ts';
import { partField, unwritten, type WrittenPart } from './content.ts';

/** An ISO day; days compare as text. */
type Day = string;

interface PlanFrame {
  planNumber: string;
  planState: string;
  planFrom: Day;
  planTo: Day;
}

const written = (day: Day): string => day.split('-').reverse().join('/');

/** Every part that the plan asks for and that is still empty, each in its own sentence. */
export const missingParts = (parts: readonly WrittenPart[]): Reason[] =>
  unwritten(parts).map(({ ord, name }) => ({
    rule: `part_missing_${partField(ord)}`,
    sentence: `Chưa viết phần “${name}”.`,
  }));

export function judgePlanInForce({ planNumber, planState }: PlanFrame): Reason | null {
  if (planState === 'in_force') return null;
  return {
    rule: 'plan_not_in_force',
    sentence: `Kế hoạch ${planNumber} không còn ở tình trạng đang thực hiện nên không nhận thêm kế hoạch của đơn vị.`,
  };
}

/** Late is accepted and marked; after the end of the whole plan there is nothing left to plan. */
export function judgePeriod({ planNumber, planFrom, planTo }: PlanFrame, today: Day): Reason | null {
  if (planFrom <= today && today <= planTo) return null;
  return {
    rule: 'outside_period',
    sentence: `Kế hoạch ${planNumber} thực hiện từ ${written(planFrom)} đến ${written(planTo)}; hôm nay ${written(today)} nằm ngoài thời gian đó.`,
  };
}

/** Nobody approves, or sends back, what they themselves submitted. */
export function judgeOwnSubmission(submittedBy: number | null, accountId: number | null): Reason | null {
  if (submittedBy === null || submittedBy !== accountId) return null;
  return {
    rule: 'own_submission',
    sentence: 'Bạn là người đã gửi kế hoạch này; cần một người khác của cơ quan nhận xem xét.',
  };
}

export function judgeApprovedEdition(inForceSubmissionId: number | null): Reason | null {
  if (inForceSubmissionId !== null) return null;
  return {
    rule: 'no_approved_edition',
    sentence: 'Kế hoạch này chưa được duyệt lần nào nên không có lần trước để giữ lại.',
  };
}

/** Why the text may not be changed now; null when it may. */
export function refusalToWrite(state: string): Reason | null {
  if (state === 'draft' || state === 'returned') return null;
  return state === 'submitted'
    ? {
        rule: 'locked',
        sentence:
          'Kế hoạch đã gửi và đang được xem xét nên không sửa được; chờ cơ quan nhận duyệt hoặc trả lại.',
      }
    : {
        rule: 'locked',
        sentence:
          'Kế hoạch đã được duyệt. Muốn thay đổi, hãy chọn “Sửa đổi, bổ sung kế hoạch” để mở lần mới.',
      };
}

/** What is not asked for by the plan, and yet nearly always meant: said before it is sent, never in the way. */
export function warnings(targets: number, exemplars: number): string[] {
  if (targets > 0 || exemplars > 0) return [];
  return ['Kế hoạch chưa có chỉ tiêu và chưa nêu điển hình nào dự kiến xây dựng. Vẫn gửi được.'];
}
