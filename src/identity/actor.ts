import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';

export const ROLES = ['unit', 'lead', 'standing', 'council', 'leader', 'press', 'viewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  unit: 'Cán bộ đơn vị',
  lead: 'Cán bộ cơ quan chủ trì',
  standing: 'Cơ quan thường trực',
  council: 'Thành viên hội đồng',
  leader: 'Lãnh đạo',
  press: 'Báo chí, truyền thanh',
  viewer: 'Người theo dõi',
  admin: 'Quản trị',
};

export const REACHES = ['own', 'branch', 'all'] as const;
/** How far a grant goes from its office: that office, its whole branch of the tree, or everything. */
export type Reach = (typeof REACHES)[number];

export const REACH_NAMES: Record<Reach, string> = {
  own: 'chỉ đơn vị này',
  branch: 'đơn vị này và cấp dưới',
  all: 'toàn chương trình',
};

export interface Grant {
  role: Role;
  officeId: number;
  officeName: string;
  reach: Reach;
}

/** Who is acting. `accountId` is null only for the program itself (first start, sample). */
export interface Actor {
  accountId: number | null;
  displayName: string;
  grants: readonly Grant[];
}

export const PROGRAM: Actor = { accountId: null, displayName: 'Chương trình', grants: [] };

/** What every command gets beside its input. */
export interface Acting {
  db: Db;
  clock: Clock;
  actor: Actor;
  ip: string | null;
  /** Key of the form that was sent: the same key does its work once. Null where nothing is sent twice. */
  requestKey: string | null;
}
