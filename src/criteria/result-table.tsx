import { formatNumber } from '../ui/format.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { RESULT_NAMES, type Result } from './finding.ts';
import type { Rule } from './rule.ts';

export const RESULT_TONES: Record<Result, Tone> = { met: 'good', not_met: 'stopped', unknown: 'warn' };

/** A criterion with what came of it. */
export interface ShownResult {
  id: number;
  parentId: number | null;
  name: string;
  rule: Rule;
  mandatory: boolean;
  result: Result;
  explanation: string;
  points: { reached: number; open: number; most?: number | null } | null;
  note?: string | undefined;
}

/** What came of each criterion, and why; the criteria of a group right after it. */
export function ResultTable({ results }: { results: readonly ShownResult[] }) {
  const numbers = numbered(results);
  return (
    <DataTable
      caption="Kết quả từng tiêu chí"
      captionHidden
      columns={[
        { key: 'name', label: 'Tiêu chí', width: 'wide' },
        { key: 'result', label: 'Kết quả', width: 'narrow' },
        { key: 'why', label: 'Vì sao', width: 'wide' },
      ]}
      rows={results.map((one) => ({
        name: (
          <span class={one.parentId === null ? undefined : 'criterion-part'}>
            {numbers.get(one.id)}. {one.name}
            {noteOf(one) ? <span class="summary-note">{noteOf(one)}</span> : null}
          </span>
        ),
        result: <ResultTag {...one} />,
        why: (
          <>
            {one.explanation}
            {one.note ? <span class="summary-note">Căn cứ: {one.note}</span> : null}
          </>
        ),
      }))}
    />
  );
}

function noteOf({ parentId, rule, mandatory }: ShownResult): string | null {
  if (parentId !== null) return null;
  if (rule.kind === 'disqualifier') return 'Điều kiện loại';
  return mandatory ? null : 'Không bắt buộc';
}

/** Points given are shown as points: 30 of 32 is neither "met" nor "not met" by itself. */
function ResultTag({ rule, result, points }: ShownResult) {
  if (rule.kind === 'points' && rule.atLeast === null && points && result !== 'unknown') {
    const most = points.most ? `/${formatNumber(points.most)}` : '';
    return <StateTag tone="neutral" word={`${formatNumber(points.reached)}${most} điểm`} />;
  }
  const word =
    rule.kind === 'disqualifier' && result !== 'unknown' ? DISQUALIFIER[result] : RESULT_NAMES[result];
  return <StateTag tone={RESULT_TONES[result]} word={word} />;
}

const DISQUALIFIER = { met: 'không vướng', not_met: 'bị loại' } as const;

/** 1, 2, 2.1, 2.2, 3 by the place in the set. */
export function numbered(criteria: readonly { id: number; parentId: number | null }[]): Map<number, string> {
  const numbers = new Map<number, string>();
  const counts = new Map<number | null, number>();
  for (const { id, parentId } of criteria) {
    const n = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, n);
    const above = parentId === null ? undefined : numbers.get(parentId);
    numbers.set(id, above ? `${above}.${n}` : String(n));
  }
  return numbers;
}
