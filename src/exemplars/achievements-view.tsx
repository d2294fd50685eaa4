import { formatNumber } from '../ui/format.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { TRUST_NAMES, type Trust as TrustKey } from './achievements-trust.ts';
import type { Achievement } from './merits-queries.ts';

/** The figure with its unit above what it measures; a dash where the sentence says it all. */
export function Figure({ achievement }: { achievement: Pick<Achievement, 'value' | 'unit' | 'measure'> }) {
  const { value, unit, measure } = achievement;
  if (value === null) return <>–</>;
  return (
    <>
      {formatNumber(value)} {unit}
      <div class="muted">{measure}</div>
    </>
  );
}

const TONES: Record<TrustKey, Tone> = {
  self_declared: 'neutral',
  confirmed: 'good',
  contradicted: 'warn',
};

/** Self-declared, confirmed by whom, or contradicted: a source that says otherwise is always shown with it. */
export function Trust({
  achievement,
}: {
  achievement: Pick<Achievement, 'trust' | 'confirmed_by' | 'source'>;
}) {
  const trust = achievement.trust as TrustKey;
  return (
    <>
      <StateTag tone={TONES[trust]} word={TRUST_NAMES[trust]} />
      {achievement.confirmed_by ? <div class="muted">Xác nhận: {achievement.confirmed_by}</div> : null}
      {achievement.source?.split('\n').map((source) => (
        <div class="muted">Nguồn khác: {source}</div>
      ))}
    </>
  );
}

/** What a form about one achievement is about. */
export function AboutAchievement({ achievement }: { achievement: Achievement }) {
  return (
    <SummaryList
      items={[
        { label: 'Thành tích', value: achievement.statement },
        ...(achievement.value === null
          ? []
          : [{ label: 'Số liệu', value: <Figure achievement={achievement} /> }]),
        { label: 'Năm', value: achievement.year },
        { label: 'Độ tin cậy', value: <Trust achievement={achievement} /> },
      ]}
    />
  );
}
