import { planOfDuties } from '../duties/duty-queries.ts';
import { xlsxAnswer } from '../duties/xlsx-answer.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { readAsked } from './asked.ts';
import { playBook } from './export.ts';
import { copyPlan } from './load.ts';
import { PlayPage } from './page.tsx';
import { playDays } from './play.ts';
import { playPlan, stageOf } from './played.ts';

const PLAYERS = ['standing', 'lead', 'leader', 'admin'] as const;

export const rehearsalRoutes: Route[] = [
  get('/ke-hoach/:id/chay-thu', PLAYERS, async (visit) => {
    const play = await playAsked(visit);
    if (!play) return notFoundPage(visit);
    return officePage(visit, {
      title: `Chạy thử kế hoạch ${play.plan.number}`,
      pictures: true,
      children: <PlayPage {...play} />,
    });
  }),
  get('/ke-hoach/:id/chay-thu/xlsx', PLAYERS, async (visit) => {
    const play = await playAsked(visit);
    if (!play) return notFoundPage(visit);
    const { plan, asked, played, copy } = play;
    const days = playDays(stageOf(copy, played.items), asked.from, asked.to);
    return xlsxAnswer(playBook(plan, asked, played, days), `chay-thu-${asked.from}`);
  }),
];

async function playAsked(visit: Visit) {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const plan = id === null ? null : await planOfDuties(db, id);
  if (!plan) return null;
  const asked = readAsked(visit, plan, clock.today());
  const copy = await copyPlan(db, plan.id, asked.from);
  return { plan, asked, copy, played: playPlan(copy, asked) };
}
