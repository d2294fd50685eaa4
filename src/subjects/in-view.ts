import type { Actor, Role } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { EXEMPLAR_STATES } from './exemplar-states.ts';
import type { SubjectFacts } from './facts.ts';

export type ExemplarStateKey = keyof typeof EXEMPLAR_STATES;

/** A registration of a subject. Of one that lies outside the actor's reach only plan, office and state are shown. */
export interface ExemplarOfSubject {
  id: number;
  within: boolean;
  state: ExemplarStateKey;
  planId: number | null;
  planNumber: string | null;
  fieldId: number | null;
  fieldName: string | null;
  leadOfficeId: number | null;
  officeId: number;
  officeName: string;
  officePath: number[];
  title: string | null;
  foundOn: Day | null;
  mergedIntoId: number | null;
}

/** A subject as one actor sees it, with everything that says where it lies. */
export interface SubjectInView extends SubjectFacts {
  id: number;
  version: number;
  isSample: boolean;
  /** Oldest first. */
  exemplars: ExemplarOfSubject[];
  /** Where its past awards were written down: root first, the office itself last. */
  awardOffices: number[][];
  roles: ReadonlySet<Role>;
}

/** Roles that may write something about a subject. */
export const WRITING_ROLES: readonly Role[] = ['unit', 'lead', 'standing'];

type Lies = Pick<SubjectInView, 'exemplars' | 'awardOffices'>;

/** Where a subject lies: with every exemplar of it, and with whoever wrote down an award. */
const placesOf = ({ exemplars, awardOffices }: Lies) => [
  ...exemplars.map(({ officePath, leadOfficeId }) => ({ officePath, leadOfficeId })),
  ...awardOffices.map((officePath) => ({ officePath, leadOfficeId: null })),
];

/** The roles that the actor holds over a part of what is known of the subject at least; reach "all" is over everything. */
export function rolesOverSubject(actor: Actor, lies: Lies): ReadonlySet<Role> {
  const everywhere = actor.grants.filter(({ reach }) => reach === 'all').map(({ role }) => role);
  return new Set([...everywhere, ...placesOf(lies).flatMap((place) => [...rolesOver(actor, place)])]);
}

export const mayWrite = (roles: ReadonlySet<Role>): boolean => WRITING_ROLES.some((role) => roles.has(role));

/** May the actor decide about any two subjects? */
export const decidesOverAll = (actor: Actor): boolean =>
  actor.grants.some(({ role, reach }) => role === 'standing' && reach === 'all');

/**
 * May the actor decide about the whole of the subject (merge it)? A standing body with reach over all may; anybody else
 * must hold a writing role over every place where it lies.
 */
export function holdsWhole(actor: Actor, lies: Lies): boolean {
  if (decidesOverAll(actor)) return true;
  const places = placesOf(lies);
  return places.length > 0 && places.every((place) => mayWrite(rolesOver(actor, place)));
}

/** Registrations that are not closed. */
export const isLiving = ({ state }: Pick<ExemplarOfSubject, 'state'>): boolean =>
  state !== 'declined' && state !== 'withdrawn' && state !== 'lapsed';

/** Ids of the registrations that the actor sees: what the sections of other folders may tell of. */
export const idsWithin = (subject: SubjectInView): number[] =>
  subject.exemplars.filter(({ within }) => within).map(({ id }) => id);
