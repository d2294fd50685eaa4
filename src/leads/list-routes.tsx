import { officePage } from '../web/page.tsx';
import { queryChoice, queryNumber, queryText } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { leadDays } from './lead-days.ts';
import { LeadListPage } from './list-page.tsx';
import { countLeads, type LeadFilter, lateSince, leadList, officesWithLeads } from './list-query.ts';
import { READERS, WORKERS } from './queries.ts';
import { LEADS_PATH } from './words.ts';
import { type LeadState, leadWorkflow } from './workflow.ts';

export const leadListRoutes: Route[] = [get(LEADS_PATH, READERS, showList)];

async function showList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = filterIn(visit);
  const late = lateSince(today, (await leadDays(db)).late);
  const [page, count, offices] = await Promise.all([
    leadList(db, actor, filter, late),
    countLeads(db, actor, filter, late),
    officesWithLeads(db, actor),
  ]);
  return officePage(visit, {
    title: 'Giới thiệu',
    children: (
      <LeadListPage
        {...page}
        count={count}
        filter={filter}
        offices={offices}
        today={today}
        late={late}
        mayType={actor.grants.some(({ role }) => WORKERS.includes(role))}
      />
    ),
  });
}

function filterIn(visit: Visit): LeadFilter {
  return {
    state: queryChoice(visit, 'trang_thai', Object.keys(leadWorkflow.states) as LeadState[]),
    officeId: queryNumber(visit, 'don_vi'),
    late: visit.req.query('cham') === '1',
    name: queryText(visit, 'ten', 100),
    after: cursorIn(queryText(visit, 'sau', 40)),
  };
}

/** '2018-06-12.17'; anything else begins at the first page. */
function cursorIn(text: string): LeadFilter['after'] {
  const [, on = '', id = ''] = /^(\d{4}-\d{2}-\d{2})\.([1-9]\d{0,14})$/.exec(text) ?? [];
  const isDay = on !== '' && !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on);
  return isDay ? { on, id: Number(id) } : null;
}
