import { RESULT_NAMES } from '../criteria/finding.ts';
import { RESULT_TONES } from '../criteria/result-table.tsx';
import type { Assessment } from '../exemplars/assessment-rows.ts';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';

/** What came of the criteria of the field, with the words to each; by which edition, by whom. */
export function CriteriaCell({ assessment }: { assessment: Assessment | null }) {
  if (!assessment) return <StateTag tone="warn" word="chưa đánh giá theo bộ của lĩnh vực" />;
  const { result, summary, answers, setName, edition, assessedOn, assessedBy } = assessment;
  return (
    <>
      <StateTag tone={RESULT_TONES[result]} word={RESULT_NAMES[result]} />
      <div>{summary}</div>
      <Fold summary={`Từng tiêu chí (${answers.length})`}>
        <ul>
          {answers.map((one) => (
            <li>
              {one.name}: <StateTag tone={RESULT_TONES[one.result]} word={RESULT_NAMES[one.result]} />
              <div class="muted">{one.explanation}</div>
            </li>
          ))}
        </ul>
      </Fold>
      <div class="muted">
        {setName}, lần {edition}; {assessedBy ?? 'chương trình'} đánh giá ngày {formatDate(assessedOn)}
      </div>
    </>
  );
}
