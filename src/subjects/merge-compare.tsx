import type { Child } from 'hono/jsx';
import { Unknown } from '../ui/summary-list.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { EXEMPLAR_STATES } from './exemplar-states.ts';
import type { SubjectFacts } from './facts.ts';
import type { ExemplarOfSubject, SubjectInView } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import { subjectPath } from './merge-paths.ts';
import { FACT_NAMES, MERGED_FACTS, type MergedFact, type Side, usualChoice } from './merge-rules.ts';
import type { SeenBoth } from './merge-seen.ts';

interface CompareProps {
  seen: SeenBoth;
  /** May values be chosen, or are they only shown? */
  choosing: boolean;
  typed: Typed;
}

/** The id of the form that the choices belong to: it stands below the table. */
export const MERGE_FORM = 'gop-hai';

/** Both side by side, field by field; where they differ the person chooses which value is kept. */
export function CompareTable({ seen, choosing, typed }: CompareProps) {
  const { kept, gone } = seen;
  return (
    <DataTable
      caption="So sánh hai chủ thể"
      captionHidden
      columns={columnsOf(seen)}
      rows={[
        {
          what: 'Trang',
          kept: <a href={subjectPath(kept.id)}>Mở chủ thể số {kept.id}</a>,
          gone: <a href={subjectPath(gone.id)}>Mở chủ thể số {gone.id}</a>,
        },
        { what: 'Loại', kept: SUBJECT_KIND_NAMES[kept.kind], gone: SUBJECT_KIND_NAMES[gone.kind] },
        ...MERGED_FACTS.map((fact) => factRow({ seen, choosing, typed }, fact)),
        {
          what: 'Tên khác',
          kept: seen.aliases.kept.join('; ') || 'không có',
          gone: seen.aliases.gone.join('; ') || 'không có',
        },
        { what: 'Hồ sơ', kept: <Files subject={kept} />, gone: <Files subject={gone} /> },
        ...seen.counts
          .filter(({ name }) => name === 'khen thưởng đã có')
          .map((one) => ({ what: 'Khen thưởng đã có', kept: one.kept, gone: one.gone })),
      ]}
    />
  );
}

const columnsOf = ({ kept, gone }: SeenBoth): Column[] => [
  { key: 'what', label: 'Mục', primary: true, width: 'narrow' },
  { key: 'kept', label: `Giữ: số ${kept.id}` },
  { key: 'gone', label: `Sẽ gộp: số ${gone.id}` },
];

function factRow({ seen: { kept, gone }, choosing, typed }: CompareProps, fact: MergedFact): Row {
  const what = FACT_NAMES[fact];
  if (kept[fact] === gone[fact])
    return { what, kept: <Value facts={kept} fact={fact} />, gone: <Value facts={gone} fact={fact} /> };
  if (!choosing)
    return {
      what,
      kept: <Value facts={kept} fact={fact} />,
      gone: <Value facts={gone} fact={fact} differs />,
    };
  const chosen = sideIn(typed, fact) ?? usualChoice(kept, gone)[fact];
  const choice = (side: Side, subject: SubjectInView): Child => (
    <SideChoice fact={fact} side={side} subject={subject} checked={chosen === side} />
  );
  return { what, kept: choice('kept', kept), gone: choice('gone', gone) };
}

const sideIn = (typed: Typed, fact: MergedFact): Side | null =>
  typed[fact] === 'kept' || typed[fact] === 'gone' ? typed[fact] : null;

function SideChoice({
  fact,
  side,
  subject,
  checked,
}: {
  fact: MergedFact;
  side: Side;
  subject: SubjectInView;
  checked: boolean;
}) {
  const id = side === 'kept' ? `f-${fact}` : `f-${fact}-2`;
  return (
    <div class="choice">
      <input
        type="radio"
        form={MERGE_FORM}
        id={id}
        name={fact}
        value={side}
        checked={checked}
        aria-label={`${FACT_NAMES[fact]}: ${subject[fact] ?? 'chưa rõ'} (của số ${subject.id})`}
      />
      <label for={id}>
        <Value facts={subject} fact={fact} />
      </label>
    </div>
  );
}

function Value({ facts, fact, differs }: { facts: SubjectFacts; fact: MergedFact; differs?: boolean }) {
  const value = facts[fact];
  if (value === null) return <Unknown />;
  return differs ? <strong>{value}</strong> : value;
}

/** Of a registration outside of the reach no more is told than plan, office and state. */
function Files({ subject }: { subject: SubjectInView }) {
  if (subject.exemplars.length === 0) return <>không có</>;
  return (
    <ul class="plain-list">
      {subject.exemplars.map((file) => (
        <li>
          {file.within ? (
            <a href={`/dien-hinh/${file.id}`}>Hồ sơ số {file.id}</a>
          ) : (
            'Hồ sơ ngoài phạm vi của bạn'
          )}
          {`: ${fileInWords(file)}`}
        </li>
      ))}
    </ul>
  );
}

const fileInWords = (file: ExemplarOfSubject): string =>
  [
    file.planNumber ? `kế hoạch ${file.planNumber}` : null,
    file.within ? file.fieldName : null,
    file.officeName,
    EXEMPLAR_STATES[file.state].name,
  ]
    .filter(Boolean)
    .join(', ');
