import type { Child } from 'hono/jsx';
import type { HistoryEntry } from '../audit/timeline.ts';
import { DeskLine } from '../desks/desk-line.tsx';
import { ReturnReasons } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { History } from '../web/history.tsx';
import { ActionsPanel, type Offered } from './actions.tsx';
import type { PlannedExemplar, Target, WrittenPart } from './content.ts';
import type { AttachedFile } from './content-queries.ts';
import { ExemplarsTable, FilesTable, PartsView, TargetsTable } from './content-view.tsx';
import type { LinkedFile } from './link-queries.ts';
import type { UnitPlanInView } from './queries.ts';
import { isLate, UnitPlanStateTag } from './state-tag.tsx';
import type { Submission } from './versions-queries.ts';
import { VersionsTable } from './versions-view.tsx';

export interface ShowProps {
  plan: UnitPlanInView;
  parts: readonly WrittenPart[];
  targets: readonly Target[];
  exemplars: readonly PlannedExemplar[];
  /** What became of the listed exemplars, by their place in the list. */
  links: ReadonlyMap<number, LinkedFile>;
  registered: ReadonlyMap<string, number>;
  files: readonly AttachedFile[];
  submissions: readonly Submission[];
  returns: readonly PaperReturn[];
  offered: readonly Offered[];
  warnings: readonly string[];
  history: readonly HistoryEntry[];
  /** Where the paper is and was, as the folder `desks` shows it. */
  desk: Child;
  today: Day;
}

export function UnitPlanPage(props: ShowProps) {
  const {
    plan,
    parts,
    targets,
    exemplars,
    links,
    registered,
    files,
    submissions,
    returns,
    offered,
    warnings,
  } = props;
  const base = `/ke-hoach-don-vi/${plan.id}`;
  const open = plan.mayWrite && (plan.state === 'draft' || plan.state === 'returned');
  return (
    <>
      <PageHead
        title={`Kế hoạch của ${plan.officeName}`}
        kicker={`${plan.planKind} ${plan.planNumber} · ${plan.periodWords}`}
        crumbs={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: plan.planNumber, href: `/ke-hoach/${plan.planId}` },
          { label: 'Kế hoạch của đơn vị', href: `/ke-hoach/${plan.planId}/don-vi` },
          { label: plan.officeName },
        ]}
        tag={
          <>
            <UnitPlanStateTag state={plan.state} />
            {isLate(plan) ? (
              <>
                {' '}
                <StateTag tone="warn" word="gửi muộn" shape="clock" />
              </>
            ) : null}
          </>
        }
        lead={<DeskLine stay={plan.stay} today={props.today} />}
        actions={<Downloads base={base} />}
      />
      {plan.state === 'returned' ? <ReturnReasons returns={returns} /> : null}
      <InForce plan={plan} submissions={submissions} />
      <ActionsPanel plan={plan} offered={offered} warnings={warnings} />
      <Section id="noi-dung" title="Nội dung">
        <PartsView parts={parts} />
      </Section>
      <Section id="chi-tieu" title="Chỉ tiêu" count={targets.length}>
        <TargetsTable targets={targets} />
      </Section>
      <Section id="dien-hinh" title="Điển hình dự kiến xây dựng" count={exemplars.length}>
        <ExemplarsTable
          exemplars={exemplars}
          came={{ links, registered, linkAt: plan.mayWrite ? `${base}/dien-hinh` : null }}
        />
      </Section>
      <Section
        id="tep"
        title="Tệp kèm theo"
        count={files.length}
        actions={
          open ? (
            <ButtonLink href={`${base}/tep/moi`} icon="upload" small>
              Đính kèm tệp
            </ButtonLink>
          ) : null
        }
      >
        <FilesTable unitPlanId={plan.id} files={files} open={open} />
      </Section>
      <Section id="cac-lan" title="Các lần gửi" count={submissions.length}>
        <VersionsTable plan={plan} submissions={submissions} />
      </Section>
      <Section id="noi-giu" title="Văn bản đang ở đâu">
        {props.desk}
      </Section>
      <Section id="thong-tin" title="Thông tin">
        <SummaryList
          items={[
            { label: 'Thời gian thực hiện', value: plan.periodWords },
            { label: 'Hạn gửi', value: formatDate(plan.dueOn) },
            {
              label: 'Gửi lần đầu',
              value: plan.firstSubmittedOn ? formatDate(plan.firstSubmittedOn) : 'chưa gửi',
            },
            { label: 'Cơ quan nhận', value: plan.receiverName ?? 'theo nhiệm vụ, xác định khi gửi' },
          ]}
        />
      </Section>
      <Section id="nhat-ky" title="Nhật ký">
        <History entries={props.history} label="Nhật ký của kế hoạch" />
      </Section>
    </>
  );
}

const Downloads = ({ base }: { base: string }) => (
  <>
    <ButtonLink href={`${base}/ke-hoach.docx`} icon="download" small>
      Word
    </ButtonLink>
    <ButtonLink href={`${base}/ke-hoach.pdf`} icon="download" small>
      PDF
    </ButtonLink>
    <ButtonLink href={`${base}/mau-giay.pdf`} icon="print" small>
      Mẫu giấy
    </ButtonLink>
  </>
);

/** While the next edition is being written or read, the approved one holds. */
function InForce({ plan, submissions }: Pick<ShowProps, 'plan' | 'submissions'>) {
  const held = submissions.find(({ id }) => id === plan.inForceSubmissionId);
  if (!held || plan.state === 'approved') return null;
  return (
    <Notice
      tone="info"
      title={`Lần ${held.edition} đang có hiệu lực, đã duyệt ngày ${formatDate(held.approvedOn)}`}
    >
      <p>
        Nội dung dưới đây là lần {plan.edition}, chỉ có hiệu lực khi được duyệt.{' '}
        <a href={`/ke-hoach-don-vi/${plan.id}/lan/${held.id}`}>Xem lần đang có hiệu lực</a>
      </p>
    </Notice>
  );
}
