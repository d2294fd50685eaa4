import { desksOf } from '../desks/stay.ts';
import type { Role } from '../identity/actor.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { mayRecord } from './form-page-choices.ts';
import { listChoices } from './list-choices.ts';
import { exportList } from './list-export.ts';
import { readFilter, readPlace } from './list-filter.ts';
import { ExemplarListPage } from './list-page.tsx';
import { countMatching, listPage } from './list-query.ts';

export const listRoutes: Route[] = [
  get('/dien-hinh', 'signed_in', showList),
  get('/dien-hinh/xuat.xlsx', 'signed_in', exportList),
];

/** Who may see how a field chooses, where their reach goes that far. */
const CHOOSERS: readonly Role[] = ['lead', 'standing', 'leader', 'viewer'];

async function showList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const query = visit.req.queries();
  const filter = readFilter(query);
  const [page, count, choices] = await Promise.all([
    listPage(db, actor, filter, readPlace(query, filter.sort), today),
    countMatching(db, actor, filter, today),
    listChoices(db, actor, filter, today),
  ]);
  const desks = await desksOf(
    db,
    'exemplar',
    page.rows.map(({ id }) => id),
  );
  return officePage(visit, {
    title: 'Điển hình',
    children: (
      <ExemplarListPage
        page={page}
        desks={desks}
        today={today}
        count={count}
        filter={filter}
        choices={choices}
        mayRecord={mayRecord(actor)}
        mayChoose={actor.grants.some(({ role }) => CHOOSERS.includes(role))}
      />
    ),
  });
}
