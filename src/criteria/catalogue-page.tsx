import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { CriteriaSet, Criterion } from './queries.ts';
import { CRITERION_KIND_NAMES, ruleInWords } from './rule.ts';

/** Every criteria set with what it asks of whom; `today` as ISO. */
export function CriteriaCataloguePage({ sets, today }: { sets: readonly CriteriaSet[]; today: string }) {
  return (
    <>
      <PageHead
        title="Tiêu chí"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Tiêu chí' }]}
        lead="Các bộ tiêu chí theo văn bản quy định. Mỗi lần đánh giá giữ mãi bộ tiêu chí đã dùng. Điều chưa rõ không tính là đạt, cũng không tính là không đạt."
      />
      {sets.length === 0 ? (
        <EmptyState title="Chưa có bộ tiêu chí nào">Bộ tiêu chí của các lĩnh vực sẽ hiện ở đây.</EmptyState>
      ) : null}
      {sets.map((set) => (
        <CriteriaSetSection set={set} today={today} />
      ))}
    </>
  );
}

function CriteriaSetSection({ set, today }: { set: CriteriaSet; today: string }) {
  return (
    <Section
      id={`bo-${set.id}`}
      title={set.name}
      count={set.criteria.length}
      actions={<Validity {...set} today={today} />}
      intro={
        <p>
          Căn cứ: {set.legalBasis ?? 'chưa rõ'}. Áp dụng cho {kindsInWords(set.subjectKinds)}.
        </p>
      }
    >
      <DataTable
        caption={`Tiêu chí của bộ “${set.name}”`}
        captionHidden
        columns={[
          { key: 'name', label: 'Tiêu chí', width: 'wide' },
          { key: 'rule', label: 'Yêu cầu' },
          { key: 'who', label: 'Áp dụng cho', width: 'narrow' },
          { key: 'mandatory', label: 'Bắt buộc', width: 'narrow' },
        ]}
        rows={set.criteria.map((criterion, index) => ({
          name: `${index + 1}. ${criterion.name}`,
          rule: <RuleCell criterion={criterion} />,
          who: kindsInWords(criterion.subjectKinds ?? set.subjectKinds),
          mandatory: criterion.mandatory ? 'bắt buộc' : 'không bắt buộc',
        }))}
        empty="Bộ này chưa có tiêu chí nào."
      />
    </Section>
  );
}

function RuleCell({ criterion }: { criterion: Criterion }) {
  const kind = CRITERION_KIND_NAMES[criterion.rule.kind];
  return criterion.rule.kind === 'yes_no' ? (
    kind
  ) : (
    <>
      {kind}: {ruleInWords(criterion.rule)}
    </>
  );
}

function Validity({
  validFrom,
  validTo,
  today,
}: Pick<CriteriaSet, 'validFrom' | 'validTo'> & { today: string }) {
  const span = [
    ...(validFrom ? [`từ ${formatDate(validFrom)}`] : []),
    ...(validTo ? [`đến ${formatDate(validTo)}`] : []),
  ].join(' ');
  if (validTo && validTo < today) return <StateTag tone="stopped" word={`hết hiệu lực, ${span}`} />;
  if (validFrom && validFrom > today) return <StateTag tone="neutral" word={`chưa có hiệu lực, ${span}`} />;
  return <StateTag tone="good" word={span ? `có hiệu lực ${span}` : 'có hiệu lực'} />;
}

const kindsInWords = (kinds: CriteriaSet['subjectKinds']): string =>
  kinds.map((kind) => SUBJECT_KIND_NAMES[kind].toLowerCase()).join(', ');
