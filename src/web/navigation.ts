import type { Actor, Role } from '../identity/actor.ts';
import type { NavItem } from '../ui/office-parts.tsx';

interface Place extends Pick<NavItem, 'href' | 'label' | 'icon' | 'apart'> {
  /** Null: for everybody who is signed in. */
  roles: readonly Role[] | null;
}

/** The rail: the work in the order of the cycle, then what keeps the house. */
const PLACES: readonly Place[] = [
  { href: '/viec-cua-toi', label: 'Việc của tôi', icon: 'home', roles: null },
  { href: '/ke-hoach', label: 'Kế hoạch', icon: 'plan', roles: null },
  { href: '/nhiem-vu', label: 'Nhiệm vụ', icon: 'calendar', roles: null },
  {
    href: '/loi-gioi-thieu',
    label: 'Giới thiệu',
    icon: 'quote',
    roles: ['unit', 'lead', 'standing', 'leader'],
  },
  { href: '/dien-hinh', label: 'Điển hình', icon: 'star', roles: null },
  { href: '/chu-the', label: 'Chủ thể', icon: 'person', roles: ['unit', 'lead', 'standing', 'admin'] },
  { href: '/van-ban', label: 'Văn bản', icon: 'file', roles: null },
  { href: '/bao-cao', label: 'Báo cáo', icon: 'report', roles: null },
  { href: '/don-vi', label: 'Đơn vị', icon: 'office', roles: null, apart: true },
  { href: '/danh-muc', label: 'Danh mục', icon: 'catalogue', roles: null },
  { href: '/nhat-ky', label: 'Nhật ký', icon: 'log', roles: ['standing', 'admin'] },
  { href: '/tai-khoan', label: 'Tài khoản', icon: 'people', roles: ['admin'] },
];

/** The places that the actor may go to; the one that the path lies in is marked. */
export function navigation(actor: Actor, path: string): NavItem[] {
  const held = new Set(actor.grants.map((grant) => grant.role));
  return PLACES.filter(({ roles }) => roles === null || roles.some((role) => held.has(role))).map(
    ({ roles: _roles, ...place }) => ({
      ...place,
      active: path === place.href || path.startsWith(`${place.href}/`),
    }),
  );
}
