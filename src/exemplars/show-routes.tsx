import { historyOf } from '../audit/timeline.ts';
import { returnsOf } from '../desks/returns.ts';
import { presentOffice } from '../offices/succession.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { backInWords } from './carry-back.ts';
import { openCarry } from './carry-stored.ts';
import { guardFacts } from './facts.ts';
import type { ExemplarPart } from './part.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { registerFacts } from './register-queries.ts';
import { registerTasks } from './register-tasks.ts';
import { lifeLine } from './show-life.ts';
import { whatIsMissing } from './show-missing.ts';
import { ExemplarPage } from './show-page.tsx';
import { gapsOf, lifeEvents } from './show-queries.ts';
import { availableSteps, stepsOfOthers } from './steps-available.ts';
import { refusalToWork } from './work-rules.ts';

/** The page of one exemplar with the sections that other folders hand in. */
export const showRoute = (parts: readonly ExemplarPart[]): Route =>
  get('/dien-hinh/:id', 'signed_in', (visit) =>
    withExemplar(visit, (exemplar) => showExemplar(visit, exemplar, parts)),
  );

/** Finds the exemplar of the address within reach; what is not there and what one may not see answer alike. */
export async function withExemplar(
  visit: Visit,
  answer: (exemplar: ExemplarInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const exemplar = id === null ? null : await findExemplar(visit.get('deps').db, actorOf(visit), id);
  return exemplar ? answer(exemplar) : notFoundPage(visit);
}

async function showExemplar(
  visit: Visit,
  exemplar: ExemplarInView,
  parts: readonly ExemplarPart[],
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const [facts, events, gaps, presentOffices, history, returns, carry, contents] = await Promise.all([
    guardFacts(db, exemplar, today),
    lifeEvents(db, exemplar.id),
    gapsOf(db, exemplar.id),
    presentOffice(db, exemplar.officeId, today),
    historyOf(db, 'exemplar', exemplar.id),
    exemplar.state === 'returned' ? returnsOf(db, 'exemplar', exemplar.id) : [],
    exemplar.mergedIntoId ? openCarry(db, exemplar.id) : null,
    Promise.all(parts.map((part) => part.render(visit, exemplar))),
  ]);
  const available = availableSteps(exemplar, facts, actorOf(visit));
  const refusedAlready = new Set(available.flatMap((step) => step.reasons.map((reason) => reason.sentence)));
  const sections = new Set(['dang-ky', ...parts.map((part) => part.id)]);
  const year = Number(today.slice(0, 4));
  const openFile = exemplar.state === 'found' || exemplar.state === 'returned';
  const tasks = openFile ? registerTasks(await registerFacts(db, exemplar, facts)) : null;
  const missing = whatIsMissing({ exemplar, facts, events, gaps, year, sections });
  return officePage(visit, {
    title: exemplar.subject.fullName,
    pictures: true,
    children: (
      <ExemplarPage
        exemplar={exemplar}
        today={today}
        returns={returns}
        presentOffices={presentOffices}
        carried={carry ? backInWords(carry) : null}
        life={lifeLine(exemplar, events)}
        steps={{ available, others: stepsOfOthers(exemplar) }}
        missing={tasks ? [] : missing.filter((item) => !refusedAlready.has(item.text))}
        tasks={tasks}
        mayEdit={refusalToWork(exemplar, 'registration') === null}
        parts={parts.map(({ id, title }, index) => ({ id, title, content: contents[index] ?? null }))}
        history={history}
      />
    ),
  });
}
