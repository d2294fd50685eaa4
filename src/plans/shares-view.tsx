import { Fold } from '../ui/fold.tsx';
import { formatCount, formatNumber, UNKNOWN } from '../ui/format.ts';
import { type QuotaRule, quotaStanding } from '../ui/progress-quota.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Share } from './allocations.ts';
import type { PlanField } from './queries.ts';

export const QUOTA_RULES: Record<PlanField['quotaKind'], QuotaRule> = {
  exactly: 'exact',
  at_least: 'at_least',
  at_most: 'at_most',
  none: 'none',
};

/** Names beyond these stand on the page of their own. */
const AT_A_GLANCE = 8;

const missing = ({ due, taken }: Share): number => Math.max(0, (due ?? 0) - taken);

/** On the page of the plan: which offices are furthest from their share of a field's quota. Nothing without shares. */
export function SharesAtAGlance({ shares, href }: { shares: readonly Share[]; href: string }) {
  if (shares.length === 0) return null;
  const short = shares
    .filter((share) => missing(share) > 0)
    .toSorted((one, other) => missing(other) - missing(one));
  return (
    <Fold summary={`Phân bổ ${formatCount(shares.length)} đơn vị, ${formatCount(short.length)} còn thiếu`}>
      <ul>
        {short.slice(0, AT_A_GLANCE).map((share) => (
          <li>
            {share.officeName}: {formatCount(share.taken)}/{formatCount(share.due)}, thiếu{' '}
            {formatCount(missing(share))}
          </li>
        ))}
      </ul>
      <a href={href}>Xem cả {formatCount(shares.length)} đơn vị</a>
    </Fold>
  );
}

/** Every office with its share of a quota: what it was given, what it has chosen; the sums and what is not given out. */
export function SharesTable({ field, shares }: { field: PlanField; shares: readonly Share[] }) {
  const rule = QUOTA_RULES[field.quotaKind];
  const given = shares.reduce((sum, { due }) => sum + (due ?? 0), 0);
  return (
    <>
      <DataTable
        caption={`Phân bổ chỉ tiêu: ${field.name}`}
        captionHidden
        columns={[
          { key: 'office', label: 'Đơn vị', width: 'wide' },
          { key: 'due', label: 'Được giao', align: 'end' },
          { key: 'taken', label: 'Đã chọn', align: 'end' },
          { key: 'state', label: 'Tình trạng' },
        ]}
        rows={shares.map((share) => ({
          office: <a href={`/don-vi/${share.officeId}`}>{share.officeName}</a>,
          due: givenOf(share),
          taken: formatCount(share.taken),
          state: (
            <StateTag
              {...quotaStanding({
                filled: share.taken,
                quota: share.due,
                rule: rule === 'none' ? 'at_least' : rule,
              })}
            />
          ),
        }))}
        foot={{ office: 'Cộng', due: formatCount(given), taken: '', state: '' }}
        empty="Chỉ tiêu của lĩnh vực này chưa phân bổ cho đơn vị nào."
      />
      <p class="muted">{remainderInWords(field.quotaNumber, given)}</p>
    </>
  );
}

function givenOf({ due, percent }: Share): string {
  if (due === null) return UNKNOWN;
  return percent === null ? formatCount(due) : `${formatCount(due)} (${formatNumber(percent)}%)`;
}

function remainderInWords(quota: number | null, given: number): string {
  if (quota === null) return 'Lĩnh vực này không đặt chỉ tiêu chung.';
  if (given === quota) return `Đã phân bổ hết chỉ tiêu ${formatCount(quota)}.`;
  return given < quota
    ? `Chỉ tiêu ${formatCount(quota)}, còn ${formatCount(quota - given)} chưa phân bổ.`
    : `Chỉ tiêu ${formatCount(quota)}, phân bổ hơn ${formatCount(given - quota)}.`;
}
