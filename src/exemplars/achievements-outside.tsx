import { showAmount } from '../measures/show-amount.ts';
import type { Reader } from '../platform/db.ts';
import { Notice } from '../ui/notice.tsx';
import { amountInWords, OutsideMark } from './achievements-view.tsx';
import { contributionsOf } from './contributions-queries.ts';
import { achievementsOf } from './merits-queries.ts';

/** Figures that whoever assesses should look at twice: outside of the plausible range, or contradicted. Null: none. */
export async function doubtfulFigures(db: Reader, exemplarId: number) {
  const [achievements, contributions] = await Promise.all([
    achievementsOf(db, exemplarId),
    contributionsOf(db, exemplarId),
  ]);
  const figures = [
    ...achievements.flatMap((one) =>
      one.value === null ? [] : [{ ...one, what: one.statement, shown: amountInWords(one.value, one) }],
    ),
    ...contributions.map((one) => ({ ...one, what: one.purpose, shown: showAmount(one.amount, one.scale) })),
  ].filter(({ outside, trust }) => outside || trust === 'contradicted');
  if (figures.length === 0) return null;
  return (
    <Notice tone="warn" title="Số liệu cần xem kỹ khi đánh giá">
      <ul>
        {figures.map(({ what, shown, outside, rechecked, trust }) => (
          <li>
            {what}: {shown}
            {trust === 'contradicted' ? ', có nguồn nói khác' : ''}
            <OutsideMark shown={outside} rechecked={rechecked} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
