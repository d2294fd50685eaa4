import type { Child } from 'hono/jsx';
import { RESULT_NAMES } from '../criteria/finding.ts';
import { chosenInWords } from '../criteria/grouping.ts';
import { RESULT_TONES, ResultTable } from '../criteria/result-table.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Assessment, PastAssessment } from './assessment-rows.ts';

interface ViewProps {
  exemplarId: number;
  /** The latest of each set, the one that counts first. */
  latest: readonly Assessment[];
  history: readonly PastAssessment[];
  /** The set that one assesses by today. */
  asked: { id: number; chain: number; edition: number; validFrom: string | null } | null;
  /** Why there is nothing to assess by; null when there is. */
  nothing: string | null;
  /** Null when the one who looks may not assess. */
  assessHref: string | null;
  /** Other sets that one may assess by today. */
  others: readonly { id: number; name: string }[];
}

/** The latest assessment: how much is met, and why, criterion by criterion; and those by other sets and before. */
export function AssessmentView(props: ViewProps) {
  const { latest, nothing, assessHref, others, history, exemplarId } = props;
  const [first, ...rest] = latest;
  const counts = first?.ofField ? first : null;
  const beside = counts ? rest : latest;
  return (
    <div class="stack">
      {counts ? (
        <CountingAssessment assessment={counts} {...props} />
      ) : (
        <NotYet outdated={first !== undefined && props.asked !== null} {...{ nothing, assessHref }} />
      )}
      {beside.map((assessment) => (
        <Fold summary={`Theo bộ “${nameOf(assessment)}”: ${RESULT_NAMES[assessment.result]}`}>
          <AssessmentDetails assessment={assessment} />
        </Fold>
      ))}
      {assessHref && others.length > 0 ? <OtherSets {...{ exemplarId, others }} /> : null}
      {history.length > 1 ? <History {...{ exemplarId, history }} /> : null}
    </div>
  );
}

function NotYet({
  outdated,
  nothing,
  assessHref,
}: Pick<ViewProps, 'nothing' | 'assessHref'> & { outdated: boolean }) {
  const action =
    assessHref && !nothing ? <ButtonLink href={assessHref}>Đánh giá theo tiêu chí</ButtonLink> : undefined;
  if (outdated) {
    return (
      <Notice tone="warn" title="Chưa đánh giá theo bộ tiêu chí của lĩnh vực">
        <p>Các đánh giá dưới đây theo bộ tiêu chí khác nên không tính khi lựa chọn.</p>
        {action ? <p>{action}</p> : null}
      </Notice>
    );
  }
  return (
    <EmptyState title="Chưa đánh giá theo tiêu chí" action={action}>
      {nothing ?? 'Kết quả từng tiêu chí của lĩnh vực sẽ hiện ở đây, kèm lời giải thích.'}
    </EmptyState>
  );
}

function CountingAssessment({ assessment, asked, assessHref }: ViewProps & { assessment: Assessment }) {
  const newer = asked !== null && asked.chain === assessment.chain && asked.id !== assessment.setId;
  return (
    <>
      {newer ? (
        <Notice tone="warn" title="Nay đã có lần mới của bộ tiêu chí">
          <p>
            Đánh giá này theo lần {assessment.edition} và giữ nguyên như vậy.{' '}
            <a href={`/danh-muc/tieu-chi/${asked.id}`}>Lần {asked.edition}</a>
            {asked.validFrom ? ` áp dụng từ ${formatDate(asked.validFrom)}` : ' nay đang áp dụng'}: đánh giá
            lại nếu cần.
          </p>
        </Notice>
      ) : null}
      <AssessmentDetails assessment={assessment} />
      {assessHref ? (
        <p>
          <ButtonLink href={assessHref} icon="edit" small>
            Đánh giá lại
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

/** One assessment as it was made: the whole, then criterion by criterion. */
export function AssessmentDetails({ assessment }: { assessment: Assessment }) {
  const { summary, result, setId, groupings, groups, answers } = assessment;
  const chosen = chosenInWords(groupings, groups);
  return (
    <>
      <p>
        <StateTag tone={RESULT_TONES[result]} word={RESULT_NAMES[result]} />
        {` – ${summary}`}
      </p>
      <p class="muted">
        Bộ tiêu chí: <a href={`/danh-muc/tieu-chi/${setId}`}>{nameOf(assessment)}</a>.
        {chosen ? ` ${chosen}.` : ''} Đánh giá ngày {formatDate(assessment.assessedOn)}
        {assessment.assessedBy ? `, ${assessment.assessedBy} ghi` : ''}.
      </p>
      <ResultTable results={answers.map((one) => ({ ...one, id: one.criterionId, note: one.answer.note }))} />
    </>
  );
}

const nameOf = ({ setName, edition }: { setName: string; edition: number }): string =>
  edition > 1 ? `${setName} (lần ${edition})` : setName;

function OtherSets({ exemplarId, others }: Pick<ViewProps, 'exemplarId' | 'others'>) {
  return (
    <Fold summary="Đánh giá theo bộ tiêu chí khác">
      <p class="muted">
        Không thay cho bộ tiêu chí của lĩnh vực; để biết chủ thể còn đạt danh hiệu, chuẩn nào khác.
      </p>
      <ul>
        {others.map(({ id, name }) => (
          <li>
            <a href={`/dien-hinh/${exemplarId}/danh-gia-khac/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function History({ exemplarId, history }: Pick<ViewProps, 'exemplarId' | 'history'>) {
  const cells = (one: PastAssessment): Record<string, Child> => ({
    on: <a href={`/dien-hinh/${exemplarId}/danh-gia/${one.id}`}>{formatDate(one.assessedOn)}</a>,
    set: nameOf(one),
    result: one.result ? (
      <StateTag tone={RESULT_TONES[one.result]} word={RESULT_NAMES[one.result]} />
    ) : (
      'xem từng tiêu chí'
    ),
    by: one.assessedBy ?? 'Chương trình',
  });
  return (
    <Fold summary={`Các lần đánh giá (${history.length})`}>
      <DataTable
        caption="Các lần đánh giá"
        captionHidden
        columns={[
          { key: 'on', label: 'Ngày', width: 'narrow' },
          { key: 'set', label: 'Bộ tiêu chí', width: 'wide' },
          { key: 'result', label: 'Kết luận', width: 'narrow' },
          { key: 'by', label: 'Người ghi' },
        ]}
        rows={history.map(cells)}
      />
    </Fold>
  );
}
