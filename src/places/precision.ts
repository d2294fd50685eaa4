import type { Role } from '../identity/actor.ts';

/** How exactly a place is shown; from the finest on. */
export const PRECISIONS = ['exact', 'hamlet', 'commune', 'hidden'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const PRECISION_NAMES: Record<Precision, string> = {
  exact: 'Điểm chính xác',
  hamlet: 'Khu, thôn (trong vòng khoảng 500 m)',
  commune: 'Xã, phường',
  hidden: 'Không hiện',
};

export const STAFF_PRECISIONS = ['hamlet', 'commune'] as const;
export type StaffPrecision = (typeof STAFF_PRECISIONS)[number];
export const PUBLIC_PRECISIONS = ['commune', 'hidden'] as const;
export type PublicPrecision = (typeof PUBLIC_PRECISIONS)[number];

/** What is set at a place for those who do not check it. */
export interface PrecisionSet {
  staff: StaffPrecision;
  public: PublicPrecision;
}

/** Those who look: somebody with roles over the exemplar (perhaps none, yet seeing it), or the public. */
export type Audience = { kind: 'staff'; roles: ReadonlySet<Role> } | { kind: 'public' };

/** They keep the exemplar, lead its field, or are the standing body: they check it, and go there. */
const CHECKERS: readonly Role[] = ['unit', 'lead', 'standing'];

/** How exactly an audience gets a place. */
export function precisionFor(audience: Audience, set: PrecisionSet): Precision {
  if (audience.kind === 'public') return set.public;
  return CHECKERS.some((role) => audience.roles.has(role)) ? 'exact' : set.staff;
}
