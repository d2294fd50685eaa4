import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { CheckboxGroup, NumberField, SelectField, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { INDICATOR_GROUPS } from './indicators/registry.ts';
import { FORM_CRUMBS } from './report-form-pages.tsx';
import { FORM_KIND_NAMES, FORM_KINDS, type ReportForm } from './report-form-queries.ts';
import { figuresField, MOST_PARTS, partFields } from './report-form-schema.ts';
import { TABLE_NAMES } from './tables.ts';

export interface FormEditProps {
  /** Null: a new form. */
  form: ReportForm | null;
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

const BLANK_ROWS = 4;

/** Writes a form or its new edition: parts with their order, figures with their definitions, tables. */
export function FormEditPage({ form, errors, reasons, typed }: FormEditProps) {
  const path = form ? `/danh-muc/mau-bao-cao/${form.id}/sua` : '/danh-muc/mau-bao-cao/moi';
  const again = Object.keys(typed).length > 0;
  const text = (name: string, kept: string): string => {
    const given = typed[name];
    return again && typeof given === 'string' ? given : kept;
  };
  const list = (name: string, kept: readonly string[]): string[] => {
    const given = typed[name];
    return again ? [given ?? []].flat() : [...kept];
  };
  return (
    <>
      <PageHead
        title={form ? `Lập lần ${form.edition + 1}: ${form.name}` : 'Thêm mẫu báo cáo'}
        crumbs={[...FORM_CRUMBS, { label: form?.name ?? 'Thêm mẫu' }]}
        lead="Áp dụng cho báo cáo mở từ nay; báo cáo đã mở giữ nguyên mẫu của chúng."
      />
      <form method="post" action={path}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} {...(form ? { version: form.version } : {})} />
        <TextField
          name="name"
          label="Tên mẫu"
          required
          value={text('name', form?.name ?? '')}
          error={errors.name}
        />
        <SelectField
          name="kind"
          label="Loại báo cáo"
          required
          placeholder={null}
          value={text('kind', form?.kind ?? 'periodic')}
          options={FORM_KINDS.map((kind) => ({ value: kind, label: FORM_KIND_NAMES[kind] }))}
          error={errors.kind}
        />
        <TextField
          name="basis"
          label="Căn cứ"
          value={text('basis', form?.basis ?? '')}
          hint="Văn bản quy định mẫu này, nếu có."
          error={errors.basis}
        />
        <Section
          id="phan"
          title="Phần lời văn"
          intro="Sắp xếp bằng số thứ tự; xóa trắng tên để bỏ một phần; dòng trống ở cuối để thêm."
        >
          <PartRows form={form} text={text} errors={errors} />
        </Section>
        <Section id="so-lieu" title="Số liệu" intro="Hệ thống tính đến ngày chốt; chọn số nào mẫu này cần.">
          {INDICATOR_GROUPS.map(({ name, indicators }, group) => {
            const figures = list(figuresField(group), form?.figures ?? []);
            const chosen = indicators.filter((one) => figures.includes(one.key)).length;
            return (
              <Fold summary={`${name} (chọn ${chosen} trong ${indicators.length})`} open={chosen > 0}>
                <CheckboxGroup
                  name={figuresField(group)}
                  label={name}
                  values={figures}
                  options={indicators.map((one) => ({
                    value: one.key,
                    label: `${one.name} (${one.unit})`,
                    hint: one.definition,
                  }))}
                />
              </Fold>
            );
          })}
        </Section>
        <Section id="bang" title="Bảng">
          <CheckboxGroup
            name="tables"
            label="Bảng kèm theo báo cáo"
            values={list('tables', form?.tables ?? [])}
            options={Object.entries(TABLE_NAMES).map(([value, label]) => ({ value, label }))}
          />
        </Section>
        <ButtonRow>
          <Button kind="primary">{form ? 'Lập lần mới' : 'Thêm mẫu'}</Button>
          <ButtonLink kind="quiet" href={form ? `/danh-muc/mau-bao-cao/${form.id}` : '/danh-muc/mau-bao-cao'}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

interface PartRowsProps {
  form: ReportForm | null;
  text: (name: string, kept: string) => string;
  errors: FieldErrors;
}

function PartRows({ form, text, errors }: PartRowsProps) {
  const parts = form?.parts ?? [];
  const rows = Math.min(MOST_PARTS, parts.length + BLANK_ROWS);
  return (
    <fieldset class="row-set">
      <legend class="row-set-legend">Các phần theo thứ tự in</legend>
      {Array.from({ length: rows }, (_, row) => {
        const names = partFields(row);
        // the labels of the first row stand over the columns
        const at = row === 0 ? '' : ` (dòng ${row + 1})`;
        return (
          <div class="row-fields is-3">
            <input type="hidden" name={names.key} value={text(names.key, parts[row]?.key ?? '')} />
            <TextField
              name={names.name}
              label={`Tên phần${at}`}
              value={text(names.name, parts[row]?.name ?? '')}
              error={errors[names.name]}
            />
            <TextField
              name={names.hint}
              label={`Gợi ý cho người viết${at}`}
              value={text(names.hint, parts[row]?.hint ?? '')}
              error={errors[names.hint]}
            />
            <NumberField
              name={names.ord}
              label={`Thứ tự${at}`}
              value={text(names.ord, String(row + 1))}
              error={errors[names.ord]}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
