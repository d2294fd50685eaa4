import { choosingPath, listPath } from '../choosing/field-query.ts';
import type { FieldToChoose } from '../choosing/waiting.ts';
import { formatCount } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import { WorkSection } from './my-work-sections.tsx';

/** The fields that the person chooses in: who is proposed, what is prepared, and who is next where there is room. */
export function Choosing({ fields }: { fields: readonly FieldToChoose[] }) {
  if (fields.length === 0) return null;
  return (
    <WorkSection id="lua-chon" title="Lựa chọn theo lĩnh vực" total={fields.length} shown={fields.length}>
      <DataTable
        caption="Lựa chọn theo lĩnh vực"
        captionHidden
        columns={[
          { key: 'field', label: 'Lĩnh vực', width: 'wide' },
          { key: 'proposed', label: 'Đề nghị, chờ' },
          { key: 'prepared', label: 'Đang chuẩn bị' },
          { key: 'next', label: 'Còn chỗ' },
        ]}
        rows={fields.map((field) => ({
          field: (
            <>
              <a href={choosingPath(field)}>{field.name}</a>
              <div class="muted">Kế hoạch {field.planNumber}</div>
            </>
          ),
          proposed: `${formatCount(field.proposed)} đề nghị, ${formatCount(field.waiting)} chờ`,
          prepared:
            field.listId !== null && field.prepared > 0 ? (
              <a href={listPath(field.listId)}>{formatCount(field.prepared)} quyết định</a>
            ) : (
              <span class="muted">chưa có</span>
            ),
          next: <Next field={field} />,
        }))}
      />
    </WorkSection>
  );
}

function Next({ field }: { field: FieldToChoose }) {
  const { room, first } = field;
  if (room === null) return <span class="muted">không giới hạn</span>;
  if (room === 0) return <span class="muted">hết chỗ</span>;
  return (
    <>
      {formatCount(room)} chỗ
      {first ? (
        <div>
          Đầu danh sách chờ: <a href={`${choosingPath(field)}/${first.id}`}>{first.fullName}</a>
        </div>
      ) : null}
    </>
  );
}
