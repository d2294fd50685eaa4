import type { Child } from 'hono/jsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { EnterSaves } from '../ui/move-row.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import type { Typed } from '../web/form.ts';
import { DraftNotice, type DraftShown } from '../web/form-draft.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';

interface PlanFormPageProps {
  form: { title: string; lead?: string; button?: string };
  plan: { id: number; number: string; title: string; version: number };
  /** Why the form is not shown at all. */
  refusals: readonly Reason[];
  fields: Child;
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
  draft: DraftShown;
  /** Null: the form does not save itself. */
  draftName: string | null;
  path: string;
}

/** One section of a plan as a form, or every reason why it cannot be opened now. */
export function PlanFormPage(props: PlanFormPageProps) {
  const { form, plan, refusals, draft, draftName, path } = props;
  return (
    <>
      <PageHead
        title={form.title}
        crumbs={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: plan.number || plan.title, href: `/ke-hoach/${plan.id}` },
          { label: form.title },
        ]}
        lead={form.lead}
      />
      {refusals.length > 0 ? (
        <RefusalList title="Chưa thực hiện được" reasons={refusals}>
          <ButtonLink href={`/ke-hoach/${plan.id}`}>Về kế hoạch</ButtonLink>
        </RefusalList>
      ) : (
        <>
          {draftName ? <DraftNotice draft={draft} form={draftName} path={path} /> : null}
          <SectionForm {...props} />
        </>
      )}
    </>
  );
}

function SectionForm({
  form,
  plan,
  fields,
  errors,
  reasons,
  typed,
  draft,
  draftName,
  path,
}: PlanFormPageProps) {
  const savesItself = draftName !== null && !draft.waits;
  return (
    <form
      method="post"
      action={path}
      class="form"
      data-draft-url={savesItself ? `/nhap/${draftName}` : undefined}
    >
      <EnterSaves />
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa thực hiện được" reasons={reasons} />
      <HiddenFields typed={typed} version={plan.version} />
      {draftName ? <input type="hidden" name={DRAFT_BACK} value={path} /> : null}
      {fields}
      {draftName ? <DraftStatus savedAt={draft.savedAt} /> : null}
      <ButtonRow>
        <Button kind="primary">{form.button ?? 'Lưu'}</Button>
        {draftName ? <Button formaction={`/nhap/${draftName}`}>Lưu nháp</Button> : null}
        <ButtonLink kind="quiet" href={`/ke-hoach/${plan.id}`}>
          Không lưu, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
