import type { Child } from 'hono/jsx';
import type { Scale } from '../measures/kinds.ts';
import { OUTSIDE_WORDS } from '../measures/plausible.ts';
import { showAmount } from '../measures/show-amount.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { FigureClaim } from './achievements-claims.ts';
import { TRUST_NAMES, type Trust as TrustKey } from './achievements-trust.ts';
import type { Achievement } from './merits-queries.ts';

/** A value as its measure writes it, or as it was typed with a unit of its own. */
export const amountInWords = (
  value: number,
  { scale, unit }: { scale: Scale | null; unit: string | null },
): string => (scale ? showAmount(value, scale) : `${formatNumber(value)} ${unit ?? ''}`.trim());

/** The mark of a figure outside of the plausible range of its measure. */
export function OutsideMark({ shown, rechecked }: { shown: boolean; rechecked: boolean }) {
  if (!shown) return null;
  return (
    <div>
      <StateTag tone="warn" word={OUTSIDE_WORDS} />
      {rechecked ? <div class="muted">người ghi đã kiểm tra lại</div> : null}
    </div>
  );
}

/** As it was typed, where that reads differently. */
export function AsTyped({ typed, shown }: { typed: string | null; shown: string }) {
  return typed && !shown.startsWith(typed) ? <div class="muted">ghi là {typed}</div> : null;
}

type Shown = Pick<
  Achievement,
  | 'value'
  | 'unit'
  | 'measure'
  | 'scale'
  | 'value_before'
  | 'year_before'
  | 'as_typed'
  | 'outside'
  | 'rechecked'
>;

/**
 * The figure with its unit above what it measures and what it was before; a dash where the sentence says it all.
 * `nameless` where it stands under the name of its measure already.
 */
export function Figure({ achievement, nameless = false }: { achievement: Shown; nameless?: boolean }) {
  const { value, measure, value_before: before, year_before: year, as_typed: typed } = achievement;
  if (value === null) return <>–</>;
  return (
    <>
      {amountInWords(value, achievement)}
      {nameless ? null : <div class="muted">{measure}</div>}
      {before === null ? null : (
        <div class="muted">
          trước đó {amountInWords(before, achievement)} (năm {year ?? 'chưa rõ'})
        </div>
      )}
      <AsTyped typed={typed} shown={amountInWords(value, achievement)} />
      <OutsideMark shown={achievement.outside} rechecked={achievement.rechecked} />
    </>
  );
}

const TONES: Record<TrustKey, Tone> = {
  self_declared: 'neutral',
  confirmed: 'good',
  contradicted: 'warn',
};

interface TrustProps {
  figure: {
    trust: string;
    confirmed_by: string | null;
    value: number | null;
    scale: Scale | null;
    unit: string | null;
  };
  claims: readonly FigureClaim[];
}

/** Self-declared, confirmed by whom, or contradicted: what another source says stands beside what the file says. */
export function Trust({ figure, claims }: TrustProps) {
  const trust = figure.trust as TrustKey;
  const counted = claims.some((claim) => claim.value !== null) && figure.value !== null;
  return (
    <>
      <StateTag tone={TONES[trust]} word={TRUST_NAMES[trust]} />
      {figure.confirmed_by ? <div class="muted">Xác nhận: {figure.confirmed_by}</div> : null}
      {counted && figure.value !== null ? (
        <div class="muted">Theo hồ sơ: {amountInWords(figure.value, figure)}</div>
      ) : null}
      {claims.map((claim) => (
        <div class="muted">
          Nguồn khác: {claim.value === null ? '' : `${amountInWords(claim.value, figure)} – `}
          {claim.source}
          {whoSaid(claim)}
        </div>
      ))}
    </>
  );
}

const whoSaid = ({ saidOn, recordedBy }: FigureClaim): Child =>
  saidOn ? ` (${[recordedBy, `ghi ngày ${formatDate(saidOn)}`].filter(Boolean).join(', ')})` : '';

/** What a form about one achievement is about. */
export function AboutAchievement({
  achievement,
  claims,
}: {
  achievement: Achievement;
  claims: readonly FigureClaim[];
}) {
  return (
    <SummaryList
      items={[
        { label: 'Thành tích', value: achievement.statement },
        ...(achievement.value === null
          ? []
          : [{ label: 'Số liệu', value: <Figure achievement={achievement} /> }]),
        { label: 'Năm', value: achievement.year },
        { label: 'Độ tin cậy', value: <Trust figure={achievement} claims={claims} /> },
      ]}
    />
  );
}
