import { z } from 'zod';
import { parseDate } from '../ui/format.ts';
import { answerRefusal } from '../web/answer.tsx';
import { forbiddenPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { readCursor } from '../web/list-cursor.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { decidesOverAll } from './in-view.ts';
import { PAIRS_PATH } from './merge-paths.ts';
import { askForPairs } from './pairs-ask.ts';
import { PairsPage } from './pairs-page.tsx';
import {
  PAIR_STRENGTHS,
  type PairFilter,
  type PairPlace,
  pairSearchState,
  pairsPage,
} from './pairs-queries.ts';

/** Those that may be one over the whole set: for the standing body, which alone may see all of them. */
export const pairsRoutes: Route[] = [
  get(PAIRS_PATH, ['standing'], showPairs),
  post(`${PAIRS_PATH}/tim`, ['standing'], sendAsk),
];

async function showPairs(visit: Visit): Promise<Response> {
  if (!decidesOverAll(actorOf(visit))) return forbiddenPage(visit);
  const { db } = visit.get('deps');
  const decided = queryChoice(visit, 'muc', ['khac-nhau']) !== null;
  const filter: PairFilter = {
    decided,
    strength: queryChoice(visit, 'muc-do', PAIR_STRENGTHS),
    after: placeIn(visit.req.query('sau') ?? '', decided),
  };
  const [found, state] = [await pairsPage(db, filter), await pairSearchState(db)];
  return officePage(visit, {
    title: 'Chủ thể có thể trùng',
    children: <PairsPage filter={filter} {...found} state={state} />,
  });
}

/** Anything else than a place of this very list begins at the first page. */
function placeIn(written: string, decided: boolean): PairPlace | null {
  const [first, oneId, otherId] = readCursor(written, ['string', 'number', 'number']) ?? [];
  const mark = decided ? parseDate(String(first)) : PAIR_STRENGTHS.find((one) => one === first);
  return mark && typeof oneId === 'number' && typeof otherId === 'number' ? { mark, oneId, otherId } : null;
}

async function sendAsk(visit: Visit): Promise<Response> {
  if (!decidesOverAll(actorOf(visit))) return forbiddenPage(visit);
  const form = await readForm(visit, z.object({}));
  const outcome = await askForPairs(acting(visit, form.key));
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: PAIRS_PATH });
  return redirectWith(
    visit,
    PAIRS_PATH,
    'Đã nhận yêu cầu; việc tìm chạy ngầm, hãy mở lại trang sau ít phút.',
  );
}
