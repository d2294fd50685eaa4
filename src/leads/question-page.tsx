import type { Day } from '../platform/clock.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { QuestionToMe } from './ask.ts';
import { Lines } from './look-up-page.tsx';
import { LONGEST } from './rules.ts';
import { QUESTIONS_PATH, questionPath } from './words.ts';

interface QuestionPageProps {
  question: QuestionToMe;
  /** The page of the lead or of the exemplar; null where the actor does not see it. */
  href: string | null;
  today: Day;
  typed: Typed;
  errors: FieldErrors;
  reasons: readonly Reason[];
}

/** What an office was asked about somebody, and its answer. */
export function QuestionPage(props: QuestionPageProps) {
  const { question, reasons } = props;
  const about = question.about ?? '';
  return (
    <>
      <PageHead
        title={`Được hỏi về ${about}`}
        crumbs={[
          { label: 'Việc của tôi', href: '/viec-cua-toi' },
          { label: 'Câu hỏi', href: QUESTIONS_PATH },
          { label: about },
        ]}
        kicker={`Câu hỏi gửi ${question.officeName}`}
      />
      <Facts {...props} />
      {question.answer === null ? (
        <AnswerForm {...props} />
      ) : (
        <RefusalList title="Chưa gửi được" reasons={reasons} />
      )}
    </>
  );
}

function Facts({ question, href, today }: QuestionPageProps) {
  const { askedBy, askedOn, dueOn, words, answer, answeredOn, leadId } = question;
  const late = answer === null && dueOn < today;
  const place = leadId === null ? 'Tóm tắt trong hồ sơ' : 'Lời giới thiệu';
  const open = leadId === null ? 'Mở hồ sơ' : 'Mở lời giới thiệu';
  return (
    <SummaryList
      items={[
        { label: 'Câu hỏi', value: <Lines>{question.question}</Lines> },
        { label: 'Người hỏi', value: askedBy, note: `ngày ${formatDate(askedOn)}` },
        ...(answer === null
          ? [
              {
                label: 'Hạn trả lời',
                value: late ? (
                  <>
                    {formatDate(dueOn)} {'\u2003'}
                    <StateTag tone="warn" word="quá hạn" />
                  </>
                ) : (
                  formatDate(dueOn)
                ),
                note: late ? 'Vẫn trả lời được.' : undefined,
              },
            ]
          : []),
        {
          label: place,
          value: words ? <Lines>{words}</Lines> : null,
          note: href ? <a href={href}>{open}</a> : undefined,
        },
        ...(answer === null
          ? []
          : [
              {
                label: 'Câu trả lời',
                value: <Lines>{answer}</Lines>,
                note: `ngày ${formatDate(answeredOn)}${answeredOn !== null && answeredOn > dueOn ? `, sau hạn ${formatDate(dueOn)}` : ''}`,
              },
            ]),
      ]}
    />
  );
}

function AnswerForm({ question, typed, errors, reasons }: QuestionPageProps) {
  return (
    <form method="post" class="form" action={questionPath(question.id)}>
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa gửi được" reasons={reasons} />
      <HiddenFields typed={typed} />
      <TextArea
        name="answer"
        label="Câu trả lời"
        hint="Gửi một lần, không sửa được sau khi gửi. Cán bộ xử lý hồ sơ đọc được, người giới thiệu thì không."
        required
        maxlength={LONGEST.what}
        value={typeof typed.answer === 'string' ? typed.answer : ''}
        error={errors.answer}
      />
      <ButtonRow>
        <Button kind="primary">Gửi câu trả lời</Button>
        <ButtonLink href={QUESTIONS_PATH} kind="quiet">
          Để sau
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
