import type { Child } from 'hono/jsx';
import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { ExemplarInView } from './queries.ts';
import { ExemplarStateTag, SampleMark } from './show-marks.tsx';
import type { MergeCandidate } from './step-pages-merge.ts';
import { CONSEQUENCES, stepPath } from './step-pages-words.ts';
import { exemplarWorkflow } from './workflow.ts';

/** The head of the pages on which a file is merged: which one, what will happen, and why it cannot. */
export function MergeFrame(props: {
  exemplar: ExemplarInView;
  /** What stands in the way of any merge. */
  reasons: readonly Reason[];
  children: Child;
}) {
  const { exemplar, reasons, children } = props;
  const { label } = exemplarWorkflow.actions.merge;
  const backTo = `/dien-hinh/${exemplar.id}`;
  const name = exemplar.subject.fullName;
  return (
    <>
      <PageHead
        title={label}
        crumbs={[{ label: 'Điển hình', href: '/dien-hinh' }, { label: name, href: backTo }, { label }]}
        kicker={`${name}, ${exemplar.officeName}`}
        tag={
          <>
            <ExemplarStateTag state={exemplar.state} /> {'\u2003'}
            <SampleMark shown={exemplar.isSample} />
          </>
        }
      />
      {reasons.length > 0 ? (
        <>
          <RefusalList title={`Chưa thể “${label}”`} reasons={reasons} />
          <ButtonRow>
            <ButtonLink href={backTo}>Về hồ sơ</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <Notice tone="info">{CONSEQUENCES.merge}</Notice>
          {children}
        </>
      )}
    </>
  );
}

export interface ChooseProps {
  exemplar: ExemplarInView;
  /** Files that this one may be merged into, and the name they were looked for by. */
  candidates: readonly MergeCandidate[];
  soughtName: string;
  error: string | null;
}

/** The first page: which file is kept; the next one shows both. */
export function ChooseOther({ exemplar, candidates, soughtName, error }: ChooseProps) {
  const path = stepPath(exemplar.id, 'merge');
  return (
    <>
      <search>
        <form method="get" action={path} class="filter-form">
          <div class="field">
            <label class="field-label" for="f-tim">
              Tìm hồ sơ được giữ theo tên
            </label>
            <input class="input" id="f-tim" name="tim" type="search" value={soughtName} maxlength={100} />
          </div>
          <Button icon="search">Tìm</Button>
        </form>
      </search>
      {candidates.length === 0 ? (
        <Notice tone="warn">
          Không thấy hồ sơ nào có tên gần giống “{soughtName}” trong phạm vi của bạn. Hãy tìm theo tên khác.
        </Notice>
      ) : null}
      <form method="get" action={path}>
        <ErrorSummary errors={error ? { [candidates.length > 0 ? 'giu' : 'tim']: error } : {}} />
        {candidates.length === 0 ? null : (
          <>
            <RadioGroup
              name="giu"
              label="Hồ sơ được giữ"
              required
              value=""
              error={error ?? undefined}
              options={candidates.map((one) => ({
                value: String(one.id),
                label: one.fullName,
                hint: hintOf(one),
              }))}
            />
            <ButtonRow>
              <Button kind="primary">Xem hai hồ sơ cạnh nhau</Button>
              <ButtonLink href={`/dien-hinh/${exemplar.id}`} kind="quiet">
                Không, về hồ sơ
              </ButtonLink>
            </ButtonRow>
          </>
        )}
      </form>
    </>
  );
}

const hintOf = ({ officeName, fieldName, state, id }: MergeCandidate): string =>
  [officeName, fieldName, exemplarWorkflow.states[state].name, `hồ sơ số ${id}`].filter(Boolean).join(' · ');
