import type { Child } from 'hono/jsx';
import { ReturnReasons, reasonFor } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { EnterSaves } from '../ui/move-row.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import { type FieldOf, fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { DraftNotice, type DraftShown } from '../web/form-draft.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { PaperFieldsSection } from '../web/paper-fields.tsx';
import { type AskedPart, LIMITS, type PlannedExemplar, partField, type Target } from './content.ts';
import { paperDefaults } from './paper.ts';
import type { UnitPlanInView } from './queries.ts';
import { ExemplarRows, TargetRows } from './row-fields.tsx';

/** The name under which the form saves itself. */
export const draftNameOf = (id: number): string => `ke-hoach-don-vi-${id}`;

/** What a form shows besides what is kept: what was typed, and what is wrong with it. */
export interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  /** Empty on opening. */
  typed: Typed;
}

export interface WriteProps extends Again {
  plan: UnitPlanInView;
  asked: readonly AskedPart[];
  targets: readonly Target[];
  exemplars: readonly PlannedExemplar[];
  fields: readonly { id: number; name: string }[];
  returns: readonly PaperReturn[];
  draft: DraftShown;
  /** Empty rows to add to each kind beyond what stands there. */
  added: { targets: number; exemplars: number };
}

const EXAMPLES = { symbol: 'KH-UBND', place: 'Lâm Thao', authority: 'TM. ỦY BAN NHÂN DÂN' };

/** The quiet form: one part under the other, then targets, exemplars, and the head and foot of the paper. */
export function WriteUnitPlanPage(props: WriteProps) {
  const { plan, asked, returns, errors, reasons, typed, draft } = props;
  const path = `/ke-hoach-don-vi/${plan.id}/soan`;
  const form = draftNameOf(plan.id);
  const field = fieldOf(typed, errors);
  return (
    <>
      <PageHead
        title="Viết kế hoạch"
        kicker={plan.officeName}
        crumbs={[
          { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
          { label: plan.officeName, href: `/ke-hoach-don-vi/${plan.id}` },
          { label: 'Viết' },
        ]}
        lead="Mỗi phần một ô. Mỗi dòng bắt đầu bằng dấu “-” thành một gạch đầu dòng trong bản in. Phần chưa viết xong vẫn lưu được."
        actions={
          <ButtonLink href={`/ke-hoach-don-vi/${plan.id}/doc-word`} icon="upload" small>
            Lấy lời văn từ tệp Word
          </ButtonLink>
        }
      />
      {plan.state === 'returned' ? <ReturnReasons returns={returns} /> : null}
      <DraftNotice draft={draft} form={form} path={path} />
      <form
        method="post"
        action={path}
        class="form"
        data-draft-url={draft.waits ? undefined : `/nhap/${form}`}
      >
        <input type="hidden" name={DRAFT_BACK} value={path} />
        <EnterSaves />
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={plan.version} />
        {asked.map((part, n) => (
          <PartField plan={plan} part={part} n={n + 1} field={field} returns={returns} />
        ))}
        <Anchored name="targets" returns={returns}>
          <TargetRows {...props} field={field} />
        </Anchored>
        <Anchored name="exemplars" returns={returns}>
          <ExemplarRows {...props} field={field} />
        </Anchored>
        <PaperFieldsSection paper={paperDefaults(plan)} field={field} examples={EXAMPLES} />
        <DraftStatus savedAt={draft.savedAt} />
        <ButtonRow>
          <Button kind="primary">Lưu kế hoạch</Button>
          <Button formaction={`/nhap/${form}`}>Lưu nháp</Button>
          <ButtonLink kind="quiet" href={`/ke-hoach-don-vi/${plan.id}`}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

interface PartFieldProps extends Pick<WriteProps, 'plan' | 'returns'> {
  part: AskedPart;
  n: number;
  field: FieldOf;
}

function PartField({ plan, part, n, field, returns }: PartFieldProps) {
  const name = partField(part.ord);
  return (
    <div class="stack">
      <Returned name={name} returns={returns} />
      <TextArea
        {...field(name, plan.words[String(part.ord)] ?? '')}
        label={`${n}. ${upperFirst(part.name)}`}
        hint={part.hint ?? undefined}
        rows={9}
        maxlength={LIMITS.partLetters}
        required
      />
    </div>
  );
}

/** Where a reason of a return for rows lands. */
function Anchored({ name, returns, children }: ReturnedProps & { children: Child }) {
  return (
    <div id={name} class="stack">
      <Returned name={name} returns={returns} />
      {children}
    </div>
  );
}

interface ReturnedProps {
  /** The field or part of the form. */
  name: string;
  returns: readonly PaperReturn[];
}

/** What the office above wants mended here. */
function Returned({ name, returns }: ReturnedProps) {
  const reason = reasonFor(returns, name);
  return <MissingList title="Cần bổ sung" items={reason ? [reason] : []} />;
}

const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
