import { ROLE_NAMES } from '../identity/actor.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { IMPORT_GUARD_NAMES, importWorkflow } from './workflow.ts';

/** The life of an imported list, drawn from its table. */
export const importWorkflowRoutes: Route[] = [
  get('/danh-muc/quy-trinh-nhap-danh-sach', 'signed_in', (visit) =>
    officePage(visit, {
      title: 'Quy trình nhập danh sách',
      children: (
        <WorkflowPage
          title="Quy trình nhập danh sách"
          lead="Từ đọc tệp, ghép cột, xem trước đến nhập và hoàn tác; mọi dòng được ghi cùng lúc hoặc không dòng nào."
          things="danh sách"
          table={importWorkflow}
          roleNames={ROLE_NAMES}
          guardNames={IMPORT_GUARD_NAMES}
        />
      ),
    }),
  ),
];
