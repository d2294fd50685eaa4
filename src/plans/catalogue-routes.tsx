import { ROLE_NAMES } from '../identity/actor.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { type PlanGuard, planWorkflow } from './workflow.ts';

const GUARD_NAMES: Record<PlanGuard, string> = {
  has_number: 'có số, ký hiệu và ngày ban hành',
  has_signer: 'có người ký',
  has_stages: 'có ít nhất một giai đoạn',
  has_fields: 'có ít nhất một lĩnh vực',
  well_formed: 'mọi phần đều đúng (thời gian, chỉ tiêu, đơn vị)',
  alone_in_its_period: 'không trùng thời gian với kế hoạch khác của cùng cơ quan',
  nothing_to_decide: 'không còn việc phải quyết định sau khi chép',
  no_open_amendment: 'không có văn bản sửa đổi đang mở',
};

export const planCatalogueRoutes: Route[] = [
  get('/danh-muc/quy-trinh-ke-hoach', 'signed_in', (visit) =>
    officePage(visit, {
      title: 'Quy trình kế hoạch',
      children: (
        <WorkflowPage
          title="Quy trình kế hoạch"
          lead="Từ dự thảo đến kết thúc. Nút bấm, lý do từ chối và hình vẽ này đều theo một bảng duy nhất."
          table={planWorkflow}
          roleNames={ROLE_NAMES}
          guardNames={GUARD_NAMES}
        >
          <p class="muted">
            Chỉ tính vai trò với phạm vi toàn chương trình. Kế hoạch đang thực hiện chỉ sửa được theo một văn
            bản sửa đổi có số và ngày.
          </p>
        </WorkflowPage>
      ),
    }),
  ),
];
