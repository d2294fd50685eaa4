import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { CheckboxField, FileField, SelectField, TextArea } from '../ui/field.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { withQuery } from '../web/query.ts';
import type { Batch } from './batch.ts';
import { SAME_FILE } from './open-batch.ts';
import { batchPath, IMPORTS_PATH, TEMPLATE_PATH } from './paths.ts';
import { MOST_BYTES } from './read-file.ts';
import { TARGETS, targetOf } from './targets.ts';
import { importWorkflow } from './workflow.ts';

export interface ListPageProps {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
  /** Offices for which the person may import. */
  offices: readonly { id: number; name: string }[];
  batches: readonly Batch[];
  page: number;
  more: boolean;
}

const MB = 1024 * 1024;

/** Where a list is sent, and every list that was sent before. */
export function ImportListPage(props: ListPageProps) {
  const { batches, page, more } = props;
  return (
    <>
      <PageHead
        title="Nhập danh sách"
        crumbs={[{ label: 'Điển hình', href: '/dien-hinh' }, { label: 'Nhập danh sách' }]}
        lead="Đưa danh sách có sẵn trong Excel, CSV hoặc Word vào hệ thống: tải lên, ghép cột, xem trước từng dòng, rồi mới nhập. Nhập nhầm thì hoàn tác được cả danh sách."
        actions={TARGETS.map(({ key, templateName }) => (
          <ButtonLink href={withQuery(TEMPLATE_PATH, { loai: key })} icon="download">
            {templateName}
          </ButtonLink>
        ))}
      />
      {page === 1 ? <UploadForm {...props} /> : null}
      <Section id="da-gui" title="Danh sách đã gửi">
        <DataTable
          caption="Danh sách đã gửi, mới nhất trước"
          captionHidden
          columns={COLUMNS}
          rows={batches.map(toRow)}
          empty={
            <EmptyState title="Chưa có danh sách nào">
              Các lần nhập, người nhập, số dòng và nút hoàn tác sẽ hiện ở đây.
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pageCount={more ? page + 1 : page}
          hrefFor={(n) => `${IMPORTS_PATH}?trang=${n}`}
        />
      </Section>
    </>
  );
}

function UploadForm({ errors, reasons, typed, offices }: ListPageProps) {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const [same] = reasons.filter(({ rule }) => rule.startsWith(SAME_FILE));
  return (
    <form method="post" class="form" enctype="multipart/form-data" action={IMPORTS_PATH}>
      <ErrorSummary errors={errors} title="Chưa đọc được, mời xem lại" />
      <RefusalList title="Chưa thực hiện được" reasons={reasons}>
        {same ? (
          <ButtonLink href={batchPath(Number(same.rule.slice(SAME_FILE.length)))}>Mở danh sách đó</ButtonLink>
        ) : null}
      </RefusalList>
      <HiddenFields typed={typed} />
      <FileField
        name="file"
        label="Tệp danh sách"
        hint={`Excel (.xlsx), CSV hoặc Word (.docx) có bảng; không quá ${MOST_BYTES / MB} MB. Dùng được cả phông TCVN3 (.VnTime) và VNI.`}
        accept=".xlsx,.csv,.txt,.docx"
        error={errors.file}
      />
      <TextArea
        name="text"
        label="Hoặc dán bảng chép từ Excel, Word"
        hint="Chọn vùng bảng trong Excel, chép (Ctrl+C) rồi dán vào đây, cả dòng đầu bảng."
        rows={4}
        value={text('text')}
        error={errors.text}
      />
      {TARGETS.length > 1 ? (
        <SelectField
          name="target"
          label="Mỗi dòng thành"
          required
          options={TARGETS.map(({ key, name }) => ({ value: key, label: name }))}
          value={text('target')}
          placeholder={null}
          error={errors.target}
        />
      ) : null}
      {offices.length > 1 ? (
        <SelectField
          name="officeId"
          label="Nhập cho đơn vị"
          required
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={text('officeId')}
          placeholder={null}
          error={errors.officeId}
        />
      ) : null}
      {same ? (
        <CheckboxField
          name="again"
          label="Tôi biết tệp này đã được gửi và vẫn muốn đọc lại (hãy chọn lại tệp)"
        />
      ) : null}
      <ButtonRow>
        <Button kind="primary">Đọc danh sách</Button>
        <ButtonLink kind="quiet" href="/dien-hinh">
          Quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

const COLUMNS: Column[] = [
  { key: 'name', label: 'Danh sách', width: 'wide', primary: true },
  { key: 'state', label: 'Trạng thái' },
  { key: 'rows', label: 'Số dòng' },
  { key: 'by', label: 'Người gửi' },
  { key: 'day', label: 'Ngày gửi', width: 'narrow' },
];

const toRow = (batch: Batch): Row => ({
  name: (
    <>
      <a href={batchPath(batch.id)}>{nameOf(batch)}</a>
      <br />
      <span class="muted">
        {targetOf(batch.target)?.name} · {batch.officeName}
      </span>
    </>
  ),
  state: <ImportStateTag batch={batch} />,
  rows: rowsInWords(batch),
  by: batch.byName ?? 'Chương trình',
  day: formatDate(batch.madeOn),
});

export const nameOf = ({ id, sourceName, isSample }: Batch): string =>
  `${sourceName ?? 'Bảng dán vào'} (số ${id})${isSample ? ' (mẫu)' : ''}`;

export function ImportStateTag({ batch: { state } }: { batch: Batch }) {
  const { tone, name } = importWorkflow.states[state];
  return <StateTag tone={tone} word={name} />;
}

function rowsInWords({ state, counts }: Batch): string {
  if (state === 'read') return 'chưa ghép cột';
  const made = counts.new + counts.known;
  const left = counts.ask + counts.registered + counts.refused;
  return `${formatCount(made)} ${state === 'matched' ? 'sẽ nhập' : 'đã nhập'}, ${formatCount(left)} không`;
}
