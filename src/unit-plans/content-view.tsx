import { MEDIA_TYPES } from '../evidence/media-types.ts';
import { EXEMPLAR_STATES } from '../subjects/exemplar-states.ts';
import { formatCount, formatDate, formatNumber, UNKNOWN } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { PlannedExemplar, Target, WrittenPart } from './content.ts';
import type { AttachedFile } from './content-queries.ts';
import type { LinkedFile } from './link-queries.ts';

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

interface CameProps {
  /** By place in the list, the first being 1. */
  links: ReadonlyMap<number, LinkedFile>;
  /** Files of exemplars of the same name, by the name as it stands here. */
  registered: ReadonlyMap<string, number>;
  /** Where a row is linked to a file; null for who may not. */
  linkAt: string | null;
}

interface ExemplarsTableProps {
  exemplars: readonly PlannedExemplar[];
  /** What became of them; not told of an earlier version. */
  came?: CameProps;
}

export function ExemplarsTable({ exemplars, came }: ExemplarsTableProps) {
  const linked = came ? exemplars.filter((_, n) => came.links.has(n + 1)).length : 0;
  return (
    <>
      {came && exemplars.length > 0 ? (
        <p>Đơn vị {registeredInWords(exemplars.length, linked)} điển hình dự kiến.</p>
      ) : null}
      <DataTable
        caption="Điển hình dự kiến xây dựng"
        captionHidden
        columns={[
          { key: 'name', label: 'Tên, nơi ở', width: 'wide' },
          { key: 'field', label: 'Lĩnh vực' },
          { key: 'note', label: 'Xây dựng về việc gì' },
          ...(came ? [{ key: 'file', label: 'Hồ sơ đã đăng ký' }] : []),
        ]}
        rows={exemplars.map(({ name, fieldName, note }, n) => ({
          name,
          field: fieldName ?? <span class="muted">chưa chọn</span>,
          note: note ?? '',
          file: came ? <CameOfIt {...came} name={name} ord={n + 1} /> : null,
        }))}
        empty="Chưa nêu điển hình nào."
      />
    </>
  );
}

/** 'đã đăng ký 2/3' */
export const registeredInWords = (listed: number, linked: number): string =>
  `đã đăng ký ${formatCount(linked)}/${formatCount(listed)}`;

/** The file that a row is linked to with its state; else the one of the same name, and the way to link one. */
function CameOfIt({ links, registered, linkAt, name, ord }: CameProps & { name: string; ord: number }) {
  const link = links.get(ord);
  const alike = registered.get(name);
  const act = linkAt ? (
    <a href={`${linkAt}/${ord}`}>
      {link ? 'Đổi' : 'Gắn hồ sơ'}
      <span class="visually-hidden"> của {name}</span>
    </a>
  ) : null;
  if (link) {
    return (
      <>
        <LinkedState file={link} />
        {act}
      </>
    );
  }
  return (
    <>
      <div class="muted">chưa gắn</div>
      {alike ? (
        <div>
          <a href={`/dien-hinh/${alike}`}>Có hồ sơ cùng tên</a>
        </div>
      ) : null}
      {act}
    </>
  );
}

/** Name and state of the file; the name leads there for who may open it. */
export function LinkedState({ file }: { file: LinkedFile }) {
  const { exemplarId, fullName, state, open } = file;
  const { name, tone } = EXEMPLAR_STATES[state];
  return (
    <div>
      {open ? <a href={`/dien-hinh/${exemplarId}`}>{fullName}</a> : fullName}{' '}
      <StateTag tone={tone} word={name} />
    </div>
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
