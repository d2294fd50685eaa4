import type { PaperReturn } from '../desks/returns.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { ToldSame } from '../subjects/same-tell.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { FormChoices, OfficeGroup } from './form-page-choices.ts';
import {
  BreadthField,
  FoundFields,
  OfficeField,
  PlaceFields,
  StatementFields,
  SubjectFields,
} from './form-page-fields.tsx';
import { KnownArea } from './form-page-known.tsx';

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
  /** All that is registered at once; without it only who, where and whence, and the rest step by step. */
  whole: boolean;
  choices: FormChoices;
  /** Null where the office is settled already. */
  offices: readonly OfficeGroup[] | null;
  /** Somebody of this name is known. */
  known: readonly ToldSame[];
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
  /** While it is mended: why it came back, shown at the fields. */
  returns?: readonly PaperReturn[];
}

/** The form of an exemplar: one column, in the order in which people tell it. */
export function ExemplarForm(props: FormProps) {
  const { path, backTo, draftForm, savesItself, savedAt, version, errors, reasons, typed } = props;
  const typedIn = { errors, typed };
  return (
    <form method="post" action={path} data-draft-url={savesItself ? `/nhap/${draftForm}` : undefined}>
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa lưu được" reasons={reasons} />
      <HiddenFields typed={typed} version={version} />
      <input type="hidden" name={DRAFT_BACK} value={path} />
      <h2>Ai</h2>
      <SubjectFields {...typedIn} />
      {props.offices ? <KnownArea known={props.known} {...typedIn} /> : null}
      <h2>Ở đâu, thuộc lĩnh vực nào</h2>
      {props.offices ? <OfficeField {...typedIn} offices={props.offices} /> : null}
      <PlaceFields {...typedIn} choices={props.choices} returns={props.returns ?? []} />
      {props.whole ? <WholeFields {...props} /> : null}
      <h2>Phát hiện từ đâu</h2>
      <FoundFields {...typedIn} />
      <DraftStatus savedAt={savedAt} />
      <ButtonRow>
        <Button kind="primary">{props.whole ? 'Lưu hồ sơ' : 'Lưu và đăng ký từng bước'}</Button>
        <Button formaction={`/nhap/${draftForm}`}>Lưu nháp</Button>
        <ButtonLink href={backTo} kind="quiet">
          Không lưu, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

function WholeFields({ returns = [], errors, typed }: FormProps) {
  const props = { returns, errors, typed };
  return (
    <>
      <h2>Đã làm gì</h2>
      <BreadthField {...props} />
      <StatementFields {...props} />
    </>
  );
}
