import { formatCount } from './format.ts';
import { StateTag, type Tone } from './state-tag.tsx';

export type QuotaRule = 'exact' | 'at_least' | 'at_most' | 'none';

export interface Quota {
  filled: number;
  /** Null with the rule `none`. */
  quota: number | null;
  rule: QuotaRule;
}

/** How a quota stands, in words and as a tone. */
export interface QuotaStanding {
  tone: Tone;
  word: string;
}

const RULE_WORD: Record<QuotaRule, string> = {
  exact: 'đúng',
  at_least: 'ít nhất',
  at_most: 'nhiều nhất',
  none: 'không giao chỉ tiêu',
};

/** Filled, short or over: what the rule of the quota says of the number reached. */
export function quotaStanding({ filled, quota, rule }: Quota): QuotaStanding {
  if (rule === 'none' || quota === null) return { tone: 'neutral', word: 'Không giao chỉ tiêu' };
  if (filled > quota && rule !== 'at_least')
    return { tone: 'stopped', word: `Vượt ${formatCount(filled - quota)}` };
  if (filled >= quota)
    return { tone: 'good', word: filled > quota ? `Đủ, hơn ${formatCount(filled - quota)}` : 'Đủ' };
  if (rule === 'at_most') return { tone: 'progress', word: `Còn chỗ cho ${formatCount(quota - filled)}` };
  return { tone: 'warn', word: `Thiếu ${formatCount(quota - filled)}` };
}

export interface ProgressQuotaProps extends Quota {
  /** What is counted against the quota, e.g. the pilot field. */
  label: string;
  /** Unit of the count: "hộ", "điển hình". */
  unit?: string | undefined;
  labelHidden?: boolean | undefined;
}

const BAR = 100;

/** A quota at a glance: number reached, bar, word. The mark on the bar is the quota itself when it is passed. */
export function ProgressQuota(props: ProgressQuotaProps) {
  const { label, filled, quota, rule, unit, labelHidden } = props;
  const { tone, word } = quotaStanding(props);
  const scale = Math.max(filled, quota ?? 0, 1);
  const numbers = quota === null ? formatCount(filled) : `${formatCount(filled)}/${formatCount(quota)}`;
  return (
    <div class={`quota is-${tone}`}>
      <p class={labelHidden ? 'visually-hidden' : 'quota-label'}>{label}</p>
      <p class="quota-numbers">
        <strong>{numbers}</strong>
        {unit ? ` ${unit}` : ''}
        {rule === 'none' ? null : <span class="quota-rule"> ({RULE_WORD[rule]})</span>}
      </p>
      {quota === null ? null : (
        <svg
          class="quota-bar"
          viewBox={`0 0 ${BAR} 6`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <rect class="quota-track" width={BAR} height="6" rx="1" />
          <rect class="quota-fill" width={(filled / scale) * BAR} height="6" rx="1" />
          {filled > quota ? (
            <rect class="quota-mark" x={(quota / scale) * BAR} width="0.8" height="6" />
          ) : null}
        </svg>
      )}
      <StateTag tone={tone} word={word} />
    </div>
  );
}
