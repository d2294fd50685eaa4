import { Card, CardGrid } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { ExemplarWorkflowPage } from './show-workflow.tsx';

/** The index of the catalogues, and the one that belongs to exemplars: their life cycle. */
export const catalogueRoutes: Route[] = [
  get('/danh-muc', 'signed_in', (visit) =>
    officePage(visit, { title: 'Danh mục', children: <CatalogueIndex /> }),
  ),
  get('/danh-muc/quy-trinh', 'signed_in', (visit) =>
    officePage(visit, { title: 'Quy trình điển hình', children: <ExemplarWorkflowPage /> }),
  ),
];

const CATALOGUES = [
  {
    href: '/danh-muc/tieu-chi',
    title: 'Bộ tiêu chí',
    about: 'Tiêu chí của từng lĩnh vực, căn cứ pháp lý và thời gian áp dụng.',
  },
  {
    href: '/danh-muc/chi-so',
    title: 'Chỉ số',
    about: 'Số liệu nào, đơn vị tính, cách gộp, khoảng thường gặp của từng loại chủ thể.',
  },
  {
    href: '/danh-muc/dinh-muc',
    title: 'Định mức',
    about: 'Con số do văn bản đặt ra theo thời gian và vùng, mà tiêu chí so với.',
  },
  {
    href: '/danh-muc/quy-trinh-tieu-chi',
    title: 'Quy trình bộ tiêu chí',
    about: 'Từ bản nháp đến đang dùng, thôi dùng; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/hinh-thuc',
    title: 'Hình thức khen thưởng',
    about: 'Các hình thức, danh hiệu, cấp quyết định và thời gian áp dụng.',
  },
  {
    href: '/danh-muc/khoi-thi-dua',
    title: 'Khối thi đua',
    about: 'Các khối, thành viên và khối trưởng luân phiên của từng năm.',
  },
  {
    href: '/danh-muc/quy-trinh',
    title: 'Quy trình điển hình',
    about: 'Các trạng thái, ai được làm gì, cần điều kiện nào; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/quy-trinh-gioi-thieu',
    title: 'Quy trình lời giới thiệu',
    about: 'Từ lời kể của người dân đến hồ sơ điển hình; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/thoi-han-gioi-thieu',
    title: 'Thời hạn xử lý lời giới thiệu',
    about: 'Bao nhiêu ngày thì coi là chậm; giữ cách liên hệ của người giới thiệu đến bao giờ.',
  },
  {
    href: '/danh-muc/quy-trinh-nhap-danh-sach',
    title: 'Quy trình nhập danh sách',
    about: 'Từ đọc tệp, ghép cột, xem trước đến nhập và hoàn tác; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/quy-trinh-lua-chon',
    title: 'Quy trình danh sách quyết định',
    about:
      'Chuẩn bị từng quyết định lựa chọn, áp dụng cả danh sách một lần; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/mau-bao-cao',
    title: 'Mẫu báo cáo',
    about: 'Số liệu nào, tính thế nào, các phần lời văn và các bảng; từng lần ban hành.',
  },
  {
    href: '/danh-muc/quy-trinh-bao-cao',
    title: 'Quy trình báo cáo',
    about: 'Từ soạn, nộp đến được cấp trên chấp nhận; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/quy-trinh-ke-hoach',
    title: 'Quy trình kế hoạch',
    about: 'Từ dự thảo đến kết thúc; kế hoạch đang thực hiện chỉ sửa theo văn bản có số và ngày.',
  },
  {
    href: '/danh-muc/quy-trinh-ke-hoach-don-vi',
    title: 'Quy trình kế hoạch của đơn vị',
    about: 'Từ soạn, gửi đến được duyệt, trả lại và sửa đổi; vẽ từ chính bảng mà chương trình dùng.',
  },
  {
    href: '/danh-muc/thoi-han-xu-ly',
    title: 'Thời hạn xử lý văn bản',
    about: 'Mỗi bàn có bao nhiêu ngày làm việc để quyết định hoặc bổ sung.',
  },
  {
    href: '/danh-muc/dung-luong',
    title: 'Dung lượng tệp',
    about: 'Mỗi đơn vị được giữ bao nhiêu, đã dùng bao nhiêu; lần dọn tệp gần nhất.',
  },
  {
    href: '/danh-muc/ngay-nghi',
    title: 'Ngày nghỉ, ngày làm bù',
    about: 'Lịch ngày làm việc mà mọi hạn tính theo, kể cả Tết Âm lịch.',
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
