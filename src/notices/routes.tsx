import { loadCalendar } from '../calendar/load-calendar.ts';
import { fieldsToChoose } from '../choosing/waiting.ts';
import { mayRecord } from '../exemplars/form-page-choices.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { type MyWork, MyWorkPage } from './my-work.tsx';
import { dueForMe, opinionsForMe, papersForMe } from './my-work-due.ts';
import { leadsForMe, questionsForMe, voicesForMe } from './my-work-leads.ts';
import { pairsForMe } from './my-work-pairs.tsx';
import {
  checksDue,
  heldForMe,
  notYetProposed,
  openDrafts,
  overduePromises,
  proposalsForMe,
  returnedToMe,
  toHonour,
  toRecognise,
} from './my-work-queries.ts';
import { ownNoticeRoutes } from './notice-routes.tsx';

export const noticeRoutes: Route[] = [get('/viec-cua-toi', 'signed_in', showMyWork), ...ownNoticeRoutes];

async function showMyWork(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [work, calendar] = await Promise.all([myWork(db, actorOf(visit), clock.today()), loadCalendar(db)]);
  return officePage(visit, {
    title: 'Việc của tôi',
    children: (
      <MyWorkPage
        work={work}
        today={clock.today()}
        calendar={calendar}
        mayRecord={mayRecord(actorOf(visit))}
      />
    ),
  });
}

/** Everything that waits for somebody on a day. Eighteen queries at most, however much there is to do. */
export async function myWork(db: Reader, actor: Actor, today: Day): Promise<MyWork> {
  const [
    due,
    papers,
    opinions,
    leads,
    questions,
    voices,
    overdue,
    returned,
    proposals,
    choosing,
    recognise,
    honour,
    held,
    checks,
    found,
    pairs,
    drafts,
  ] = await Promise.all([
    dueForMe(db, actor, today),
    papersForMe(db, actor),
    opinionsForMe(db, actor),
    leadsForMe(db, actor, today),
    questionsForMe(db, actor, today),
    voicesForMe(db, actor),
    overduePromises(db, actor, today),
    returnedToMe(db, actor),
    proposalsForMe(db, actor),
    fieldsToChoose(db, actor),
    toRecognise(db, actor),
    toHonour(db, actor),
    heldForMe(db, actor),
    checksDue(db, actor, today),
    notYetProposed(db, actor),
    pairsForMe(db, actor),
    openDrafts(db, actor),
  ]);
  return {
    due,
    papers,
    opinions,
    leads,
    questions,
    voices,
    overdue,
    returned,
    proposals,
    choosing: { items: choosing, total: choosing.length },
    toRecognise: recognise,
    toHonour: honour,
    held,
    checks,
    found,
    pairs,
    drafts,
  };
}
