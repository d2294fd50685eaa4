import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import { CriteriaCataloguePage } from './catalogue-page.tsx';
import { findCriteriaSet, listCriteriaSets } from './queries.ts';

/** The criteria in the catalogue; assessing by them stands with the exemplars. */
export const criteriaRoutes: Route[] = [
  get('/danh-muc/tieu-chi', 'signed_in', async (visit) => {
    const { db, clock } = visit.get('deps');
    const sets = await listCriteriaSets(db);
    return officePage(visit, {
      title: 'Tiêu chí',
      children: <CriteriaCataloguePage sets={sets} today={clock.today()} />,
    });
  }),
  // one set has its place on the page of all
  get('/danh-muc/tieu-chi/:id', 'signed_in', async (visit) => {
    const id = idParam(visit);
    const set = id === null ? null : await findCriteriaSet(visit.get('deps').db, id);
    return set ? visit.redirect(`/danh-muc/tieu-chi#bo-${set.id}`, 303) : notFoundPage(visit);
  }),
];
