import { z } from 'zod';
import { notFoundPage } from '../web/error-pages.tsx';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { readAnswers, readGroups } from './answer-typed.ts';
import { type Asked, askedOf, assessBy } from './asked.ts';
import type { CriteriaSet } from './queries.ts';
import { withSet } from './set-form.tsx';
import { KIND_OF_SUBJECT, TryPage } from './try-page.tsx';

const PATH = '/danh-muc/tieu-chi/:id/thu';

export const tryRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => trying(visit, (set) => show(visit, set, null))),
  post(PATH, 'signed_in', (visit) =>
    trying(visit, async (set) => show(visit, set, (await readForm(visit, z.looseObject({}))).typed)),
  ),
];

const trying = (visit: Visit, answer: (set: CriteriaSet) => Promise<Response>) =>
  withSet(visit, async (set) => (set ? answer(set) : notFoundPage(visit)));

async function show(visit: Visit, set: CriteriaSet, typed: Typed | null): Promise<Response> {
  const wanted = visit.req.query(KIND_OF_SUBJECT);
  const kind = set.subjectKinds.find((one) => one === wanted) ?? set.subjectKinds[0] ?? 'individual';
  const { db, clock } = visit.get('deps');
  // as if a plan ran as long as the set does
  const period = { from: set.validFrom ?? clock.today(), to: set.validTo ?? clock.today() };
  const asked = await askedOf(db, set, kind, period, dayToTry(set, clock.today()));
  const { answers, errors } = readAnswers(asked.criteria, typed ?? {});
  const wrong = Object.keys(errors).length > 0;
  const assessed =
    typed === null || wrong ? null : assessBy(asked, answers, readGroups(asked.set.groupings, typed));
  return officePage(visit, {
    title: 'Thử bộ tiêu chí',
    status: wrong ? 422 : 200,
    children: <TryPage {...{ asked, kind, errors, assessed }} typed={typed ?? {}} />,
  });
}

/** Today, or the nearest day on which the set holds: an old set is held against the norms of its time. */
function dayToTry({ validFrom, validTo }: CriteriaSet, today: Asked['day']): Asked['day'] {
  if (validTo !== null && validTo < today) return validTo;
  return validFrom !== null && validFrom > today ? validFrom : today;
}
