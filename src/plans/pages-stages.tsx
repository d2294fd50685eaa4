import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { LifeLine, type StepState } from '../ui/life-line.tsx';
import { shareOfPeriod, spanInWords, stageOn } from './pages-when.ts';
import type { PlanInView, Stage } from './queries.ts';

interface StagesProps {
  plan: Pick<PlanInView, 'stages' | 'periodFrom' | 'periodTo'>;
  today: Day;
}

const STATE: Record<ReturnType<typeof stageOn>, StepState> = { past: 'done', now: 'now', ahead: 'ahead' };

/** The stages of a plan on its period, with the day one is in. */
export function StageLine({ plan, today }: StagesProps) {
  return (
    <>
      <PeriodBar plan={plan} today={today} />
      <LifeLine
        label="Các giai đoạn"
        steps={plan.stages.map((stage) => ({
          label: stage.name,
          date: spanInWords(stage),
          state: STATE[stageOn(stage, today)],
          note: stageOn(stage, today) === 'now' ? 'đang thực hiện' : undefined,
        }))}
      />
    </>
  );
}

const WIDTH = 1000;
const HEIGHT = 24;
const BAR = { y: 7, height: 10 };

/** The period as one bar to scale: a block for each stage, a mark for today. The words stand in the line below. */
function PeriodBar({ plan, today }: StagesProps) {
  const at = (day: Day) => shareOfPeriod(day, plan.periodFrom, plan.periodTo) * WIDTH;
  const inPeriod = today >= plan.periodFrom && today <= plan.periodTo;
  const from = formatDate(plan.periodFrom);
  const to = formatDate(plan.periodTo);
  return (
    <figure>
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Thời gian thực hiện từ ${from} đến ${to}, các giai đoạn theo đúng tỷ lệ`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <rect x="0" y={BAR.y} width={WIDTH} height={BAR.height} fill="var(--sunk)" />
        {plan.stages.map((stage) => (
          <StageBlock stage={stage} from={at(stage.fromOn)} to={at(dayAfter(stage.toOn))} today={today} />
        ))}
        {inPeriod ? (
          <path
            d={`M${at(today)} 0v${HEIGHT}`}
            stroke="var(--red)"
            stroke-width="3"
            vector-effect="non-scaling-stroke"
          />
        ) : null}
      </svg>
      <figcaption class="muted">
        {from} – {to}. Hôm nay: {formatDate(today)}
        {inPeriod ? ' (vạch đỏ)' : ', ngoài thời gian thực hiện'}.
      </figcaption>
    </figure>
  );
}

const FILL: Record<ReturnType<typeof stageOn>, string> = {
  past: 'var(--green)',
  now: 'var(--blue)',
  ahead: 'var(--line-strong)',
};

function StageBlock({ stage, from, to, today }: { stage: Stage; from: number; to: number; today: Day }) {
  return (
    <rect
      x={from + 1}
      y={BAR.y}
      width={Math.max(2, to - from - 2)}
      height={BAR.height}
      fill={FILL[stageOn(stage, today)]}
    />
  );
}

function dayAfter(day: Day): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().slice(0, 10);
}
