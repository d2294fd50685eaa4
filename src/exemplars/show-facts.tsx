import type { OfficeInTree } from '../offices/tree.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx';
import type { ExemplarInView } from './queries.ts';
import { BREADTH_NAMES, LEVEL_NAMES, MATURITY_NAMES, ORIGIN_NAMES, wordFor } from './show-words.ts';

interface FactsProps {
  exemplar: ExemplarInView;
  /** What the office is on the day; empty when it ended and nobody followed. */
  presentOffices: readonly OfficeInTree[];
}

/** What is registered: who, where, in which field, found how. */
export function RegistrationFacts({ exemplar, presentOffices }: FactsProps) {
  return (
    <div class="stack">
      <Words text={exemplar.statement} />
      <Words text={exemplar.novelty} title="Điều mới hoặc việc khó đã giải quyết" />
      <Words text={exemplar.interest} title="Ai quan tâm" />
      <SummaryList
        items={[
          ...subjectItems(exemplar.subject),
          ...placeItems(exemplar, presentOffices),
          ...foundItems(exemplar),
        ]}
      />
      <Sources sources={exemplar.sources} />
    </div>
  );
}

function Words({ text, title }: { text: string | null; title?: string }) {
  if (text === null) return null;
  return (
    <div class="prose">
      {title ? <h3>{title}</h3> : null}
      {text.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}

function subjectItems(subject: ExemplarInView['subject']): SummaryItem[] {
  const collective = subject.kind === 'collective';
  return [
    {
      label: 'Chủ thể',
      value: <a href={`/chu-the/${subject.id}`}>{subject.fullName}</a>,
      note: 'Mọi điều đã ghi về chủ thể, ở mọi kế hoạch',
    },
    { label: 'Loại điển hình', value: SUBJECT_KIND_NAMES[subject.kind] },
    ...(collective ? [] : [{ label: 'Năm sinh', value: subject.birthYear && String(subject.birthYear) }]),
    { label: collective ? 'Địa chỉ' : 'Nơi ở', value: subject.place },
    ...(collective ? [] : [{ label: 'Chức vụ, nghề nghiệp', value: subject.position }]),
    ...(subject.kind === 'individual' ? [] : [{ label: 'Người đại diện', value: subject.representative }]),
  ];
}

function placeItems(exemplar: ExemplarInView, presentOffices: FactsProps['presentOffices']): SummaryItem[] {
  const later = presentOffices.filter((office) => office.id !== exemplar.officeId);
  const { planId, planNumber, fieldName, leadOfficeName } = exemplar;
  return [
    {
      label: 'Đơn vị',
      value: <a href={`/don-vi/${exemplar.officeId}`}>{exemplar.officeName}</a>,
      note: later.length > 0 ? <LaterOffices offices={later} /> : undefined,
    },
    {
      label: 'Lĩnh vực',
      value: fieldName,
      note: leadOfficeName ? `Cơ quan chủ trì: ${leadOfficeName}` : hintNote(exemplar),
    },
    { label: 'Kế hoạch', value: planId ? <a href={`/ke-hoach/${planId}`}>{planNumber}</a> : null },
    { label: 'Phong trào thi đua', value: exemplar.movementName },
    { label: 'Toàn diện hay từng mặt', value: wordFor(BREADTH_NAMES, exemplar.breadth) },
    { label: 'Mức độ', value: wordFor(MATURITY_NAMES, exemplar.maturity) },
    ...(exemplar.level ? [{ label: 'Cấp công nhận', value: LEVEL_NAMES[exemplar.level] }] : []),
  ];
}

const hintNote = ({ fieldHint }: ExemplarInView) => (fieldHint ? `Nguồn tin ghi: ${fieldHint}` : undefined);

function LaterOffices({ offices }: { offices: readonly OfficeInTree[] }) {
  return (
    <>
      Nay là{' '}
      {offices.map((office, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <a href={`/don-vi/${office.id}`}>{office.name}</a>
        </>
      ))}
    </>
  );
}

function foundItems(exemplar: ExemplarInView): SummaryItem[] {
  return [
    { label: 'Ngày phát hiện', value: formatDate(exemplar.foundOn) },
    { label: 'Nguồn phát hiện', value: wordFor(ORIGIN_NAMES, exemplar.origin), note: exemplar.sourceNote },
  ];
}

/** Where a lead comes from. Addresses of other sites are told neither whence one comes nor that we vouch for them. */
function Sources({ sources }: { sources: readonly string[] }) {
  if (sources.length === 0) return null;
  return (
    <div>
      <h3>Nguồn tin</h3>
      <ul>
        {sources.map((source) => (
          <li>
            {isWebAddress(source) ? (
              <a href={source} rel="noreferrer nofollow noopener" target="_blank">
                {source}
              </a>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
