import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import { ADD_NAMES } from './indicators/add-words.ts';
import { INDICATOR_GROUPS } from './indicators/registry.ts';
import {
  type editionsOf,
  FORM_KIND_NAMES,
  type FormKind,
  type listForms,
  type ReportForm,
} from './report-form-queries.ts';
import { TABLE_NAMES } from './tables.ts';

interface FormListProps {
  forms: Awaited<ReturnType<typeof listForms>>;
  mayWrite: boolean;
}

export const FORM_CRUMBS = [
  { label: 'Danh mục', href: '/danh-muc' },
  { label: 'Mẫu báo cáo', href: '/danh-muc/mau-bao-cao' },
];

/** The forms in use. */
export function FormListPage({ forms, mayWrite }: FormListProps) {
  return (
    <>
      <PageHead
        title="Mẫu báo cáo"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Mẫu báo cáo' }]}
        lead="Mỗi mẫu gồm số liệu do hệ thống tính, các phần lời văn và các bảng. Sửa mẫu là lập lần mới: báo cáo đã mở giữ nguyên mẫu cũ."
        actions={
          mayWrite ? (
            <ButtonLink href="/danh-muc/mau-bao-cao/moi" icon="plus">
              Thêm mẫu
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        caption="Mẫu báo cáo đang dùng"
        captionHidden
        columns={[
          { key: 'name', label: 'Mẫu', width: 'wide' },
          { key: 'kind', label: 'Loại' },
          { key: 'edition', label: 'Lần', align: 'end' },
          { key: 'figures', label: 'Số liệu', align: 'end' },
          { key: 'parts', label: 'Phần lời văn', align: 'end' },
          { key: 'tables', label: 'Bảng', align: 'end' },
          { key: 'reports', label: 'Báo cáo đã lập', align: 'end' },
        ]}
        rows={forms.map((form) => ({
          name: <a href={`/danh-muc/mau-bao-cao/${form.id}`}>{form.name}</a>,
          kind: FORM_KIND_NAMES[form.kind as FormKind],
          edition: formatCount(form.edition),
          figures: formatCount(form.figures.length),
          parts: formatCount(form.partCount),
          tables: formatCount(form.tables.length),
          reports: formatCount(form.reportCount),
        }))}
      />
    </>
  );
}

const COLUMNS: Column[] = [
  { key: 'name', label: 'Số liệu', width: 'wide' },
  { key: 'definition', label: 'Cách tính', width: 'wide' },
  { key: 'unit', label: 'Đơn vị tính' },
  { key: 'add', label: 'Cộng lên cấp trên' },
];

interface FormPageProps {
  form: ReportForm;
  editions: Awaited<ReturnType<typeof editionsOf>>;
  mayWrite: boolean;
}

/** One edition: every figure with its definition, the parts, the tables, and the other editions. */
export function FormPage({ form, editions, mayWrite }: FormPageProps) {
  const wanted = new Set(form.figures);
  const groups = INDICATOR_GROUPS.map(({ name, indicators }) => ({
    name,
    indicators: indicators.filter((one) => wanted.has(one.key)),
  })).filter((group) => group.indicators.length > 0);
  return (
    <>
      <PageHead
        title={form.name}
        crumbs={[...FORM_CRUMBS, { label: form.name }]}
        kicker={`Báo cáo ${FORM_KIND_NAMES[form.kind]} · lần ${form.edition}`}
        tag={
          form.isCurrent ? (
            <StateTag tone="good" word="đang dùng" />
          ) : (
            <StateTag tone="stopped" word="đã thay" />
          )
        }
        lead={form.basis ? `Căn cứ: ${form.basis}` : undefined}
        actions={
          mayWrite && form.isCurrent ? (
            <ButtonLink kind="primary" href={`/danh-muc/mau-bao-cao/${form.id}/sua`} icon="edit">
              Lập lần mới
            </ButtonLink>
          ) : null
        }
      />
      <Section id="phan" title="Phần lời văn" count={form.parts.length}>
        <ol>
          {form.parts.map((part) => (
            <li>
              {part.name}
              {part.hint ? <span class="muted">: {part.hint}</span> : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="so-lieu" title="Số liệu" count={form.figures.length}>
        <DataTable
          caption="Số liệu của mẫu"
          captionHidden
          columns={COLUMNS}
          empty="Mẫu này không có số liệu."
        >
          {groups.length > 0
            ? groups.map((group) => (
                <>
                  <TableGroup columns={COLUMNS}>{group.name}</TableGroup>
                  {group.indicators.map((one) => (
                    <TableRow
                      columns={COLUMNS}
                      row={{
                        name: (
                          <>
                            {one.name}
                            <div>
                              <code>{one.key}</code>
                            </div>
                          </>
                        ),
                        definition: one.definition,
                        unit: one.unit,
                        add: ADD_NAMES[one.add],
                      }}
                    />
                  ))}
                </>
              ))
            : null}
        </DataTable>
      </Section>
      <Section id="bang" title="Bảng" count={form.tables.length}>
        {form.tables.length > 0 ? (
          <ul>
            {form.tables.map((key) => (
              <li>{TABLE_NAMES[key] ?? key}</li>
            ))}
          </ul>
        ) : (
          <p class="muted">Mẫu này không có bảng.</p>
        )}
      </Section>
      <Section id="cac-lan" title="Các lần" count={editions.length}>
        <ul>
          {editions.map((edition) => (
            <li>
              {edition.id === form.id ? (
                `Lần ${edition.edition} (đang xem)`
              ) : (
                <a href={`/danh-muc/mau-bao-cao/${edition.id}`}>{`Lần ${edition.edition}`}</a>
              )}
              {`: ${formatCount(edition.reportCount)} báo cáo${edition.isCurrent ? ', đang dùng' : ''}`}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
