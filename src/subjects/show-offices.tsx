import { formatDate } from '../ui/format.ts';
import { DataTable, type Row } from '../ui/table.tsx';
import type { OfficeOfSubject } from './office-history.ts';

/** Where the subject belongs and belonged: an old office keeps its name, and what it is now stands beside it. */
export function OfficesOfSubject({ offices }: { offices: readonly OfficeOfSubject[] }) {
  return (
    <DataTable
      caption="Đơn vị qua các thời kỳ"
      captionHidden
      columns={[
        { key: 'office', label: 'Đơn vị', width: 'wide' },
        { key: 'what', label: 'Giữ gì của chủ thể' },
        { key: 'now', label: 'Hiện nay' },
      ]}
      rows={offices.map(toRow)}
      empty="Chưa gắn với đơn vị nào."
    />
  );
}

const toRow = (office: OfficeOfSubject): Row => ({
  office: (
    <>
      <a href={`/don-vi/${office.id}`}>{office.name}</a>
      {office.parentName ? <div class="muted">{office.parentName}</div> : null}
    </>
  ),
  what: keptInWords(office),
  now: <Now office={office} />,
});

function keptInWords({ fileCount, keepsAwards, since }: OfficeOfSubject): string {
  const files = fileCount > 0 ? `${fileCount} hồ sơ${since ? ` từ ${formatDate(since)}` : ''}` : '';
  return [files, keepsAwards && 'khen thưởng đã có'].filter(Boolean).join('; ');
}

function Now({ office: { endedOn, present, followed } }: { office: OfficeOfSubject }) {
  if (present.length === 0) {
    return (
      <>{endedOn === null ? 'vẫn là đơn vị này' : `đến ${formatDate(endedOn)}; chưa rõ đơn vị nào kế thừa`}</>
    );
  }
  return (
    <>
      nay thuộc{' '}
      {present.map(({ id, name }, n) => (
        <>
          {n > 0 ? '; ' : ''}
          <a href={`/don-vi/${id}`}>{name}</a>
        </>
      ))}
      {followed.map(({ onDate, basis, name }) => (
        <div class="muted">{[`${formatDate(onDate)}: ${name}`, basis].filter(Boolean).join(', ')}</div>
      ))}
    </>
  );
}
