import { Button, ButtonLink } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import type { FieldGroup, TemplateField } from './template-fields.ts';

export const TEMPLATE_PATH = '/bao-cao/mau-word';

interface FieldsProps {
  form: { key: string; name: string };
  forms: readonly { key: string; name: string }[];
  groups: readonly FieldGroup[];
}

/** The fields that a template of one form may use, in groups, and an example to begin with. */
export function FieldsSection({ form, forms, groups }: FieldsProps) {
  return (
    <Section
      id="truong"
      title={`Các trường của “${form.name}”`}
      actions={
        <ButtonLink href={`${TEMPLATE_PATH}/vi-du/${form.key}.docx`} icon="download" small>
          Tải mẫu ví dụ
        </ButtonLink>
      }
      intro="Chép nguyên trường, kể cả dấu ngoặc, vào tệp Word. Bảng và danh sách lặp lại phần nằm giữa hai trường mở và đóng; trong bảng, trường mở đặt ở ô đầu, trường đóng đặt ở ô cuối của cùng một dòng."
    >
      <form method="get" action={`${TEMPLATE_PATH}#truong`}>
        <SelectField
          name="mau-bao-cao"
          label="Xem trường của mẫu"
          required
          placeholder={null}
          value={form.key}
          options={forms.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <Button>Xem</Button>
      </form>
      {groups.map((group, n) => (
        <Fold summary={`${group.title} (${group.fields.length})`} open={n === 0}>
          <DataTable
            caption={group.title}
            captionHidden
            columns={[
              { key: 'field', label: 'Trường', primary: true },
              { key: 'meaning', label: 'Được thay bằng', width: 'wide' },
            ]}
            rows={group.fields.map((field) => ({
              field: <FieldName field={field} />,
              meaning: <Meaning field={field} />,
            }))}
          />
        </Fold>
      ))}
    </Section>
  );
}

function FieldName({ field }: { field: TemplateField }) {
  if (!field.rows) return <code>{`{{${field.name}}}`}</code>;
  return (
    <>
      <code>{`{{#${field.name}}}`}</code> … <code>{`{{/${field.name}}}`}</code>
    </>
  );
}

/** What a field becomes; of a loop also the fields that stand within it. */
function Meaning({ field }: { field: TemplateField }) {
  if (!field.rows) return <span>{field.meaning}</span>;
  return (
    <>
      {field.meaning}. Lặp lại với:
      <ul>
        {field.rows.map((row) => (
          <li>
            <code>{`{{${row.name}}}`}</code> {row.meaning}
          </li>
        ))}
      </ul>
    </>
  );
}
