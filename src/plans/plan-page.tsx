import type { Child } from 'hono/jsx';
import type { Day } from '../platform/clock.ts';
import type { Reason } from '../platform/outcome.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { Share } from './allocations.ts';
import type { AmendmentInView } from './amend-plan.ts';
import { Amendments } from './amendments-view.tsx';
import type { BranchCounts } from './branches.ts';
import { BranchTable } from './branches-view.tsx';
import { PLAN_STATES, PlanPaper, StageDuties } from './pages.tsx';
import { FieldsTable } from './pages-fields.tsx';
import type { PictureMark } from './picture-layout.ts';
import { PictureView } from './picture-view.tsx';
import { PlanActions } from './plan-actions.tsx';
import type { PlanInView } from './queries.ts';

export interface ShownPart {
  id: string;
  title: string;
  content: Child;
}

export interface PlanPageProps {
  plan: PlanInView;
  today: Day;
  marks: readonly PictureMark[];
  branches: readonly BranchCounts[];
  shares: readonly Share[];
  amendments: readonly AmendmentInView[];
  parts: readonly ShownPart[];
  /** Null: this person only reads. */
  editing: { missing: readonly Reason[]; mayEdit: boolean } | null;
  /** May this person see how the fields choose? */
  mayChoose: boolean;
}

/** One plan as one picture: its time, its fields and quotas, what is due, its offices; then its paper. */
export function PlanPage({
  plan,
  today,
  marks,
  branches,
  shares,
  amendments,
  parts,
  editing,
  mayChoose,
}: PlanPageProps) {
  const name = `${plan.kind} ${plan.number}`.trim();
  const isDraft = plan.state === 'draft';
  const actions = editing ? (
    <div class="not-on-page">
      <PlanActions plan={plan} {...editing} amendments={amendments} />
    </div>
  ) : null;
  return (
    <div class="one-page">
      <PageHead
        title={plan.title}
        crumbs={[{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: name }]}
        kicker={name}
        tag={<StateTag {...PLAN_STATES[plan.state]} />}
        actions={plan.stages.length > 0 ? <SavePicture planId={plan.id} /> : undefined}
      />
      {isDraft ? actions : null}
      {plan.stages.length > 0 ? <PictureView plan={plan} today={today} marks={marks} /> : null}
      {isDraft ? null : actions}
      <Section id="linh-vuc" title="Lĩnh vực và chỉ tiêu" count={plan.fields.length}>
        <FieldsTable plan={plan} shares={shares} mayEdit={editing?.mayEdit ?? false} mayChoose={mayChoose} />
      </Section>
      <div class="one-page-beside">
        <div>
          {parts.map((part) => (
            <Section id={part.id} title={part.title}>
              {part.content}
            </Section>
          ))}
        </div>
        <Section id="don-vi" title="Điển hình theo đơn vị" count={branches.length}>
          <BranchTable branches={branches} />
        </Section>
      </div>
      <PaperSections plan={plan} amendments={amendments} />
      <p class="muted">Số liệu tính đến ngày {formatDate(today)}.</p>
    </div>
  );
}

const SavePicture = ({ planId }: { planId: number }) => (
  <ButtonLink href={`/ke-hoach/${planId}/hinh.svg`} icon="download" small download="ke-hoach.svg">
    Lưu hình (SVG)
  </ButtonLink>
);

/** What the paper itself says: the work of each stage, what changed it, its facts. No part of the picture when printed. */
function PaperSections({ plan, amendments }: Pick<PlanPageProps, 'plan' | 'amendments'>) {
  return (
    <div class="not-on-page">
      <Section id="giai-doan" title="Việc của từng giai đoạn" count={plan.stages.length}>
        {plan.stages.map((stage) => (
          <StageDuties stage={stage} />
        ))}
        {plan.stages.length === 0 ? <p class="muted">Kế hoạch chưa ghi giai đoạn nào.</p> : null}
      </Section>
      {amendments.length > 0 ? (
        <Section id="sua-doi" title="Sửa đổi, bổ sung" count={amendments.length}>
          <Amendments amendments={amendments} />
        </Section>
      ) : null}
      <Section id="thong-tin" title="Văn bản">
        <PlanPaper plan={plan} />
      </Section>
    </div>
  );
}
