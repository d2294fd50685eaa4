import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { spanInWords } from './pages-when.ts';
import type { Basis, PlanInList, PlanInView, PlanState, Stage } from './queries.ts';

export const PLAN_STATES = {
  draft: { tone: 'neutral', word: 'Dự thảo' },
  in_force: { tone: 'progress', word: 'Đang thực hiện' },
  closed: { tone: 'good', word: 'Đã kết thúc' },
} as const satisfies Record<PlanState, { tone: string; word: string }>;

/** All plans, the newest period first. */
export function PlanListPage({ plans, mayWrite }: { plans: readonly PlanInList[]; mayWrite: boolean }) {
  return (
    <>
      <PageHead
        title="Kế hoạch"
        lead="Các kế hoạch xây dựng điển hình tiên tiến, giai đoạn gần nhất đứng trước."
        actions={
          mayWrite ? (
            <>
              <ButtonLink href="/ke-hoach/doc-van-ban" icon="plan">
                Đọc từ văn bản
              </ButtonLink>
              <ButtonLink href="/ke-hoach/moi" kind="primary" icon="plus">
                Lập kế hoạch
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <DataTable
        caption="Các kế hoạch"
        captionHidden
        columns={[
          { key: 'plan', label: 'Kế hoạch', width: 'wide' },
          { key: 'issuer', label: 'Cơ quan ban hành' },
          { key: 'period', label: 'Thời gian thực hiện' },
          { key: 'state', label: 'Tình trạng' },
        ]}
        rows={plans.map((plan) => ({
          plan: (
            <>
              <a href={`/ke-hoach/${plan.id}`}>{`${plan.kind} ${plan.number || '(chưa có số)'}`}</a>
              <br />
              <span class="muted">{plan.title}</span>
            </>
          ),
          issuer: plan.issuerName,
          period: `${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}`,
          state: <StateTag {...PLAN_STATES[plan.state]} />,
        }))}
        empty={
          <EmptyState title="Chưa có kế hoạch nào">
            Kế hoạch của tỉnh với các giai đoạn, lĩnh vực, chỉ tiêu và cơ quan chủ trì sẽ hiện ở đây. Mọi điển
            hình đều gắn với một kế hoạch.
          </EmptyState>
        }
      />
    </>
  );
}

/** The paper of a plan: its facts, what it rests on, what a unit's own plan must hold. */
export function PlanPaper({ plan }: { plan: PlanInView }) {
  return (
    <SummaryList
      items={[
        { label: 'Số, ký hiệu', value: plan.number || null },
        { label: 'Cơ quan ban hành', value: plan.issuerName },
        { label: 'Người ký', value: plan.signer },
        { label: 'Ngày ban hành', value: formatDate(plan.issuedOn), note: plan.issuedAt ?? undefined },
        {
          label: 'Thời gian thực hiện',
          value: `${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}`,
        },
        { label: 'Căn cứ', value: plan.basis.length > 0 ? <BasisList basis={plan.basis} /> : null },
        {
          label: 'Kế hoạch của đơn vị phải có',
          value: plan.unitPlanParts.length > 0 ? <PartList parts={plan.unitPlanParts} /> : null,
        },
      ]}
    />
  );
}

function PartList({ parts }: { parts: readonly string[] }) {
  return (
    <ol>
      {parts.map((part) => (
        <li>{part}</li>
      ))}
    </ol>
  );
}

/** What a stage asks to be done. */
export function StageDuties({ stage }: { stage: Stage }) {
  return (
    <div>
      <h3>
        {stage.name} <span class="muted">({spanInWords(stage)})</span>
      </h3>
      {stage.who ? <p class="muted">Đơn vị thực hiện: {stage.who}</p> : null}
      <ul>
        {stage.duties.map((duty) => (
          <li>{duty}</li>
        ))}
      </ul>
    </div>
  );
}

function BasisList({ basis }: { basis: readonly Basis[] }) {
  return (
    <ul>
      {basis.map(({ kind, number, issuer, datedOn, about }) => (
        <li>
          {kind} số {number}
          {datedOn ? ` ngày ${formatDate(datedOn)}` : ''} của {issuer}
          {about ? ` về ${about}` : ''}
        </li>
      ))}
    </ul>
  );
}
