import type { Actor } from '../identity/actor.ts';
import { searchOffices } from '../offices/find.ts';
import { presentOffices } from '../offices/succession.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { officePage } from '../web/page.tsx';
import { queryText } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { findExemplars } from './find-exemplars.ts';
import { findSubjects } from './find-subjects.ts';
import { type Found, SearchPage } from './search-page.tsx';
import { isTooShort, type SearchWords, searchWords } from './words.ts';

const MOST_OFFICES = 20;
/** Letters of a search that are read; what is longer is a text pasted by mistake. */
const MOST_LETTERS = 100;

export const searchRoutes: Route[] = [get('/tim', 'signed_in', searchPage)];

async function searchPage(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const typed = queryText(visit, 'q', MOST_LETTERS + 1);
  const words = searchWords(typed.slice(0, MOST_LETTERS));
  const found = isTooShort(words) ? null : await searchAll(db, actorOf(visit), words, today);
  return officePage(visit, {
    title: words.text ? `Tìm: ${words.text}` : 'Tìm kiếm',
    children: (
      <SearchPage
        text={words.text}
        cutAt={typed.length > MOST_LETTERS ? MOST_LETTERS : null}
        found={found}
        today={today}
      />
    ),
  });
}

async function searchAll(db: Reader, actor: Actor, words: SearchWords, today: Day): Promise<Found> {
  const [exact, subjects, foundOffices] = await Promise.all([
    findExemplars(db, actor, words),
    findSubjects(db, actor, words),
    searchOffices(db, words.text, MOST_OFFICES + 1),
  ]);
  const offices = foundOffices.slice(0, MOST_OFFICES);
  const nearby = exact.rows.length === 0;
  const exemplars = nearby ? await findExemplars(db, actor, words, 'near') : exact;
  const gone = [
    ...exemplars.rows.map((row) => ({ id: row.officeId, validTo: row.officeValidTo })),
    ...offices,
  ].filter((office) => office.validTo !== null && office.validTo < today);
  const present = await presentOffices(db, [...new Set(gone.map((office) => office.id))], today);
  return { exemplars, subjects, nearby, offices, moreOffices: foundOffices.length > MOST_OFFICES, present };
}
