import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { Judgements } from '../workflow/table.ts';
import type { PlanGuard } from './workflow.ts';

/** What the guards of a plan ask about. */
export interface PlanJudged {
  number: string;
  signer: string | null;
  issuedOn: string | null;
  stages: number;
  fields: number;
  /** What is wrong with the facts, stages and fields as they stand, by field. */
  errors: FieldErrors;
  /** Another plan in force of the same issuer and kind whose period overlaps, and which is neither above nor below. */
  rival: { number: string; title: string } | null;
  /** Questions of a copy that nobody has decided yet. */
  openDecisions: number;
  openAmendment: string | null;
}

/** Judges every guard of the workflow of plans. */
export function judgePlan(plan: PlanJudged): Judgements<PlanGuard> {
  const { rival, openDecisions, openAmendment } = plan;
  const wrong = Object.values(plan.errors);
  return {
    has_number: when(
      !plan.number.trim() || plan.issuedOn === null,
      'has_number',
      'Chưa ghi số, ký hiệu và ngày ban hành của kế hoạch.',
    ),
    has_signer: when(!plan.signer?.trim(), 'has_signer', 'Chưa ghi người ký kế hoạch.'),
    has_stages: when(
      plan.stages === 0,
      'has_stages',
      'Chưa có giai đoạn nào; hãy ghi ít nhất một giai đoạn.',
    ),
    has_fields: when(
      plan.fields === 0,
      'has_fields',
      'Chưa có lĩnh vực nào; mọi điển hình đều thuộc một lĩnh vực của kế hoạch.',
    ),
    well_formed: when(
      wrong.length > 0,
      'well_formed',
      `Còn ${wrong.length} chỗ chưa đúng: ${wrong.slice(0, 3).join(' ')}`,
    ),
    alone_in_its_period: when(
      rival !== null,
      'alone_in_its_period',
      `Kế hoạch ${rival?.number} (${rival?.title}) của cùng cơ quan đang thực hiện trong thời gian trùng nhau. Hãy kết thúc kế hoạch đó, sửa thời gian, hoặc ghi kế hoạch này là kế hoạch con của nó.`,
    ),
    nothing_to_decide: when(
      openDecisions > 0,
      'nothing_to_decide',
      `Còn ${openDecisions} việc phải quyết định sau khi chép từ kế hoạch trước.`,
    ),
    no_open_amendment: when(
      openAmendment !== null,
      'no_open_amendment',
      `Văn bản sửa đổi ${openAmendment} chưa kết thúc; hãy kết thúc văn bản đó trước.`,
    ),
  };
}

const when = (holds: boolean, rule: PlanGuard, sentence: string): Reason | null =>
  holds ? { rule, sentence } : null;
