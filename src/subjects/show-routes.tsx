import { historyOf } from '../audit/timeline.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { aliasesOf } from './alias-queries.ts';
import { withSubject } from './form-routes.tsx';
import { holdsWhole, mayWrite, type SubjectInView } from './in-view.ts';
import { officesOfSubject } from './office-history.ts';
import type { SubjectPart } from './part.ts';
import { SubjectPage } from './show-page.tsx';

/** The page of one subject with the sections that other folders hand in. */
export const showSubjectRoute = (parts: readonly SubjectPart[]): Route =>
  get('/chu-the/:id', 'signed_in', (visit) =>
    withSubject(visit, (subject, goneName) => showSubject(visit, subject, goneName, parts)),
  );

async function showSubject(
  visit: Visit,
  subject: SubjectInView,
  goneName: string | null,
  parts: readonly SubjectPart[],
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [aliases, offices, history, contents] = await Promise.all([
    aliasesOf(db, subject.id),
    officesOfSubject(db, subject, clock.today()),
    historyOf(db, 'subject', subject.id),
    Promise.all(parts.map((part) => part.render(visit, subject))),
  ]);
  return officePage(visit, {
    title: subject.fullName,
    pictures: true,
    children: (
      <SubjectPage
        subject={subject}
        goneName={goneName}
        aliases={aliases}
        offices={offices}
        parts={parts.map(({ id, title }, n) => ({ id, title, content: contents[n] ?? null }))}
        history={history}
        mayWrite={mayWrite(subject.roles)}
        mayMerge={holdsWhole(actorOf(visit), subject)}
      />
    ),
  });
}
