import type { PaperReturn } from '../desks/returns.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { FoundSubject } from '../subjects/queries.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { FormChoices, OfficeGroup } from './form-page-choices.ts';
import { DeedFields, FoundFields, PlaceFields, SubjectFields } from './form-page-fields.tsx';
import { KnownSubjects } from './form-page-known.tsx';

export interface FormProps {
  /** Address of the form itself, to which it is posted. */
  path: string;
  /** Where one goes without saving. */
  backTo: string;
  /** Name of the draft. */
  draftForm: string;
  /** False while a draft on an older version waits to be looked at: the form must not save itself over it. */
  savesItself: boolean;
  /** When the draft that is shown was saved, in words. */
  savedAt: string | undefined;
  version: number | null;
  choices: FormChoices;
  /** Null where the office is settled already. */
  offices: readonly OfficeGroup[] | null;
  /** Somebody of this name is known. */
  known: readonly FoundSubject[];
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
  /** While it is mended: why it came back, shown at the fields. */
  returns?: readonly PaperReturn[];
}

/** The one form of an exemplar: one column, in the order in which people tell it. */
export function ExemplarForm(props: FormProps) {
  const {
    path,
    backTo,
    draftForm,
    savesItself,
    savedAt,
    version,
    errors,
    reasons,
    typed,
    returns = [],
  } = props;
  return (
    <form method="post" action={path} data-draft-url={savesItself ? `/nhap/${draftForm}` : undefined}>
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa lưu được" reasons={reasons} />
      <HiddenFields typed={typed} version={version} />
      <input type="hidden" name={DRAFT_BACK} value={path} />
      <KnownSubjects known={props.known} errors={errors} typed={typed} />
      <SubjectFields errors={errors} typed={typed} />
      <PlaceFields
        choices={props.choices}
        offices={props.offices}
        returns={returns}
        errors={errors}
        typed={typed}
      />
      <DeedFields choices={props.choices} returns={returns} errors={errors} typed={typed} />
      <FoundFields errors={errors} typed={typed} />
      <DraftStatus savedAt={savedAt} />
      <ButtonRow>
        <Button kind="primary">Lưu hồ sơ</Button>
        <Button formaction={`/nhap/${draftForm}`}>Lưu nháp</Button>
        <ButtonLink href={backTo} kind="quiet">
          Không lưu, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
