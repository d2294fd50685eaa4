import type { Reason } from '../platform/outcome.ts';
import type { Actor, Reach, Role } from './actor.ts';

/** A role over a part of the tree of offices. */
export interface PlacedGrant {
  role: Role;
  /** Ids from the root down to the office itself. */
  officePath: readonly number[];
  reach: Reach;
}

/** The grants by which somebody administers. */
const adminGrants = (actor: Actor) => actor.grants.filter((grant) => grant.role === 'admin');

/** The actor with nothing but their administration: what they see as a viewer they do not administer. */
export const asAdmin = (actor: Actor): Actor => ({ ...actor, grants: adminGrants(actor) });

export const administersAll = (actor: Actor): boolean =>
  adminGrants(actor).some((grant) => grant.reach === 'all');

/** An administrator gives no more than they hold: not beyond their offices, and not a wider reach than their own. */
export function mayGive(admin: Actor, grant: Pick<PlacedGrant, 'officePath' | 'reach'>): boolean {
  return adminGrants(admin).some((held) => {
    if (held.reach === 'all') return true;
    if (grant.reach === 'all') return false;
    if (held.reach === 'branch') return grant.officePath.includes(held.officeId);
    return grant.reach === 'own' && grant.officePath.at(-1) === held.officeId;
  });
}

/** Why the actor may not give this role there; null when they may. */
export function refusalToGrant(admin: Actor, grant: PlacedGrant): Reason | null {
  if (mayGive(admin, grant)) return null;
  return {
    rule: 'grant_beyond_reach',
    sentence:
      'Vai trò hoặc phạm vi này rộng hơn phạm vi quản trị của bạn; hãy chọn đơn vị hay phạm vi hẹp hơn, hoặc đề nghị quản trị viên toàn chương trình.',
  };
}

/**
 * Why the actor may not touch an account; null when they may. Who holds something beyond the actor's reach is out of
 * their hands altogether: a new password for them would be a way to their powers.
 */
export function refusalToManage(admin: Actor, held: readonly PlacedGrant[]): Reason | null {
  if (administersAll(admin) || held.every((grant) => mayGive(admin, grant))) return null;
  return {
    rule: 'account_beyond_reach',
    sentence:
      'Tài khoản này còn giữ vai trò ngoài phạm vi quản trị của bạn nên chỉ quản trị viên toàn chương trình mới thay đổi được.',
  };
}

export function refusalToDeactivate(admin: Actor, accountId: number): Reason | null {
  if (admin.accountId !== accountId) return null;
  return {
    rule: 'own_account',
    sentence: 'Bạn không thể khóa tài khoản của chính mình; hãy nhờ một quản trị viên khác.',
  };
}

export function refusalToResetPassword(admin: Actor, accountId: number): Reason | null {
  if (admin.accountId !== accountId) return null;
  return {
    rule: 'own_account',
    sentence: 'Với tài khoản của chính mình, hãy dùng trang Đổi mật khẩu.',
  };
}

/** Nobody shuts the door behind themselves by mistake. */
export function refusalToRevoke(
  admin: Actor,
  accountId: number,
  grant: { role: Role; isLastAdminGrant: boolean },
): Reason | null {
  if (admin.accountId !== accountId || !grant.isLastAdminGrant) return null;
  return {
    rule: 'own_last_admin_grant',
    sentence: 'Đây là vai trò Quản trị cuối cùng của chính bạn; hãy nhờ một quản trị viên khác thu hồi.',
  };
}

/** Somebody must always be able to open the door: a whole-programme administrator whose grant does not run out. */
export const NO_ADMIN_LEFT: Reason = {
  rule: 'no_admin_left',
  sentence:
    'Sau việc này chương trình sẽ không còn quản trị viên toàn chương trình nào; hãy giao vai trò Quản trị (toàn chương trình, không thời hạn) cho người khác trước.',
};
