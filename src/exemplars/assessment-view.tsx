import { countResults, RESULT_NAMES, type Result } from '../criteria/assess.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { AssessedCriterion, Assessment } from './assessment-queries.ts';

interface ViewProps {
  latest: Assessment | null;
  /** Made with another set than the field has now. */
  outdated: boolean;
  /** Why there is nothing to assess by; null when there is. */
  nothing: string | null;
  /** Null when the one who looks may not assess. */
  assessHref: string | null;
}

/** The latest assessment: how much is met, and why, criterion by criterion. */
export function AssessmentView({ latest, outdated, nothing, assessHref }: ViewProps) {
  if (!latest) {
    return (
      <EmptyState
        title="Chưa đánh giá theo tiêu chí"
        action={assessHref ? <ButtonLink href={assessHref}>Đánh giá theo tiêu chí</ButtonLink> : undefined}
      >
        {nothing ?? 'Kết quả từng tiêu chí của lĩnh vực sẽ hiện ở đây, kèm lời giải thích.'}
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {outdated ? (
        <Notice tone="warn" title="Đánh giá theo bộ tiêu chí khác">
          <p>Lĩnh vực của hồ sơ nay dùng bộ tiêu chí khác: cần đánh giá lại trước khi chọn.</p>
        </Notice>
      ) : null}
      <p>
        {summaryInWords(latest.answers)} Bộ tiêu chí: <a href="/danh-muc/tieu-chi">{latest.setName}</a>. Đánh
        giá ngày {formatDate(latest.assessedOn)}
        {latest.assessedBy ? `, ${latest.assessedBy} ghi` : ''}.
      </p>
      <ResultTable answers={latest.answers} />
      {assessHref ? (
        <p>
          <ButtonLink href={assessHref} icon="edit" small>
            Đánh giá lại
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

/** "Đạt 3 trong 5 tiêu chí bắt buộc; không đạt 1; chưa rõ 1." */
export function summaryInWords(answers: readonly Pick<AssessedCriterion, 'mandatory' | 'result'>[]): string {
  const mandatory = answers.filter((one) => one.mandatory);
  const others = answers.filter((one) => !one.mandatory);
  const parts = [
    ...(mandatory.length > 0 ? [countInWords(mandatory, 'tiêu chí bắt buộc')] : []),
    ...(others.length > 0 ? [countInWords(others, 'tiêu chí không bắt buộc')] : []),
  ];
  return parts.join(' ');
}

function countInWords(answers: readonly { result: Result }[], what: string): string {
  const count = countResults(answers.map((one) => one.result));
  const rest = [
    ...(count.not_met > 0 ? [`không đạt ${count.not_met}`] : []),
    ...(count.unknown > 0 ? [`chưa rõ ${count.unknown}`] : []),
  ];
  return `${[`Đạt ${count.met} trong ${answers.length} ${what}`, ...rest].join('; ')}.`;
}

const RESULT_TONES: Record<Result, Tone> = { met: 'good', not_met: 'stopped', unknown: 'warn' };

function ResultTable({ answers }: { answers: readonly AssessedCriterion[] }) {
  return (
    <DataTable
      caption="Kết quả từng tiêu chí"
      captionHidden
      columns={[
        { key: 'name', label: 'Tiêu chí', width: 'wide' },
        { key: 'result', label: 'Kết quả', width: 'narrow' },
        { key: 'why', label: 'Vì sao', width: 'wide' },
      ]}
      rows={answers.map(({ name, mandatory, result, explanation, answer }, index) => ({
        name: (
          <>
            {index + 1}. {name}
            {mandatory ? null : <span class="summary-note">Không bắt buộc</span>}
          </>
        ),
        result: <StateTag tone={RESULT_TONES[result]} word={RESULT_NAMES[result]} />,
        why: (
          <>
            {explanation}
            {answer.note ? <span class="summary-note">Căn cứ: {answer.note}</span> : null}
          </>
        ),
      }))}
    />
  );
}
