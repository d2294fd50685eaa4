import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { AnswerForm } from './answer-fields.tsx';
import type { Asked, Assessed } from './asked.ts';
import { RESULT_NAMES } from './finding.ts';
import { RESULT_TONES, ResultTable } from './result-table.tsx';
import { SETS_CRUMBS, SETS_PATH } from './set-words.tsx';

export const KIND_OF_SUBJECT = 'chu-the';

interface TryProps {
  asked: Asked;
  kind: SubjectKind;
  typed: Typed;
  errors: FieldErrors;
  /** What came of the answers; null before any were sent. */
  assessed: Assessed | null;
}

/** Sample answers held against a set, nothing stored: so that a draft is understood before it is used. */
export function TryPage({ asked, kind, typed, errors, assessed }: TryProps) {
  const { set, criteria } = asked;
  const path = `${SETS_PATH}/${set.id}`;
  const at = (one: SubjectKind) => `${path}/thu?${KIND_OF_SUBJECT}=${one}`;
  return (
    <>
      <PageHead
        title="Thử bộ tiêu chí"
        crumbs={[...SETS_CRUMBS, { label: set.name, href: path }, { label: 'Thử' }]}
        lead="Điền câu trả lời mẫu để xem kết quả và lời giải thích. Không có gì được lưu lại."
      />
      {set.subjectKinds.length > 1 ? (
        <SwitchLinks
          label="Loại chủ thể"
          links={set.subjectKinds.map((one) => ({
            label: SUBJECT_KIND_NAMES[one],
            href: at(one),
            current: one === kind,
          }))}
        />
      ) : null}
      {assessed ? (
        <Section id="ket-qua" title="Kết quả thử">
          <p>
            <StateTag
              tone={RESULT_TONES[assessed.verdict.result]}
              word={RESULT_NAMES[assessed.verdict.result]}
            />
            {` – ${assessed.verdict.summary}`}
          </p>
          <ResultTable results={resultsOf(asked, assessed)} />
        </Section>
      ) : null}
      <form method="post" action={at(kind)} class="form">
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} />
        {criteria.length === 0 ? <p>Bộ này không hỏi gì ở loại chủ thể này.</p> : null}
        <AnswerForm
          asked={asked}
          kept={new Map()}
          keptGroups={{}}
          field={fieldOf(typed, errors)}
          withNotes={false}
        />
        <ButtonRow>
          <Button kind="primary">Xem kết quả</Button>
          <ButtonLink kind="quiet" href={path}>
            Về bộ tiêu chí
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

const resultsOf = ({ criteria }: Asked, { results }: Assessed) =>
  criteria.flatMap((criterion) => {
    const found = results.get(criterion.id);
    if (!found) return [];
    const points = found.points && { ...found.points, most: criterion.points };
    return [{ ...criterion, ...found, points }];
  });
