import type { Actor, Grant } from '../identity/actor.ts';

/**
 * What somebody is to a travelling paper. `author`: of the office whose paper it is. `holder`: of the office on whose
 * desk it lies. `above`: of an office above that desk, or of the standing body or the leaders of the whole programme.
 */
export type Side = 'author' | 'holder' | 'above';

export const SIDE_NAMES: Record<Side, string> = {
  author: 'đơn vị lập văn bản',
  holder: 'cơ quan đang giữ văn bản',
  above: 'cơ quan cấp trên',
};

export interface PaperPlace {
  /** Ids from the root down to the office whose paper it is. */
  officePath: readonly number[];
  /** The same of the office on whose desk it lies; null while it is on nobody's. */
  deskPath: readonly number[] | null;
}

const WRITERS: readonly Grant['role'][] = ['unit', 'lead', 'standing'];
export const DESK_ROLES: readonly Grant['role'][] = ['unit', 'lead', 'standing', 'leader'];
const ABOVE_ROLES: readonly Grant['role'][] = ['unit', 'standing', 'leader'];

/** The sides that the actor holds over a paper. An officer of a branch writes also for the offices below. */
export function sidesOver(actor: Actor, { officePath, deskPath }: PaperPlace): ReadonlySet<Side> {
  const sides = new Set<Side>();
  for (const grant of actor.grants) {
    if (writesFor(grant, officePath)) sides.add('author');
    if (deskPath && DESK_ROLES.includes(grant.role) && deskPath.at(-1) === grant.officeId)
      sides.add('holder');
    if (deskPath && isAbove(grant, deskPath)) sides.add('above');
  }
  return sides;
}

/**
 * May the actor give the office on this desk leave to return a paper once more? By an office above it, never by its
 * own: nobody allows themselves.
 */
export const mayAllowReturn = (actor: Actor, deskPath: readonly number[]): boolean =>
  actor.grants.some((grant) => grant.officeId !== deskPath.at(-1) && isAbove(grant, deskPath));

function writesFor(grant: Grant, officePath: readonly number[]): boolean {
  if (!WRITERS.includes(grant.role)) return false;
  if (officePath.at(-1) === grant.officeId) return true;
  return grant.role === 'unit' && grant.reach === 'branch' && officePath.includes(grant.officeId);
}

function isAbove(grant: Grant, deskPath: readonly number[]): boolean {
  if (!ABOVE_ROLES.includes(grant.role)) return false;
  if (grant.reach === 'all' && grant.role !== 'unit') return true;
  return grant.reach === 'branch' && deskPath.slice(0, -1).includes(grant.officeId);
}
