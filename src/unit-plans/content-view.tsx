import { MEDIA_TYPES } from '../evidence/media-types.ts';
import { formatDate, formatNumber, UNKNOWN } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { PlannedExemplar, Target, WrittenPart } from './content.ts';
import type { AttachedFile } from './content-queries.ts';

/** What was written, part by part. */
export function PartsView({ parts }: { parts: readonly WrittenPart[] }) {
  return (
    <div class="stack">
      {parts.map(({ ord, name, text }, n) => (
        <section id={`phan-${ord}`}>
          <h3>
            {n + 1}. {name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)}
          </h3>
          {text ? <div class="prose-lines">{text}</div> : <p class="unknown">Chưa viết.</p>}
        </section>
      ))}
    </div>
  );
}

export function TargetsTable({ targets }: { targets: readonly Target[] }) {
  return (
    <DataTable
      caption="Chỉ tiêu của đơn vị"
      captionHidden
      columns={[
        { key: 'what', label: 'Nội dung', width: 'wide' },
        { key: 'number', label: 'Số lượng', align: 'end' },
        { key: 'unit', label: 'Đơn vị tính' },
        { key: 'due', label: 'Xong trước ngày' },
      ]}
      rows={targets.map(({ what, number, unit, dueOn }) => ({
        what,
        number: number === null ? <span class="unknown">{UNKNOWN}</span> : formatNumber(number),
        unit: unit ?? '',
        due: dueOn ? formatDate(dueOn) : <span class="muted">không ghi</span>,
      }))}
      empty="Đơn vị chưa đặt chỉ tiêu nào."
    />
  );
}

interface ExemplarsTableProps {
  exemplars: readonly PlannedExemplar[];
  /** Files of exemplars of the same name, by the name as it stands here. */
  registered?: ReadonlyMap<string, number>;
}

export function ExemplarsTable({ exemplars, registered }: ExemplarsTableProps) {
  return (
    <DataTable
      caption="Điển hình dự kiến xây dựng"
      captionHidden
      columns={[
        { key: 'name', label: 'Tên, nơi ở', width: 'wide' },
        { key: 'field', label: 'Lĩnh vực' },
        { key: 'note', label: 'Xây dựng về việc gì' },
      ]}
      rows={exemplars.map(({ name, fieldName, note }) => {
        const file = registered?.get(name);
        return {
          name: (
            <>
              {name}
              {file ? (
                <div>
                  <a href={`/dien-hinh/${file}`}>Có hồ sơ cùng tên</a>
                </div>
              ) : null}
            </>
          ),
          field: fieldName ?? <span class="muted">chưa chọn</span>,
          note: note ?? '',
        };
      })}
      empty="Chưa nêu điển hình nào."
    />
  );
}

interface FilesTableProps {
  unitPlanId: number;
  files: readonly AttachedFile[];
  /** The actor may take files off now. */
  open: boolean;
}

const MB = 1024 * 1024;

export function FilesTable({ unitPlanId, files, open }: FilesTableProps) {
  const base = `/ke-hoach-don-vi/${unitPlanId}/tep`;
  return (
    <DataTable
      caption="Tệp kèm theo"
      captionHidden
      columns={[
        { key: 'title', label: 'Tệp', width: 'wide' },
        { key: 'kind', label: 'Loại' },
        { key: 'by', label: 'Người thêm' },
        ...(open ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
      ]}
      rows={files.map(({ id, title, mediaType, size, addedBy }) => ({
        title: <a href={`${base}/${id}`}>{title}</a>,
        kind: `${MEDIA_TYPES[mediaType].name}, ${formatNumber(Math.max(0.1, Math.round((size / MB) * 10) / 10))} MB`,
        by: addedBy ?? 'Chương trình',
        act: (
          <a href={`${base}/${id}/bo`}>
            Bỏ<span class="visually-hidden"> {title}</span>
          </a>
        ),
      }))}
      empty="Chưa có tệp nào."
    />
  );
}
