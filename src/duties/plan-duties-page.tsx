import type { Child } from 'hono/jsx';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { Day } from '../platform/clock.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { DutyInView, PlanOfDuties } from './duty-queries.ts';
import { dueDaysOf } from './expand.ts';
import { DutyCountLine } from './plan-part.tsx';
import type { DutyCount } from './plan-queries.ts';
import { dutyInWords } from './words.ts';

interface PlanDutiesProps {
  plan: PlanOfDuties;
  duties: readonly DutyInView[];
  counts: ReadonlyMap<number, DutyCount>;
  calendar: WorkCalendar;
  today: Day;
  mayKeep: boolean;
}

/** The duties of a plan, each as a sentence, with its next days. */
export function PlanDutiesPage({ plan, duties, counts, calendar, today, mayKeep }: PlanDutiesProps) {
  const page = `/ke-hoach/${plan.id}`;
  return (
    <>
      <PageHead
        title="Nhiệm vụ của kế hoạch"
        crumbs={[...planCrumbs(plan.id, plan.number), { label: 'Nhiệm vụ' }]}
        lead={`${plan.kind} ${plan.number}: ai làm gì, khi nào, gửi cho ai.`}
        actions={
          <>
            {mayKeep ? (
              <ButtonLink href={`${page}/nhiem-vu/moi`} kind="primary" icon="plus">
                Đặt nhiệm vụ
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/so-viec?ke_hoach=${plan.id}`}>Sổ việc</ButtonLink>
            <ButtonLink href={`${page}/chay-thu`}>Chạy thử một năm</ButtonLink>
          </>
        }
      />
      {plan.state === 'draft' ? (
        <Notice tone="info" title="Kế hoạch còn là dự thảo">
          Việc của từng đơn vị được sinh ra khi kế hoạch có hiệu lực. Có thể chạy thử một năm ngay bây giờ.
        </Notice>
      ) : null}
      {duties.length === 0 ? (
        <EmptyState title="Chưa có nhiệm vụ nào">
          Ở đây ghi ai phải xây dựng kế hoạch, kiểm tra, báo cáo: một lần hoặc theo chu kỳ, hạn ngày nào, gửi
          ai.
        </EmptyState>
      ) : (
        duties.map((duty) => (
          <DutySection
            duty={duty}
            count={counts.get(duty.id)}
            days={dueDaysOf(duty, calendar).filter((day) => day >= today)}
            today={today}
            actions={mayKeep ? <DutyActions duty={duty} /> : undefined}
          />
        ))
      )}
    </>
  );
}

function DutySection(props: {
  duty: DutyInView;
  count: DutyCount | undefined;
  days: readonly Day[];
  today: Day;
  actions: Child;
}) {
  const { duty, count, days, today, actions } = props;
  const next = days.slice(0, 3).map(formatDate).join(', ');
  return (
    <Section id={`nv-${duty.id}`} title={duty.name} actions={actions}>
      <p>{dutyInWords(duty)}</p>
      {duty.endedOn !== null ? (
        <p>
          <StateTag tone="stopped" word={`Đã kết thúc ngày ${formatDate(duty.endedOn)}`} />
        </p>
      ) : null}
      <SummaryList
        items={[
          { label: 'Thời gian', value: `${formatDate(duty.fromOn)} – ${formatDate(duty.toOn)}` },
          {
            label: 'Hạn sắp tới',
            value: days.length === 0 ? 'Không còn' : `${next}${days.length > 3 ? '…' : ''}`,
          },
          {
            label: `Đến ngày ${formatDate(today)}`,
            value: count ? <DutyCountLine count={count} /> : 'Chưa có việc nào',
          },
          { label: 'Căn cứ', value: duty.basis },
        ]}
      />
    </Section>
  );
}

function DutyActions({ duty }: { duty: DutyInView }) {
  const path = `/ke-hoach/${duty.planId}/nhiem-vu/${duty.id}`;
  return (
    <>
      <ButtonLink href={path} small icon="edit">
        Sửa
      </ButtonLink>
      {duty.endedOn === null ? (
        <Dialog trigger="Bỏ" title={`Bỏ nhiệm vụ “${duty.name}”?`} kind="quiet">
          <form method="post" action={`${path}/bo`}>
            <HiddenFields version={duty.version} />
            <p>
              Nếu đã có việc đến hạn, đã xong hoặc được miễn thì nhiệm vụ chỉ kết thúc từ hôm nay; các việc đó
              vẫn ở trong sổ việc.
            </p>
            <ButtonRow>
              <Button kind="danger">Bỏ nhiệm vụ</Button>
            </ButtonRow>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
