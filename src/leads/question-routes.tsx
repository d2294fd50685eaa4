import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { answerQuestion, type QuestionToMe, questionToMe } from './ask.ts';
import { Lines } from './look-up-page.tsx';
import { READERS } from './queries.ts';
import { LONGEST } from './rules.ts';
import { answerForm } from './step-forms.ts';

const PATH = '/cau-hoi/:id';

/** The page on which an office answers what it was asked about a lead or an exemplar. */
export const questionRoutes: Route[] = [
  get(PATH, READERS, (visit) => withQuestion(visit, (question) => questionPage(visit, question, {}, {}, []))),
  post(PATH, READERS, (visit) => withQuestion(visit, (question) => take(visit, question))),
];

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

function questionPage(
  visit: Visit,
  question: QuestionToMe,
  typed: Typed,
  errors: FieldErrors,
  reasons: Reason[],
): Promise<Response> {
  const about = question.about ?? '';
  const title = `Được hỏi về ${about}`;
  return officePage(visit, {
    title,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead
          title={title}
          crumbs={[{ label: 'Việc của tôi', href: '/viec-cua-toi' }, { label: 'Câu hỏi' }]}
          kicker={question.officeName}
        />
        <SummaryList
          items={[
            { label: 'Câu hỏi', value: <Lines>{question.question}</Lines> },
            { label: 'Người hỏi', value: question.askedBy, note: `ngày ${formatDate(question.askedOn)}` },
            { label: 'Trả lời trước ngày', value: formatDate(question.dueOn) },
            { label: 'Lời kể', value: question.words ? <Lines>{question.words}</Lines> : null },
            ...(question.answer
              ? [
                  {
                    label: `Đã trả lời ngày ${formatDate(question.answeredOn)}`,
                    value: <Lines>{question.answer}</Lines>,
                  },
                ]
              : []),
          ]}
        />
        {question.answer === null ? (
          <form method="post" class="form" action={visit.req.path}>
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa gửi được" reasons={reasons} />
            <HiddenFields typed={typed} />
            <TextArea
              name="answer"
              label="Câu trả lời"
              required
              maxlength={LONGEST.what}
              value={typeof typed.answer === 'string' ? typed.answer : ''}
              error={errors.answer}
            />
            <ButtonRow>
              <Button kind="primary">Gửi câu trả lời</Button>
            </ButtonRow>
          </form>
        ) : (
          <RefusalList title="Chưa gửi được" reasons={reasons} />
        )}
      </>
    ),
  });
}
