import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { type Again, OpenDecision } from './copy-decision-view.tsx';
import type { PlanDecision } from './copy-decisions.ts';
import type { PlanInView } from './queries.ts';

const nameOf = ({ kind, number, periodFrom, periodTo }: PlanInView): string =>
  number ? `${kind} ${number}` : `Dự thảo ${periodFrom.slice(0, 4)}–${periodTo.slice(0, 4)}`;

/** Asks for the year in which the new period begins. */
export function CopyPage({
  plan,
  suggested,
  may,
  errors,
  reasons,
  typed,
}: Again & { plan: PlanInView; suggested: number; may: boolean }) {
  const given = typed.fromYear;
  return (
    <>
      <PageHead
        title="Chép sang giai đoạn mới"
        crumbs={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: nameOf(plan), href: `/ke-hoach/${plan.id}` },
          { label: 'Chép' },
        ]}
        lead={plan.title}
      />
      <RefusalList title="Chưa chép được" reasons={reasons} />
      {may ? (
        <form method="post" class="form">
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} />
          <NumberField
            name="fromYear"
            label="Giai đoạn mới bắt đầu từ năm"
            hint={`Giai đoạn hiện nay: ${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}. Mọi ngày, quý, năm được dời đi bằng số năm chênh lệch.`}
            value={typeof given === 'string' ? given : String(suggested)}
            error={errors.fromYear}
            required
          />
          <p>
            Dự thảo mới chép giai đoạn, lĩnh vực, chỉ tiêu, phân bổ, tiêu chí, căn cứ và nhiệm vụ. Số, ngày và
            người ký để trống. Đơn vị được đổi theo kế thừa vào ngày đầu của giai đoạn mới; chỗ nào chương
            trình không tự quyết định được thì lập thành danh sách để bạn quyết định.
          </p>
          <ButtonRow>
            <Button kind="primary">Chép thành dự thảo</Button>
            <ButtonLink kind="quiet" href={`/ke-hoach/${plan.id}`}>
              Không chép, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : null}
    </>
  );
}

interface DecisionsProps extends Again {
  plan: PlanInView;
  decisions: readonly PlanDecision[];
  /** The decision whose form came back. */
  again: number | null;
  may: boolean;
}

/** What a person must decide before the draft is issued, and what was decided. */
export function DecisionsPage({ plan, decisions, again, may, ...sent }: DecisionsProps) {
  const open = decisions.filter(({ decidedOn }) => decidedOn === null);
  const taken = decisions.filter(({ decidedOn }) => decidedOn !== null);
  return (
    <>
      <PageHead
        title="Việc phải quyết định"
        crumbs={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: nameOf(plan), href: `/ke-hoach/${plan.id}` },
          { label: 'Việc phải quyết định' },
        ]}
        tag={
          <StateTag
            {...(open.length > 0
              ? { tone: 'warn', word: `Còn ${open.length} việc` }
              : { tone: 'good', word: 'Đã quyết định hết' })}
          />
        }
        lead={`${plan.title}. Kế hoạch chỉ được đưa vào thực hiện khi mọi việc dưới đây đã có quyết định.`}
      />
      {open.some(({ id }) => id === again) ? null : (
        <RefusalList title="Chưa quyết định được" reasons={sent.reasons} />
      )}
      <Section id="con-mo" title="Còn phải quyết định" count={open.length}>
        {open.length === 0 ? (
          <EmptyState
            title="Không còn việc nào phải quyết định"
            action={<ButtonLink href={`/ke-hoach/${plan.id}`}>Về dự thảo kế hoạch</ButtonLink>}
          />
        ) : null}
        <div>
          {open.map((decision) => (
            <OpenDecision
              decision={decision}
              may={may}
              {...(again === decision.id ? sent : { errors: {}, reasons: [], typed: {} })}
            />
          ))}
        </div>
      </Section>
      {taken.length > 0 ? (
        <Section id="da-xong" title="Đã quyết định" count={taken.length}>
          <ul class="stack">
            {taken.map(({ question, chosenInWords, decidedOn, decidedBy }) => (
              <li>
                {question}
                <br />
                <strong>{chosenInWords}</strong>{' '}
                <span class="muted">
                  ({decidedBy ?? 'chương trình'}, {formatDate(decidedOn)})
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
