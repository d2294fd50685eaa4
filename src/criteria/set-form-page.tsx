import type { Child } from 'hono/jsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import type { Typed } from '../web/form.ts';
import { DraftNotice, type DraftShown } from '../web/form-draft.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { SETS_CRUMBS, SETS_PATH } from './set-words.tsx';

interface SetFormPageProps {
  form: { title: string; lead?: string; button: string };
  set: { id: number; name: string; version: number } | null;
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

/** A form on a set, or every reason why it cannot be opened now. */
export function SetFormPage(props: SetFormPageProps) {
  const { form, set, refusals, draft, draftName, path } = props;
  const backTo = set ? `${SETS_PATH}/${set.id}` : SETS_PATH;
  return (
    <>
      <PageHead
        title={form.title}
        crumbs={[...SETS_CRUMBS, ...(set ? [{ label: set.name, href: backTo }] : []), { label: form.title }]}
        lead={form.lead}
      />
      {refusals.length > 0 ? (
        <RefusalList title="Chưa thực hiện được" reasons={refusals}>
          <ButtonLink href={backTo}>Quay lại</ButtonLink>
        </RefusalList>
      ) : (
        <>
          {draftName ? <DraftNotice draft={draft} form={draftName} path={path} /> : null}
          <FormBody {...props} backTo={backTo} />
        </>
      )}
    </>
  );
}

function FormBody(props: SetFormPageProps & { backTo: string }) {
  const { form, set, fields, errors, reasons, typed, draft, draftName, path, backTo } = props;
  const savesItself = draftName !== null && !draft.waits;
  return (
    <form
      method="post"
      action={path}
      class="form"
      data-draft-url={savesItself ? `/nhap/${draftName}` : undefined}
    >
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa thực hiện được" reasons={reasons} />
      <HiddenFields typed={typed} version={set?.version ?? null} />
      {draftName ? <input type="hidden" name={DRAFT_BACK} value={path} /> : null}
      {fields}
      {draftName ? <DraftStatus savedAt={draft.savedAt} /> : null}
      <ButtonRow>
        <Button kind="primary">{form.button}</Button>
        {draftName ? <Button formaction={`/nhap/${draftName}`}>Lưu nháp</Button> : null}
        <ButtonLink kind="quiet" href={backTo}>
          Không lưu, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
