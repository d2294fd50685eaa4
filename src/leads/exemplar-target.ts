import { type ExemplarInView, findExemplar } from '../exemplars/queries.ts';
import type { Reason } from '../platform/outcome.ts';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import type { Place } from './target-form.tsx';

/** The exemplar of the address, within the actor's reach. */
export function findExemplarIn(visit: Visit): Promise<ExemplarInView | null> {
  const id = idParam(visit);
  return id === null ? Promise.resolve(null) : findExemplar(visit.get('deps').db, actorOf(visit), id);
}

/** @param anchor the section of the exemplar's page to which the form leads back */
export function placeOfExemplar({ id, subject, officeName }: ExemplarInView, anchor = 'tieng-noi'): Place {
  return {
    kind: 'exemplar',
    crumbs: [
      { label: 'Điển hình', href: '/dien-hinh' },
      { label: subject.fullName, href: `/dien-hinh/${id}` },
    ],
    kicker: `${subject.fullName}, ${officeName}`,
    backTo: `/dien-hinh/${id}#${anchor}`,
  };
}

export const reasonsOf = (reason: Reason | null): Reason[] => (reason ? [reason] : []);
