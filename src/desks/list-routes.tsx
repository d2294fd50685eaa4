import { officePage } from '../web/page.tsx';
import { queryChoice, queryNumber, queryText } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import type { PaperKind } from './kind.ts';
import { DeskListPage } from './list-page.tsx';
import { countOnDesks, type DeskFilter, officesWithPapers, papersOnDesks } from './list-query.ts';
import { PAPER_NAMES, type Paper } from './stay.ts';

export const deskListRoutes = (kinds: readonly PaperKind[]): Route[] => [
  get('/van-ban', 'signed_in', (visit) => showList(visit, kinds)),
];

async function showList(visit: Visit, kinds: readonly PaperKind[]): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readFilter(visit);
  const [page, count, offices] = await Promise.all([
    papersOnDesks(db, actor, kinds, filter, today),
    countOnDesks(db, actor, filter, today),
    officesWithPapers(db, actor),
  ]);
  return officePage(visit, {
    title: 'Văn bản đang ở đâu',
    children: <DeskListPage {...page} count={count} filter={filter} offices={offices} today={today} />,
  });
}

function readFilter(visit: Visit): DeskFilter {
  return {
    paper: queryChoice(visit, 'loai', Object.keys(PAPER_NAMES) as Paper[]),
    late: visit.req.query('qua_han') === '1',
    officeId: queryNumber(visit, 'ban'),
    after: cursorIn(queryText(visit, 'sau', 40)),
  };
}

/** '2018-06-12.17'; anything else begins at the first page. */
function cursorIn(text: string): DeskFilter['after'] {
  const [, since = '', id = ''] = /^(\d{4}-\d{2}-\d{2})\.([1-9]\d{0,14})$/.exec(text) ?? [];
  const isDay =
    since !== '' && !Number.isNaN(Date.parse(since)) && new Date(since).toISOString().startsWith(since);
  return isDay ? { since, id: Number(id) } : null;
}
