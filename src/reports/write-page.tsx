import { DraftNotice, type DraftShown } from '../exemplars/form-page-draft.tsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { DraftStatus } from '../ui/draft-status.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, TextArea, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { wordsField } from './forms.ts';
import { paperDefaults } from './paper.ts';
import type { ReportInView } from './queries.ts';

interface WriteProps {
  report: ReportInView;
  parts: readonly { key: string; name: string; hint: string | null }[];
  errors: FieldErrors;
  reasons: Reason[];
  /** What was typed before, from a form that came back; empty on opening. */
  typed: Typed;
  draft: DraftShown;
}

/** The name under which the editor saves itself. */
export const draftNameOf = (reportId: number): string => `bao-cao-${reportId}`;

/** The quiet editor: words by part, the closing day, and what the head and foot of the paper say. */
export function WriteReportPage({ report, parts, errors, reasons, typed, draft }: WriteProps) {
  const paper = paperDefaults(report);
  const path = `/bao-cao/${report.id}/soan`;
  const draftForm = draftNameOf(report.id);
  const value = (name: string, kept: string | null): string | null => {
    const given = typed[name];
    return typeof given === 'string' ? given : kept;
  };
  const field = (name: string, kept: string | null) => ({
    name,
    value: value(name, kept),
    error: errors[name],
  });
  return (
    <>
      <PageHead
        title={`Viết báo cáo năm ${report.year}`}
        crumbs={[
          { label: 'Báo cáo', href: '/bao-cao' },
          { label: `Năm ${report.year}`, href: `/bao-cao/${report.id}` },
          { label: 'Viết' },
        ]}
        lead="Số liệu đã có trong các bảng; ở đây chỉ cần viết nhận xét. Mỗi dòng bắt đầu bằng dấu “-” thành một gạch đầu dòng."
      />
      <DraftNotice draft={draft} form={draftForm} path={path} />
      <form method="post" action={path} data-draft-url={draft.waits ? undefined : `/nhap/${draftForm}`}>
        <input type="hidden" name={DRAFT_BACK} value={path} />
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={report.version} />
        <DateField {...field('closingOn', report.closingOn)} label="Ngày chốt số liệu" required />
        {parts.map((part) => (
          <TextArea
            {...field(wordsField(part.key), report.words[part.key] ?? '')}
            label={part.name}
            hint={part.hint ?? undefined}
            rows={6}
            required
          />
        ))}
        <Section id="the-thuc" title="Thể thức văn bản" intro="In ở phần đầu và phần ký của bản Word, PDF.">
          <TextField {...field('number', paper.number)} label="Số" hint="Để trống nếu văn thư điền sau." />
          <TextField {...field('symbol', paper.symbol)} label="Ký hiệu" required hint="Ví dụ: BC-BTĐKT" />
          <TextField {...field('place', paper.place)} label="Nơi ký" required hint="Ví dụ: Phú Thọ" />
          <DateField {...field('date', paper.date)} label="Ngày văn bản" hint="Để trống nếu chưa ký." />
          <TextField
            {...field('authority', paper.authority)}
            label="Thẩm quyền ký"
            hint="Ví dụ: KT. TRƯỞNG BAN"
          />
          <TextField {...field('signerTitle', paper.signerTitle)} label="Chức danh người ký" required />
          <TextField {...field('signerName', paper.signerName)} label="Họ tên người ký" />
          <TextArea
            {...field('recipients', paper.recipients.join('\n'))}
            label="Nơi nhận"
            rows={4}
            hint="Mỗi nơi một dòng."
          />
        </Section>
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
