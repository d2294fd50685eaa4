import { formatDate } from '../ui/format.ts';
import { Unknown } from '../ui/summary-list.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import type { ExemplarOfSubject } from './in-view.ts';
import { FileState } from './marks.tsx';

/** The registrations of a subject over all plans; of one outside of reach only plan, office and state, and whom to ask. */
export function Registrations({ exemplars }: { exemplars: readonly ExemplarOfSubject[] }) {
  return (
    <DataTable
      caption="Hồ sơ ở các kế hoạch"
      captionHidden
      columns={[
        { key: 'file', label: 'Hồ sơ', width: 'wide' },
        { key: 'plan', label: 'Kế hoạch', width: 'narrow' },
        { key: 'office', label: 'Đơn vị' },
        { key: 'found', label: 'Phát hiện', align: 'end', width: 'narrow' },
        { key: 'state', label: 'Trạng thái', width: 'narrow' },
      ]}
      rows={exemplars.map(toRow)}
      empty="Chưa được đăng ký ở kế hoạch nào."
    />
  );
}

const toRow = (file: ExemplarOfSubject): Row => ({
  plan: <Plan file={file} />,
  file: file.within ? (
    <Within file={file} />
  ) : (
    <span class="muted">Ngoài phạm vi của bạn: hãy hỏi {file.officeName}.</span>
  ),
  office: file.officeName,
  found: file.within ? file.foundOn ? formatDate(file.foundOn) : <Unknown /> : '',
  state: <FileState state={file.state} />,
});

function Plan({ file: { planId, planNumber, within } }: { file: ExemplarOfSubject }) {
  if (planId === null) return <span class="unknown">chưa chọn</span>;
  const name = planNumber ?? 'chưa có số';
  return within ? <a href={`/ke-hoach/${planId}`}>{name}</a> : <span>{name}</span>;
}

function Within({ file }: { file: ExemplarOfSubject }) {
  return (
    <>
      <a href={`/dien-hinh/${file.id}`}>{file.title ?? file.fieldName ?? `Hồ sơ số ${file.id}`}</a>
      <div class="muted">
        {[`Hồ sơ số ${file.id}`, file.fieldName].filter(Boolean).join(' · ')}
        {file.mergedIntoId ? `; đã gộp vào hồ sơ số ${file.mergedIntoId}` : ''}
      </div>
    </>
  );
}
