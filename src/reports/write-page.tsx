import { ReturnReasons, reasonFor } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, TextArea } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { DraftNotice, type DraftShown } from '../web/form-draft.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { PaperFieldsSection } from '../web/paper-fields.tsx';
import type { FigureGroup } from './figures-view.ts';
import { wordsField } from './forms.ts';
import { paperDefaults } from './paper.ts';
import type { ReportInView } from './queries.ts';
import { reportTitle } from './rules.ts';
import { FigurePicker } from './write-figures.tsx';

export interface WriteProps {
  report: ReportInView;
  parts: readonly { key: string; name: string; hint: string | null }[];
  groups: readonly FigureGroup[];
  returns: readonly PaperReturn[];
  errors: FieldErrors;
  reasons: Reason[];
  /** What was typed before, from a form that came back; empty on opening. */
  typed: Typed;
  draft: DraftShown;
}

/** The name under which the editor saves itself. */
export const draftNameOf = (reportId: number): string => `bao-cao-${reportId}`;

const EXAMPLES = { symbol: 'BC-BTĐKT', place: 'Phú Thọ', authority: 'KT. TRƯỞNG BAN' };

/** The quiet editor: words by part with the figures beside them, the closing day, and the head and foot of the paper. */
export function WriteReportPage(props: WriteProps) {
  const { report, parts, groups, returns, errors, reasons, typed, draft } = props;
  const path = `/bao-cao/${report.id}/soan`;
  const title = reportTitle(report.formName, report.periodWords);
  const draftForm = draftNameOf(report.id);
  const cameBack = report.state === 'returned' ? returns : [];
  const field = fieldOf(typed, errors);
  return (
    <>
      <PageHead
        title={`Viết ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`}
        crumbs={[
          { label: 'Báo cáo', href: '/bao-cao' },
          { label: title, href: `/bao-cao/${report.id}` },
          { label: 'Viết' },
        ]}
        kicker={report.officeName}
        lead="Số liệu đã có sẵn; ở đây chỉ cần viết nhận xét. Mỗi dòng bắt đầu bằng dấu “-” thành một gạch đầu dòng."
      />
      <DraftNotice draft={draft} form={draftForm} path={path} />
      <ReturnReasons returns={cameBack} />
      <form
        class="has-words-beside"
        method="post"
        action={path}
        data-draft-url={draft.waits ? undefined : `/nhap/${draftForm}`}
      >
        <input type="hidden" name={DRAFT_BACK} value={path} />
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={report.version} />
        <div class="words-beside">
          <div class="words-beside-text">
            {parts.map((part) => (
              <TextArea
                {...field(wordsField(part.key), report.words[part.key] ?? '')}
                label={part.name}
                hint={hintOf(part.hint, reasonFor(cameBack, part.key))}
                rows={8}
                required
              />
            ))}
          </div>
          <FigurePicker groups={groups} />
        </div>
        <DateField
          {...field('closingOn', report.closingOn)}
          label="Ngày chốt số liệu"
          hint="Số liệu tính đến hết ngày này; phải nằm trong kỳ báo cáo."
          required
        />
        <PaperFieldsSection paper={paperDefaults(report)} field={field} examples={EXAMPLES} />
        <DraftStatus savedAt={draft.savedAt} />
        <ButtonRow>
          <Button kind="primary">Lưu báo cáo</Button>
          <Button formaction={`/nhap/${draftForm}`}>Lưu nháp</Button>
          <ButtonLink kind="quiet" href={`/bao-cao/${report.id}`}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

const hintOf = (hint: string | null, reason: string | null): string | undefined =>
  reason ? `Cần bổ sung: ${reason}` : (hint ?? undefined);
