import { ROLE_NAMES } from '../identity/actor.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { stepPath } from './step-pages-words.ts';
import type { AvailableStep, StepOfOthers } from './steps-available.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

interface StepsProps {
  id: number;
  available: readonly AvailableStep[];
  others: readonly StepOfOthers[];
}

/** The one place of the page where things can be done: what now, what not and why, and what others may do. */
export function StepsPanel({ id, available, others }: StepsProps) {
  const open = available.filter((step) => step.reasons.length === 0);
  const closed = available.filter((step) => step.reasons.length > 0);
  return (
    <Section id="viec" title="Việc có thể làm">
      {open.length > 0 ? (
        <div class="button-row">
          {inButtonOrder(open).map(({ action }, index) => (
            <ButtonLink href={stepPath(id, action)} kind={kindOf(action, index === 0)}>
              {exemplarWorkflow.actions[action].label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
      {closed.map(({ action, reasons, mayOverride }) => (
        <RefusalList title={`Chưa thể “${exemplarWorkflow.actions[action].label}”`} reasons={reasons}>
          {mayOverride ? (
            <p>
              <a href={stepPath(id, action)}>Vẫn thực hiện, ghi rõ lý do</a>
            </p>
          ) : null}
        </RefusalList>
      ))}
      <OthersSteps others={others} alone={available.length === 0} />
    </Section>
  );
}

/** One strong button, and it comes first; what stops a file comes last. */
function inButtonOrder(steps: readonly AvailableStep[]): AvailableStep[] {
  const rank = { primary: 0, secondary: 1, danger: 2 };
  return steps.toSorted(
    (one, other) =>
      rank[exemplarWorkflow.actions[one.action].kind] - rank[exemplarWorkflow.actions[other.action].kind],
  );
}

function kindOf(action: ExemplarAction, first: boolean) {
  const { kind } = exemplarWorkflow.actions[action];
  return kind === 'primary' && !first ? 'secondary' : kind;
}

function OthersSteps({ others, alone }: { others: readonly StepOfOthers[]; alone: boolean }) {
  if (others.length === 0) {
    return alone ? <p class="muted">Ở trạng thái này không còn bước nào của quy trình.</p> : null;
  }
  return (
    <div>
      <p class="muted">
        {alone ? 'Ở trạng thái này tài khoản của bạn không quyết định bước nào. ' : ''}Người có thẩm quyền với
        hồ sơ này có thể:
      </p>
      <ul class="muted">
        {others.map(({ action, who }) => (
          <li>
            {exemplarWorkflow.actions[action].label}: {who.map((role) => ROLE_NAMES[role]).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
