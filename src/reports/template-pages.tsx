import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField, SelectField } from '../ui/field.tsx';
import { formatDateTime } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { withQuery } from '../web/query.ts';
import type { FieldGroup } from './template-fields.ts';
import { FieldsSection, TEMPLATE_PATH } from './template-fields-section.tsx';
import { TEMPLATE_MAX_BYTES } from './template-file.ts';
import type { TemplateInView } from './template-queries.ts';

export const TEMPLATE_FILE = 'mau';
const CRUMBS = [{ label: 'Báo cáo', href: '/bao-cao' }];

export interface TemplateAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

interface ListProps {
  templates: readonly TemplateInView[];
  forms: readonly { key: string; name: string }[];
  /** The form whose fields are shown. */
  form: { key: string; name: string } | null;
  groups: readonly FieldGroup[];
  /** Offices that the person may put a template in for. */
  offices: readonly { id: number; name: string }[];
  again: TemplateAgain;
}

/** Word templates of offices: those in use, the fields that one may use, and putting in a new one. */
export function TemplatesPage({ templates, forms, form, groups, offices, again }: ListProps) {
  return (
    <>
      <PageHead
        title="Mẫu Word của đơn vị"
        crumbs={[...CRUMBS, { label: 'Mẫu Word' }]}
        lead="Mẫu của đơn vị thay cho bản Word có sẵn khi tải báo cáo. Soạn bằng Word, đặt các trường như {{ten_don_vi}} vào chỗ cần điền."
      />
      <DataTable
        caption="Mẫu đã tải lên"
        captionHidden
        columns={[
          { key: 'name', label: 'Mẫu', width: 'wide', primary: true },
          { key: 'office', label: 'Đơn vị' },
          { key: 'form', label: 'Mẫu báo cáo' },
          { key: 'state', label: 'Tình trạng' },
          { key: 'added', label: 'Tải lên' },
        ]}
        rows={templates.map((one) => ({
          name: <a href={`${TEMPLATE_PATH}/${one.id}`}>{one.name}</a>,
          office: one.officeName,
          form: one.formName,
          state: <TemplateState active={one.active} />,
          added: formatDateTime(one.addedAt),
        }))}
        empty={
          <EmptyState title="Chưa có mẫu nào">
            Báo cáo được in theo mẫu có sẵn, đúng thể thức Nghị định 30/2020/NĐ-CP, cho đến khi đơn vị tải mẫu
            riêng.
          </EmptyState>
        }
      />
      {offices.length > 0 && form ? <Upload {...{ forms, form, offices, again }} /> : null}
      {form ? <FieldsSection form={form} forms={forms} groups={groups} /> : null}
    </>
  );
}

function TemplateState({ active }: { active: boolean }) {
  return active ? (
    <StateTag tone="good" word="đang dùng" />
  ) : (
    <StateTag tone="neutral" word="không còn dùng" />
  );
}

function Upload(props: Pick<ListProps, 'forms' | 'offices' | 'again'> & { form: { key: string } }) {
  const { forms, form, offices, again } = props;
  const { errors, reasons, typed } = again;
  const value = (name: string, otherwise: string) =>
    typeof typed[name] === 'string' ? typed[name] : otherwise;
  return (
    <Section id="tai-len" title="Tải mẫu lên">
      <RefusalList title="Mẫu chưa dùng được" reasons={reasons} />
      <form method="post" action={TEMPLATE_PATH} enctype="multipart/form-data">
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} />
        <SelectField
          name="officeId"
          label="Đơn vị"
          required
          placeholder={offices.length > 1 ? undefined : null}
          value={value('officeId', offices.length === 1 ? String(offices[0]?.id) : '')}
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
          error={errors.officeId}
        />
        <SelectField
          name="formKey"
          label="Dùng cho mẫu báo cáo"
          required
          placeholder={null}
          value={value('formKey', form.key)}
          options={forms.map(({ key, name }) => ({ value: key, label: name }))}
          error={errors.formKey}
        />
        <FileField
          name={TEMPLATE_FILE}
          label="Tệp Word"
          required
          accept=".docx"
          error={errors[TEMPLATE_FILE]}
          hint={`Tệp .docx, không quá ${TEMPLATE_MAX_BYTES / 1024 / 1024} MB. Mẫu hỏng không được lưu; từng trường sai được nêu tên.`}
        />
        <ButtonRow>
          <Button kind="primary">Kiểm tra và dùng mẫu này</Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

/** One template: who put it in, the file, and going back to the built-in paper. */
export function TemplatePage({
  template,
  reasons,
}: {
  template: TemplateInView;
  reasons: readonly Reason[];
}) {
  const path = `${TEMPLATE_PATH}/${template.id}`;
  return (
    <>
      <PageHead
        title={template.name}
        crumbs={[...CRUMBS, { label: 'Mẫu Word', href: TEMPLATE_PATH }, { label: template.name }]}
        kicker={`${template.officeName} · ${template.formName}`}
        tag={<TemplateState active={template.active} />}
        lead={`${template.addedBy ?? 'Chương trình'} tải lên lúc ${formatDateTime(template.addedAt)}.`}
        actions={
          <>
            <ButtonLink href={`${path}/mau.docx`} icon="download">
              Tải tệp mẫu
            </ButtonLink>
            <ButtonLink href={withQuery(TEMPLATE_PATH, { 'mau-bao-cao': template.formKey })}>
              Các trường
            </ButtonLink>
          </>
        }
      />
      <RefusalList title="Chưa thực hiện được" reasons={reasons} />
      {template.active && template.mayWrite ? (
        <Dialog
          trigger="Thôi dùng mẫu này"
          title="Thôi dùng mẫu này? Báo cáo lại in theo mẫu có sẵn; tệp mẫu vẫn được giữ."
        >
          <form method="post" action={`${path}/bo`}>
            <HiddenFields />
            <Button>Thôi dùng mẫu này</Button>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
