import { findExemplar } from '../exemplars/queries.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { parseDate } from '../ui/format.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { readCursor } from '../web/list-cursor.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { answerQuestion, type QuestionToMe, questionToMe } from './ask.ts';
import { findLead, READERS } from './queries.ts';
import { type QuestionFilter, questionsPage } from './question-list.ts';
import { QuestionListPage } from './question-list-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { answerForm } from './step-forms.ts';
import { leadPath, QUESTIONS_PATH } from './words.ts';

const PATH = `${QUESTIONS_PATH}/:id`;

/** The pages on which an office reads and answers what it was asked about a lead or an exemplar. */
export const questionRoutes: Route[] = [
  get(QUESTIONS_PATH, READERS, showList),
  get(PATH, READERS, (visit) => withQuestion(visit, (question) => questionPage(visit, question, {}, {}, []))),
  post(PATH, READERS, (visit) => withQuestion(visit, (question) => take(visit, question))),
];

async function showList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const filter: QuestionFilter = {
    answered: queryChoice(visit, 'muc', ['da-tra-loi']) !== null,
    after: placeIn(visit.req.query('sau') ?? ''),
  };
  const page = await questionsPage(db, actorOf(visit), filter);
  return officePage(visit, {
    title: 'Câu hỏi gửi đơn vị',
    children: <QuestionListPage {...page} filter={filter} today={clock.today()} />,
  });
}

/** Anything else than a row of such a list begins at the first page. */
function placeIn(written: string): QuestionFilter['after'] {
  const [day, id] = readCursor(written, ['string', 'number']) ?? [];
  const on = parseDate(String(day));
  return on && typeof id === 'number' ? { on, id } : null;
}

async function withQuestion(
  visit: Visit,
  answer: (question: QuestionToMe) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const question = id === null ? null : await questionToMe(visit.get('deps').db, actorOf(visit), id);
  return question ? answer(question) : notFoundPage(visit);
}

async function take(visit: Visit, question: QuestionToMe): Promise<Response> {
  const form = await readForm(visit, answerForm);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    questionPage(visit, question, form.typed, errors, reasons);
  if (!form.ok) return again(form.errors, []);
  const outcome = await answerQuestion(acting(visit, form.key), {
    questionId: question.id,
    answer: form.value.answer,
  });
  if (outcome.ok) return redirectWith(visit, '/viec-cua-toi', 'Đã gửi câu trả lời.');
  return answerRefusal(visit, outcome.refusal, { again, backTo: '/viec-cua-toi', sent: form });
}

async function questionPage(
  visit: Visit,
  question: QuestionToMe,
  typed: Typed,
  errors: FieldErrors,
  reasons: Reason[],
): Promise<Response> {
  return officePage(visit, {
    title: `Được hỏi về ${question.about ?? ''}`,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <QuestionPage
        question={question}
        href={await hrefOf(visit, question)}
        today={visit.get('deps').clock.today()}
        typed={typed}
        errors={errors}
        reasons={reasons}
      />
    ),
  });
}

/** Whoever is asked about a file need not see it. */
async function hrefOf(visit: Visit, { leadId, exemplarId }: QuestionToMe): Promise<string | null> {
  const { db } = visit.get('deps');
  if (leadId !== null) return (await findLead(db, actorOf(visit), leadId)) && leadPath(leadId);
  const exemplar = await findExemplar(db, actorOf(visit), exemplarId ?? 0);
  return exemplar && `/dien-hinh/${exemplar.id}`;
}
