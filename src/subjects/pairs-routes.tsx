import { z } from 'zod';
import { answerRefusal } from '../web/answer.tsx';
import { forbiddenPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice, queryNumber } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { decidesOverAll } from './in-view.ts';
import { PAIRS_PATH } from './merge-paths.ts';
import { askForPairs } from './pairs-ask.ts';
import { PairsPage } from './pairs-page.tsx';
import { PAIR_STRENGTHS, type PairFilter, pairSearchState, pairsPage } from './pairs-queries.ts';

/** Those that may be one over the whole set: for the standing body, which alone may see all of them. */
export const pairsRoutes: Route[] = [
  get(PAIRS_PATH, ['standing'], showPairs),
  post(`${PAIRS_PATH}/tim`, ['standing'], sendAsk),
];

/** Farther on nobody pages: the surest stand first. */
const MOST_PAGES = 400;

async function showPairs(visit: Visit): Promise<Response> {
  if (!decidesOverAll(actorOf(visit))) return forbiddenPage(visit);
  const { db } = visit.get('deps');
  const filter: PairFilter = {
    decided: queryChoice(visit, 'muc', ['khac-nhau']) !== null,
    strength: queryChoice(visit, 'muc-do', PAIR_STRENGTHS),
    page: Math.min(queryNumber(visit, 'trang') ?? 1, MOST_PAGES),
  };
  const [found, state] = [await pairsPage(db, filter), await pairSearchState(db)];
  return officePage(visit, {
    title: 'Chủ thể có thể trùng',
    children: <PairsPage filter={filter} {...found} state={state} />,
  });
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
