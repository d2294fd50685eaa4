import type { Child } from 'hono/jsx';
import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { idParam } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import type { ExemplarInView } from './queries.ts';
import { BACK_TO } from './work-back.ts';
import type { Filled, WorkAgain, WorkForm, WorkPlace } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

/** The further id of the path of a form; 0 where it has none. */
export const itemOf = <T,>(visit: Visit, form: WorkForm<T>): number =>
  form.path.includes(':item') ? (idParam(visit, 'item') ?? 0) : 0;

/** Shows the form, or why it cannot be used now. */
export async function showWorkForm<T>(
  visit: Visit,
  form: WorkForm<T>,
  exemplar: ExemplarInView,
  again: WorkAgain,
  place: WorkPlace,
): Promise<Response> {
  const { errors, reasons, typed } = again;
  const item = itemOf(visit, form);
  const refusal = refusalToWork(exemplar, form.work);
  const refusals: readonly Reason[] = refusal
    ? [refusal]
    : ((await form.whyNot?.(visit, exemplar, item)) ?? []);
  const filled: Filled = { errors, typed, field: fieldOf(typed, errors) };
  const fields = refusals.length > 0 ? undefined : await form.fields(visit, exemplar, filled, item);
  if (fields === null) return notFoundPage(visit);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: form.title,
    status: wrong ? 422 : 200,
    ...(form.scripts ? { scripts: form.scripts } : {}),
    children: (
      <>
        {place.head}
        {place.above}
        {refusals.length > 0 ? (
          <RefusalList title="Chưa thực hiện được" reasons={refusals}>
            <ButtonLink href={place.backTo}>Về hồ sơ</ButtonLink>
          </RefusalList>
        ) : (
          <TheForm
            action={place.draft ? visit.req.path : undefined}
            place={place}
            again={again}
            version={exemplar.version}
            sendsFile={form.sendsFile ?? false}
          >
            {fields}
          </TheForm>
        )}
      </>
    ),
  });
}

interface TheFormProps {
  action: string | undefined;
  place: WorkPlace;
  again: WorkAgain;
  version: number;
  sendsFile: boolean;
  children: Child;
}

function TheForm({ action, place, again, version, sendsFile, children }: TheFormProps) {
  const { draft } = place;
  const cameFrom = again.typed[BACK_TO] ?? place.cameFrom;
  return (
    <form
      method="post"
      action={action}
      class="form"
      enctype={sendsFile ? 'multipart/form-data' : undefined}
      data-draft-url={draft && !place.draftWaits ? `/nhap/${draft}` : undefined}
    >
      <ErrorSummary errors={again.errors} />
      <RefusalList title="Chưa thực hiện được" reasons={again.reasons} />
      <HiddenFields typed={again.typed} version={version} />
      {cameFrom ? <input type="hidden" name={BACK_TO} value={String(cameFrom)} /> : null}
      {children}
      {draft ? <DraftStatus savedAt={place.draftSavedAt} /> : null}
      {place.buttons ?? <PlainButtons backTo={place.backTo} />}
    </form>
  );
}

function PlainButtons({ backTo }: { backTo: string }) {
  return (
    <ButtonRow>
      <Button kind="primary">Lưu</Button>
      <ButtonLink kind="quiet" href={backTo}>
        Không lưu, quay lại
      </ButtonLink>
    </ButtonRow>
  );
}
