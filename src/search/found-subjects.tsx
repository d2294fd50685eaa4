import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { SampleWord } from '../subjects/marks.tsx';
import { formatCount } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { withQuery } from '../web/query.ts';
import { type FoundSubject, MOST_SUBJECTS } from './find-subjects.ts';

/** The subjects that a search finds, by their name or by another one; each leads to everything recorded about it. */
export function SubjectsFound({ subjects, text }: { subjects: readonly FoundSubject[]; text: string }) {
  if (subjects.length === 0) return null;
  const more = subjects.length > MOST_SUBJECTS;
  const shown = subjects.slice(0, MOST_SUBJECTS);
  const count = formatCount(shown.length);
  return (
    <Section
      id="chu-the"
      title="Chủ thể"
      count={more ? `hơn ${count}` : count}
      intro={more ? <a href={withQuery('/chu-the', { q: text })}>Xem thêm ở danh sách chủ thể</a> : null}
    >
      <DataTable
        caption="Chủ thể tìm thấy"
        captionHidden
        columns={[
          { key: 'name', label: 'Tên', width: 'wide' },
          { key: 'place', label: 'Nơi ở, địa chỉ' },
          { key: 'files', label: 'Hồ sơ', align: 'end', width: 'narrow' },
        ]}
        rows={shown.map((subject) => ({
          name: <Name subject={subject} />,
          place: subject.place ?? <span class="unknown">chưa rõ</span>,
          files: formatCount(subject.fileCount),
        }))}
      />
    </Section>
  );
}

function Name({ subject: { id, kind, fullName, birthYear, byAlias, isSample } }: { subject: FoundSubject }) {
  const facts = [
    SUBJECT_KIND_NAMES[kind],
    birthYear && `sinh ${birthYear}`,
    byAlias && `còn gọi: ${byAlias}`,
  ];
  return (
    <>
      <a href={`/chu-the/${id}`}>{fullName}</a> <SampleWord shown={isSample} />
      <span class="summary-note">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}
