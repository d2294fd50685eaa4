import { Button, ButtonLink } from './button.tsx';
import type { FrameAssets, Theme } from './document.tsx';
import { TextField } from './field.tsx';
import { ActionsGallery, FormsGallery } from './gallery-forms.tsx';
import { LifeGallery } from './gallery-life.tsx';
import { FiguresGallery, ListsGallery } from './gallery-lists.tsx';
import { PapersGallery } from './gallery-papers.tsx';
import { PublicGallery } from './gallery-public.tsx';
import { TextGallery } from './gallery-text.tsx';
import { YearGallery } from './gallery-year.tsx';
import { OfficeFrame } from './office-frame.tsx';
import type { NavItem } from './office-parts.tsx';
import { PageHead } from './page-head.tsx';
import { PublicFrame } from './public-frame.tsx';
import { SimpleFrame } from './simple-frame.tsx';
import { StateTag } from './state-tag.tsx';

const NAV: NavItem[] = [
  { href: '#viec-cua-toi', label: 'Việc của tôi', icon: 'home', count: 12 },
  { href: '#ke-hoach', label: 'Kế hoạch', icon: 'plan' },
  { href: '#dien-hinh', label: 'Điển hình', icon: 'star', active: true },
  { href: '#ra-soat', label: 'Rà soát', icon: 'review', count: 1 },
  { href: '#lan-toa', label: 'Lan tỏa', icon: 'spread' },
  { href: '#truyen-thong', label: 'Truyền thông', icon: 'story' },
  { href: '#bao-cao', label: 'Báo cáo', icon: 'report' },
  { href: '#don-vi', label: 'Đơn vị', icon: 'office', apart: true },
  { href: '#danh-muc', label: 'Danh mục', icon: 'catalogue' },
  { href: '#nhat-ky', label: 'Nhật ký', icon: 'log' },
];

interface GalleryProps {
  assets: FrameAssets;
  theme?: Theme | undefined;
}

/** Every piece of the office on one page, with names as long as they come. */
export function OfficeGallery({ assets, theme }: GalleryProps) {
  return (
    <OfficeFrame
      title="Mọi thành phần"
      assets={assets}
      theme={theme}
      nav={NAV}
      user={{
        name: 'Trần Thị Huyền Trang',
        officeName: 'Ban Thi đua – Khen thưởng tỉnh Phú Thọ',
        roleName: 'Chuyên viên cơ quan thường trực',
      }}
      planName="Kế hoạch 1711/KH-UBND xây dựng điển hình tiên tiến tỉnh Phú Thọ, giai đoạn 2016–2020"
      planHref="#ke-hoach"
      year={2018}
      notices={{ href: '#thong-bao', unread: 12 }}
      demo={{ today: '2018-11-15', action: '/mau/hom-nay' }}
      flash={{ tone: 'success', text: 'Đã lưu kế hoạch bồi dưỡng.' }}
    >
      <PageHead
        crumbs={[
          { label: 'Điển hình', href: '#dien-hinh' },
          { label: 'Xây dựng nông thôn mới', href: '#ntm' },
          { label: 'Bà Quỳnh' },
        ]}
        title="Nguyễn Thị Phương Nguyệt Quỳnh (mẫu)"
        tag={<StateTag tone="progress" word="Đang bồi dưỡng" />}
        lead="Hiến đất mở đường, vận động mười một hộ làm theo. Khu 7, xã Đồng Luận, huyện Thanh Thủy."
        actions={
          <>
            <ButtonLink href="#in" icon="print">
              In
            </ButtonLink>
            <ButtonLink href="#sua" icon="edit">
              Sửa thông tin
            </ButtonLink>
          </>
        }
      />
      <LifeGallery />
      <ActionsGallery />
      <ListsGallery />
      <TextGallery />
      <FiguresGallery />
      <PapersGallery />
      <YearGallery />
      <FormsGallery />
    </OfficeFrame>
  );
}

/** The portal's frame around its pieces. */
export function PortalGallery({ assets, theme }: GalleryProps) {
  return (
    <PublicFrame
      title="Gương Sáng"
      description="Những người và cách làm đáng học ở tỉnh Phú Thọ."
      assets={assets}
      theme={theme}
      canonical="https://guongsang.example/"
      jsonLd={{ '@context': 'https://schema.org', '@type': 'WebSite', name: 'Gương Sáng' }}
      searchAction="/tim-kiem"
      demo={{ today: '2018-11-15' }}
      nav={[
        { href: '#gs', label: 'Gương sáng', active: true },
        { href: '#bd', label: 'Bản đồ' },
        { href: '#mh', label: 'Mô hình gần tôi' },
        { href: '#dx', label: 'Đề xuất người bạn biết' },
        { href: '#ly', label: 'Lấy ý kiến' },
        { href: '#gt', label: 'Giới thiệu' },
      ]}
      office={{
        name: 'Ban Thi đua – Khen thưởng tỉnh Phú Thọ',
        address: 'Đường Trần Phú, thành phố Việt Trì, tỉnh Phú Thọ',
        phone: '0210 000 0000',
        email: 'thidua@example.vn',
      }}
      footerLinks={[
        { href: '#rss', label: 'Nhận tin (RSS)' },
        { href: '#dang-nhap', label: 'Đăng nhập cho cán bộ' },
      ]}
    >
      <PublicGallery />
    </PublicFrame>
  );
}

/** A page with one thing on it. */
export function SignInGallery({ assets, theme }: GalleryProps) {
  return (
    <SimpleFrame
      title="Đăng nhập"
      assets={assets}
      theme={theme}
      footer="Quên mật khẩu? Hãy gọi người quản trị của đơn vị."
    >
      <h1>Đăng nhập</h1>
      <form method="post">
        <TextField name="tenDangNhap" label="Tên đăng nhập" required autocomplete="username" />
        <TextField name="matKhau" label="Mật khẩu" type="password" required autocomplete="current-password" />
        <Button kind="primary">Đăng nhập</Button>
      </form>
    </SimpleFrame>
  );
}
