import type { Day } from '../platform/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { FieldsTable } from './pages-fields.tsx';
import { StageLine } from './pages-stages.tsx';
import { spanInWords } from './pages-when.ts';
import type { Basis, PlanInList, PlanInView, PlanState, Stage } from './queries.ts';

const STATES = {
  draft: { tone: 'neutral', word: 'Dự thảo' },
  in_force: { tone: 'progress', word: 'Đang thực hiện' },
  closed: { tone: 'good', word: 'Đã kết thúc' },
} as const satisfies Record<PlanState, { tone: string; word: string }>;

/** All plans, the newest period first. */
export function PlanListPage({ plans }: { plans: readonly PlanInList[] }) {
  return (
    <>
      <PageHead
        title="Kế hoạch"
        lead="Các kế hoạch xây dựng điển hình tiên tiến, giai đoạn gần nhất đứng trước."
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
              <a href={`/ke-hoach/${plan.id}`}>{`${plan.kind} ${plan.number}`}</a>
              <br />
              <span class="muted">{plan.title}</span>
            </>
          ),
          issuer: plan.issuerName,
          period: `${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}`,
          state: <StateTag {...STATES[plan.state]} />,
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

/** One plan: its facts, its stages with today, its fields and how their quotas stand. */
export function PlanPage({ plan, today }: { plan: PlanInView; today: Day }) {
  const name = `${plan.kind} ${plan.number}`;
  return (
    <>
      <PageHead
        title={plan.title}
        crumbs={[{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: name }]}
        kicker={name}
        tag={<StateTag {...STATES[plan.state]} />}
      />
      {plan.stages.length > 0 ? <StageLine plan={plan} today={today} /> : null}
      <Section id="linh-vuc" title="Lĩnh vực và chỉ tiêu" count={plan.fields.length}>
        <FieldsTable fields={plan.fields} />
      </Section>
      <Section id="giai-doan" title="Việc của từng giai đoạn">
        {plan.stages.map((stage) => (
          <StageDuties stage={stage} />
        ))}
      </Section>
      {plan.unitPlanParts.length > 0 ? (
        <Section
          id="ke-hoach-don-vi"
          title="Kế hoạch của đơn vị phải có"
          intro="Mỗi đơn vị xây dựng kế hoạch của mình với đủ các phần sau."
        >
          <ol>
            {plan.unitPlanParts.map((part) => (
              <li>{part}</li>
            ))}
          </ol>
        </Section>
      ) : null}
      <Section id="thong-tin" title="Văn bản">
        <SummaryList
          items={[
            { label: 'Số, ký hiệu', value: plan.number },
            { label: 'Cơ quan ban hành', value: plan.issuerName },
            { label: 'Người ký', value: plan.signer },
            { label: 'Ngày ban hành', value: formatDate(plan.issuedOn), note: plan.issuedAt ?? undefined },
            {
              label: 'Thời gian thực hiện',
              value: `${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}`,
            },
            { label: 'Căn cứ', value: plan.basis.length > 0 ? <BasisList basis={plan.basis} /> : null },
          ]}
        />
      </Section>
    </>
  );
}

function StageDuties({ stage }: { stage: Stage }) {
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
