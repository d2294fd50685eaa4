import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { queryChoice, queryNumber, queryText } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { knownAgain } from './form-page-choices.ts';
import { KNOWN_PATH, KnownSubjects } from './form-page-known.tsx';

/** The part of the form that asks whether it is somebody known, for what is typed so far; empty while nobody is found. */
export const knownRoute: Route = get(KNOWN_PATH, ['unit', 'lead', 'standing'], async (visit) => {
  const subject = subjectIn(visit);
  const known = subject
    ? await knownAgain(visit.get('deps').db, actorOf(visit), subject, queryNumber(visit, 'officeId'))
    : [];
  const typed = { subjectId: queryText(visit, 'subjectId', 20) };
  return visit.html(<KnownSubjects known={known} errors={{}} typed={typed} />);
});

/** Null while kind or name is missing: one letter is no name. */
function subjectIn(visit: Visit) {
  const kind = queryChoice(visit, 'kind', SUBJECT_KINDS);
  const fullName = queryText(visit, 'fullName');
  if (!kind || fullName.length < 3) return null;
  const year = queryNumber(visit, 'birthYear');
  return {
    kind,
    fullName,
    birthYear: year !== null && year >= 1880 && year <= 2100 ? year : null,
    place: queryText(visit, 'place', 300) || null,
    position: queryText(visit, 'position') || null,
    representative: queryText(visit, 'representative') || null,
  };
}
