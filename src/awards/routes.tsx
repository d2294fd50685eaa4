import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { AwardCataloguePage } from './catalogue-page.tsx';
import { honourRoutes } from './honour-routes.tsx';
import { listAwardForms } from './queries.ts';

/** Honouring an exemplar, and the catalogue of award forms. */
export const awardRoutes: Route[] = [
  ...honourRoutes,
  get('/danh-muc/hinh-thuc', 'signed_in', async (visit) => {
    const { db, clock } = visit.get('deps');
    const forms = await listAwardForms(db);
    return officePage(visit, {
      title: 'Hình thức khen thưởng',
      children: <AwardCataloguePage forms={forms} today={clock.today()} />,
    });
  }),
];
