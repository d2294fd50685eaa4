import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { CriteriaCataloguePage } from './catalogue-page.tsx';
import { listCriteriaSets } from './queries.ts';

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
];
