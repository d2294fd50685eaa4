import type { HistoryEntry } from '../audit/timeline.ts';
import { dayInVietnam } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx';
import type { Alias } from './alias-queries.ts';
import { formerFacts } from './former-facts.ts';
import type { SubjectInView } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';

interface FactsProps {
  subject: SubjectInView;
  aliases: readonly Alias[];
  history: readonly HistoryEntry[];
  may: boolean;
}

/** Who it is: its names, what is kept of it, and what stood there before. */
export function SubjectFactsList({ subject, aliases, history, may }: FactsProps) {
  const { kind, birthYear, place, position, representative, fullName } = subject;
  const collective = kind === 'collective';
  const fact = (label: string, field: string, value: string | null): SummaryItem => {
    const before = formerFacts(history, field, value);
    const note = before.map((one) => `${one.value} (đến ${formatDate(dayInVietnam(one.until))})`).join('; ');
    return { label, value, ...(note ? { note: `Trước đó: ${note}` } : {}) };
  };
  return (
    <SummaryList
      items={[
        fact('Tên', 'tên', fullName),
        { label: 'Tên khác', value: <Aliases id={subject.id} aliases={aliases} may={may} /> },
        { label: 'Loại', value: SUBJECT_KIND_NAMES[kind] },
        ...(collective ? [] : [fact('Năm sinh', 'năm sinh', birthYear === null ? null : String(birthYear))]),
        fact(collective ? 'Địa chỉ' : 'Nơi ở', 'nơi ở, địa chỉ', place),
        ...(collective ? [] : [fact('Chức vụ, nghề nghiệp', 'chức vụ, nghề nghiệp', position)]),
        ...(kind === 'individual' ? [] : [fact('Người đại diện', 'người đại diện', representative)]),
      ]}
    />
  );
}

function Aliases({ id, aliases, may }: { id: number; aliases: readonly Alias[]; may: boolean }) {
  if (aliases.length === 0) return <span class="muted">chưa ghi tên nào</span>;
  return (
    <ul>
      {aliases.map((alias) => (
        <li>
          {alias.name}
          {alias.note ? <span class="muted"> – {alias.note}</span> : null}
          {may ? (
            <>
              {' · '}
              <a href={`/chu-the/${id}/ten-khac/${alias.id}/bo`}>
                Bỏ<span class="visually-hidden"> tên {alias.name}</span>
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
