import { StateTag } from '../ui/state-tag.tsx';
import type { UnitPlanInView } from './queries.ts';
import { type UnitPlanState, unitPlanWorkflow } from './workflow.ts';

export function UnitPlanStateTag({ state }: { state: UnitPlanState }) {
  const { name, tone } = unitPlanWorkflow.states[state];
  return <StateTag tone={tone} word={name} />;
}

/** Sent after its day: said wherever the plan appears. */
export const isLate = ({
  firstSubmittedOn,
  dueOn,
}: Pick<UnitPlanInView, 'firstSubmittedOn' | 'dueOn'>): boolean =>
  firstSubmittedOn !== null && dueOn !== null && firstSubmittedOn > dueOn;
