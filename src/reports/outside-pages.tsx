import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, FileField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { AboveReport } from './merged-report.ts';
import { type OutsideBelow, refusalToRecord } from './outside-commands.ts';
import type { OutsideChange } from './outside-difference.ts';
import type { OutsideFile } from './outside-files.ts';
import { OUTSIDE_MAX_BYTES } from './outside-read.ts';
import type { BelowOffice } from './rollup-below.ts';
import { crumbsOf } from './rollup-page.tsx';
import { StatusTag } from './rollup-words.tsx';

export const FILE_FIELD = 'bieu';

interface ListProps {
  report: AboveReport;
  below: readonly BelowOffice[];
  today: string;
}

/** The offices that send to this one and have no report of their own here: each with its form to fill in by Excel. */
export function OutsideListPage({ report, below, today }: ListProps) {
  const path = `/bao-cao/${report.id}/ngoai-he-thong`;
  return (
    <>
      <PageHead
        title="Đơn vị gửi báo cáo ngoài hệ thống"
        crumbs={crumbsOf(report, 'Ngoài hệ thống')}
        lead="Tải biểu của từng đơn vị, gửi họ điền bằng Excel rồi nhập lại. Trước khi ghi, hệ thống cho xem biểu khác gì với số đang có."
      />
      <DataTable
        caption="Đơn vị"
        captionHidden
        columns={[
          { key: 'office', label: 'Đơn vị', width: 'wide', primary: true },
          { key: 'status', label: 'Tình trạng' },
          { key: 'form', label: 'Biểu Excel' },
          { key: 'enter', label: 'Nhập', labelHidden: true },
        ]}
        rows={below.map((office) => ({
          office: office.officeName,
          status: <StatusTag office={office} today={today} />,
          form: (
            <a href={`${path}/${office.officeId}/bieu.xlsx`}>
              Tải biểu<span class="visually-hidden"> của {office.officeName}</span>
            </a>
          ),
          enter: (
            <a href={`${path}/${office.officeId}`}>
              Nhập biểu đã điền<span class="visually-hidden"> của {office.officeName}</span>
            </a>
          ),
        }))}
        empty="Mọi đơn vị gửi báo cáo cho đơn vị này đều tự lập báo cáo trong hệ thống."
      />
    </>
  );
}

interface UploadProps {
  report: AboveReport;
  office: OutsideBelow;
  files: readonly OutsideFile[];
  reasons: readonly Reason[];
  errors: FieldErrors;
}

/** Upload of the form of one office, and what was recorded for it before. */
export function OutsideUploadPage({ report, office, files, reasons, errors }: UploadProps) {
  const path = `/bao-cao/${report.id}/ngoai-he-thong/${office.officeId}`;
  const refusal = refusalToRecord(office);
  return (
    <>
      <PageHead
        title={`Nhập báo cáo của ${office.officeName}`}
        crumbs={crumbsOf(report, 'Ngoài hệ thống')}
        lead="Biểu đã điền được đọc và cho xem trước; chỉ ghi khi bạn xác nhận."
        actions={
          <ButtonLink href={`${path}/bieu.xlsx`} icon="download">
            Tải biểu Excel
          </ButtonLink>
        }
      />
      <RefusalList title="Chưa đọc được biểu" reasons={reasons} />
      {refusal ? (
        <RefusalList title="Không nhập hộ được" reasons={[refusal]} />
      ) : (
        <form method="post" action={path} enctype="multipart/form-data">
          <ErrorSummary errors={errors} />
          <HiddenFields version={report.version} />
          <FileField
            name={FILE_FIELD}
            label="Biểu đã điền"
            required
            accept=".xlsx"
            error={errors[FILE_FIELD]}
            hint={`Tệp Excel (.xlsx) tải từ trang này, không quá ${OUTSIDE_MAX_BYTES / 1024} KB.`}
          />
          <ButtonRow>
            <Button kind="primary">Đọc biểu, xem khác biệt</Button>
            <ButtonLink kind="quiet" href={`/bao-cao/${report.id}/ngoai-he-thong`}>
              Quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
      {files.length > 0 ? (
        <Section id="da-nhap" title="Biểu đã nhập" count={files.length}>
          <ul>
            {files.map((file) => (
              <li>
                {formatDate(file.recordedOn)}: <a href={`${path}/tep/${file.id}`}>{file.name}</a>,{' '}
                {file.recordedBy ?? 'hệ thống'} nhập, {file.changes} mục thay đổi
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

interface PreviewProps {
  report: AboveReport;
  office: OutsideBelow;
  changes: readonly OutsideChange[];
  file: { name: string; base64: string };
  receivedOn: string;
  errors: FieldErrors;
  typed: Typed;
}

/** What the form changes, before it is recorded. The file travels with the page, so that nothing is stored before. */
export function OutsidePreviewPage(props: PreviewProps) {
  const { report, office, changes, file, receivedOn, errors, typed } = props;
  const path = `/bao-cao/${report.id}/ngoai-he-thong/${office.officeId}`;
  return (
    <>
      <PageHead
        title={`Xem trước báo cáo của ${office.officeName}`}
        crumbs={crumbsOf(report, 'Ngoài hệ thống')}
        lead={`Biểu “${file.name}” khác với số đang có ở ${changes.length} mục. Chưa có gì được ghi.`}
      />
      <DataTable
        caption="Khác biệt"
        columns={[
          { key: 'what', label: 'Mục', width: 'wide', primary: true },
          { key: 'before', label: 'Đang có' },
          { key: 'after', label: 'Trong biểu' },
        ]}
        rows={changes.map(({ what, kind, before, after }) => ({
          what,
          before: <Value kind={kind} text={before} />,
          after: <Value kind={kind} text={after} />,
        }))}
        empty="Biểu này không có gì khác với báo cáo đã nhập."
      />
      {changes.length > 0 ? (
        <form method="post" action={`${path}/ghi`}>
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} version={report.version} />
          <input type="hidden" name="ten" value={file.name} />
          <input type="hidden" name="tep" value={file.base64} />
          <DateField
            name="receivedOn"
            label="Ngày nhận báo cáo"
            hint="Ngày đơn vị gửi biểu; so với hạn nộp để tính đúng hạn hay chậm."
            required
            value={receivedOn}
            error={errors.receivedOn}
          />
          <ButtonRow>
            <Button kind="primary">Ghi thành báo cáo của đơn vị</Button>
            <ButtonLink kind="quiet" href={path}>
              Bỏ, chọn tệp khác
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : (
        <ButtonLink href={path}>Chọn tệp khác</ButtonLink>
      )}
    </>
  );
}

function Value({ kind, text }: { kind: OutsideChange['kind']; text: string }) {
  if (text === '') return <span class="unknown">để trống</span>;
  return kind === 'figure' ? <span>{text}</span> : <div class="difference-words">{text}</div>;
}
