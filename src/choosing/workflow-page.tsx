import { ROLE_NAMES } from '../identity/actor.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { type ListGuard, listWorkflow } from './workflow.ts';

const GUARD_NAMES: Record<ListGuard, string> = {
  not_empty: 'danh sách có ít nhất một quyết định',
  each_allowed: 'mọi quyết định đều áp dụng được, chỉ tiêu tính chung cả danh sách',
};

/** How decisions are prepared and applied together, drawn from its table. */
export const choosingCatalogueRoutes: Route[] = [
  get('/danh-muc/quy-trinh-lua-chon', 'signed_in', (visit) =>
    officePage(visit, {
      title: 'Quy trình danh sách quyết định',
      children: (
        <WorkflowPage
          title="Quy trình danh sách quyết định"
          lead="Chuẩn bị từng quyết định, áp dụng cả danh sách một lần. Hình vẽ này theo đúng bảng mà chương trình dùng."
          things="danh sách quyết định"
          table={listWorkflow}
          roleNames={ROLE_NAMES}
          guardNames={GUARD_NAMES}
        />
      ),
    }),
  ),
];
