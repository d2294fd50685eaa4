import { formatNumber } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import { OrderedRowButtons } from '../web/ordered-row-buttons.tsx';
import type { CriteriaSet, Criterion } from './queries.ts';
import { numbered } from './result-table.tsx';
import { CRITERION_KIND_NAMES } from './rule.ts';
import { ruleInWords, type WordsAround } from './rule-words.ts';
import { kindsInWords, SETS_PATH, SourceWords } from './set-words.tsx';

interface TableProps {
  set: CriteriaSet;
  around: WordsAround;
  /** Shows the buttons that change a draft. */
  editable: boolean;
}

/** The criteria of a set in words, those of a group below it. */
export function CriteriaTable({ set, around, editable }: TableProps) {
  const numbers = numbered(set.criteria);
  const differ = set.criteria.some(({ subjectKinds }) => subjectKinds !== null);
  const hasPoints = set.criteria.some(({ points }) => points !== null);
  return (
    <DataTable
      caption={`Tiêu chí của bộ “${set.name}”`}
      captionHidden
      columns={[
        { key: 'name', label: 'Tiêu chí', width: 'wide' },
        { key: 'rule', label: 'Yêu cầu' },
        ...(hasPoints
          ? [{ key: 'points', label: 'Điểm', align: 'end' as const, width: 'narrow' as const }]
          : []),
        ...(differ ? [{ key: 'who', label: 'Áp dụng cho', width: 'narrow' as const }] : []),
        { key: 'mandatory', label: 'Bắt buộc', width: 'narrow' },
        ...(editable ? [{ key: 'change', label: 'Sửa', labelHidden: true }] : []),
      ]}
      rows={set.criteria.map((criterion) => ({
        name: (
          <span class={criterion.parentId === null ? undefined : 'criterion-part'}>
            {numbers.get(criterion.id)}. {criterion.name}
            {criterion.hint ? <span class="summary-note">{criterion.hint}</span> : null}
            {criterion.source ? (
              <span class="summary-note">
                Nguồn: <SourceWords source={criterion.source} />
              </span>
            ) : null}
          </span>
        ),
        rule: ruleCell(criterion, around),
        points: criterion.points === null ? '' : formatNumber(criterion.points),
        who: kindsInWords(criterion.subjectKinds ?? set.subjectKinds),
        mandatory: mandatoryInWords(criterion),
        change: <Buttons set={set} criterion={criterion} />,
      }))}
      empty={editable ? 'Chưa có tiêu chí nào; hãy thêm tiêu chí đầu tiên.' : 'Bộ này chưa có tiêu chí nào.'}
    />
  );
}

function ruleCell({ rule }: Criterion, around: WordsAround): string {
  const kind = CRITERION_KIND_NAMES[rule.kind];
  const words = ruleInWords(rule, around);
  return rule.kind === 'yes_no' || words === kind.toLowerCase() ? kind : `${kind}: ${words}`;
}

function mandatoryInWords({ parentId, rule, mandatory }: Criterion): string {
  if (parentId !== null) return 'tính theo nhóm';
  if (rule.kind === 'disqualifier') return 'có là loại';
  return mandatory ? 'bắt buộc' : 'không bắt buộc';
}

function Buttons({ set, criterion }: { set: CriteriaSet; criterion: Criterion }) {
  const at = `${SETS_PATH}/${set.id}/muc/${criterion.id}`;
  return <OrderedRowButtons at={at} version={set.version} what={`tiêu chí ${criterion.name}`} />;
}
