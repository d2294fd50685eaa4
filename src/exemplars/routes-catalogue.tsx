import { Card, CardGrid } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { WorkflowPage } from './show-workflow.tsx';

/** The index of the catalogues, and the one that belongs to exemplars: their life cycle. */
export const catalogueRoutes: Route[] = [
  get('/danh-muc', 'signed_in', (visit) =>
    officePage(visit, { title: 'Danh mục', children: <CatalogueIndex /> }),
  ),
  get('/danh-muc/quy-trinh', 'signed_in', (visit) =>
    officePage(visit, { title: 'Quy trình điển hình', children: <WorkflowPage /> }),
  ),
];

const CATALOGUES = [
  {
    href: '/danh-muc/tieu-chi',
    title: 'Bộ tiêu chí',
    about: 'Tiêu chí của từng lĩnh vực, căn cứ pháp lý và thời gian áp dụng.',
  },
  {
    href: '/danh-muc/hinh-thuc',
    title: 'Hình thức khen thưởng',
    about: 'Các hình thức, danh hiệu, cấp quyết định và thời gian áp dụng.',
  },
  {
    href: '/danh-muc/quy-trinh',
    title: 'Quy trình điển hình',
    about: 'Các trạng thái, ai được làm gì, cần điều kiện nào; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/ke-hoach',
    title: 'Lĩnh vực và chỉ tiêu',
    about: 'Theo từng kế hoạch, với cơ quan chủ trì và số đã chọn.',
  },
];

function CatalogueIndex() {
  return (
    <>
      <PageHead title="Danh mục" lead="Những gì chương trình tra cứu khi làm việc." />
      <CardGrid>
        {CATALOGUES.map(({ href, title, about }) => (
          <Card title={title} href={href} level={2}>
            {about}
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
