import { SIDE_NAMES } from '../desks/sides.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { type UnitPlanGuard, unitPlanWorkflow } from './workflow.ts';

/** What each condition of the table means to whoever reads it. */
const GUARD_NAMES: Record<UnitPlanGuard, string> = {
  parts_written: 'đã viết mọi phần mà kế hoạch cấp trên yêu cầu',
  plan_in_force: 'kế hoạch cấp trên đang thực hiện',
  within_period: 'còn trong thời gian thực hiện của kế hoạch cấp trên',
  not_own_submission: 'không phải người đã gửi kế hoạch này',
  opinions_in: 'mọi nơi được xin ý kiến đã trả lời hoặc được nêu tên là chưa trả lời',
  returned_once: 'mỗi cấp trả lại một lần; lần nữa phải được cấp trên cho phép',
  has_approved_edition: 'có lần đã duyệt để giữ lại',
};

const TITLE = 'Quy trình kế hoạch của đơn vị';

export const unitPlanCatalogueRoutes: Route[] = [
  get('/danh-muc/quy-trinh-ke-hoach-don-vi', 'signed_in', (visit) =>
    officePage(visit, {
      title: TITLE,
      children: (
        <WorkflowPage
          title={TITLE}
          lead="Từ soạn, gửi đến được duyệt. Nút bấm, lý do từ chối và hình vẽ này đều theo một bảng duy nhất."
          table={unitPlanWorkflow}
          roleNames={SIDE_NAMES}
          guardNames={GUARD_NAMES}
        >
          <p class="muted">
            Gửi sau hạn vẫn được nhận và ghi là muộn. Mỗi cấp trả lại một lần với đủ các lý do; lần nữa cần cơ
            quan cấp trên cho phép. Khi sửa đổi, lần đã duyệt vẫn có hiệu lực cho đến ngày lần mới được duyệt.
          </p>
        </WorkflowPage>
      ),
    }),
  ),
];
