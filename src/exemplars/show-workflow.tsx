import { ROLE_NAMES } from '../identity/actor.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { ExemplarStateTag } from './show-marks.tsx';
import { exemplarWorkflow, type Guard } from './workflow.ts';

/** What each condition of the table means to whoever reads it. */
const GUARD_NAMES: Record<Guard, string> = {
  has_plan: 'gắn với kế hoạch đang có hiệu lực',
  has_field: 'đã chọn lĩnh vực',
  has_breadth: 'ghi rõ toàn diện hay từng mặt',
  has_statement: 'có tóm tắt thành tích',
  has_achievement: 'có ít nhất một thành tích',
  endorsed: 'được tập thể suy tôn',
  criteria_met: 'không có tiêu chí bắt buộc nào chưa đạt',
  criteria_known: 'không còn tiêu chí bắt buộc nào chưa rõ',
  nurturing_planned: 'có hoạt động bồi dưỡng và người phụ trách',
  consented: 'điển hình đồng ý',
  quota_room: 'còn chỗ trong chỉ tiêu của lĩnh vực',
  checked: 'đã kiểm tra, đánh giá ít nhất một lần',
  higher_level: 'cấp cao hơn cấp đã công nhận',
  not_own_proposal: 'người quyết định không phải người đề nghị',
  on_desk: 'hồ sơ không bị chuyển sang bàn của cơ quan khác',
  returned_once: 'mỗi cấp trả lại một lần; lần nữa phải được cấp trên cho phép',
  opinions_in: 'cơ quan được hỏi đã trả lời, hoặc đã nêu tên là chưa trả lời',
  voices_answered: 'ý kiến, đề nghị sửa của người có tên trong hồ sơ đã được trả lời',
};

/** The life of an exemplar, drawn from its table. */
export function ExemplarWorkflowPage() {
  return (
    <WorkflowPage
      title="Quy trình điển hình"
      crumb="Quy trình"
      lead="Từ phát hiện đến tôn vinh. Nút bấm, lý do từ chối và hình vẽ này đều theo một bảng duy nhất."
      things="điển hình"
      table={exemplarWorkflow}
      roleNames={ROLE_NAMES}
      guardNames={GUARD_NAMES}
      mark={(state) => <ExemplarStateTag state={state} />}
    >
      <p class="muted">
        Điều kiện về suy tôn, tiêu chí, kế hoạch bồi dưỡng, chỉ tiêu, kiểm tra và ý kiến chưa trả lời của
        người có tên có thể được cấp quyết định bỏ qua, kèm lý do được lưu lại. Sự đồng ý của điển hình thì
        không.
      </p>
    </WorkflowPage>
  );
}
