import { SIDE_NAMES } from '../desks/sides.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { type ReportGuard, reportWorkflow } from './workflow.ts';

const GUARD_NAMES: Record<ReportGuard, string> = {
  parts_written: 'mọi phần lời văn đã viết, hoặc ghi “Không có”',
  closing_reached: 'ngày chốt số liệu đã tới',
  below_decided: 'báo cáo cấp dưới đã được chấp nhận, được miễn hoặc nêu tên là chưa gửi',
  not_own_submission: 'không phải người đã nộp báo cáo',
  returned_once: 'mỗi cấp trả lại một lần; lần nữa phải được cấp trên cho phép',
  opinions_in: 'mọi nơi được xin ý kiến đã trả lời hoặc được nêu tên là chưa trả lời',
};

/** The life of a report, drawn from its table. */
export function ReportWorkflowPage() {
  return (
    <WorkflowPage
      title="Quy trình báo cáo"
      lead="Từ soạn, nộp đến được cấp trên chấp nhận. Trong khi cấp trên xem, báo cáo khóa với người soạn."
      things="báo cáo"
      table={reportWorkflow}
      roleNames={SIDE_NAMES}
      guardNames={GUARD_NAMES}
    />
  );
}
