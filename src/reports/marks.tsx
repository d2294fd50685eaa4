import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type ReportState, reportWorkflow } from './workflow.ts';

interface StateProps {
  state: ReportState;
  firstSubmittedOn: Day | null;
  dueOn: Day | null;
}

/** The state of a report, and beside it that it was submitted late. */
export function ReportStateTag({ state, firstSubmittedOn, dueOn }: StateProps) {
  const { name, tone } = reportWorkflow.states[state];
  return (
    <>
      <StateTag tone={tone} word={name} />
      {isLate(firstSubmittedOn, dueOn) ? (
        <div>
          <StateTag tone="warn" shape="clock" word={`nộp muộn, hạn ${formatDate(dueOn)}`} />
        </div>
      ) : null}
    </>
  );
}

/** Late by its first submission: what comes after a return does not make a report late. */
export const isLate = (firstSubmittedOn: Day | null, dueOn: Day | null): boolean =>
  firstSubmittedOn !== null && dueOn !== null && firstSubmittedOn > dueOn;
