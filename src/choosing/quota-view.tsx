import type { Share } from '../plans/allocations.ts';
import { QUOTA_RULES, SharesAtAGlance } from '../plans/shares-view.tsx';
import { formatCount } from '../ui/format.ts';
import { ProgressQuota } from '../ui/progress-quota.tsx';
import { countsFor, type FieldInChoice, listPath } from './field-query.ts';
import type { DecisionList } from './lists.ts';
import { countList, type JudgedDecision } from './rules.ts';

/** How the quota stands, and how it would stand after the list that is being prepared. */
export function QuotaView({
  field,
  shares,
  open,
  judged,
}: {
  field: FieldInChoice;
  shares: readonly Share[];
  open: DecisionList | null;
  judged: readonly JudgedDecision[];
}) {
  return (
    <div class="split">
      <div>
        <ProgressQuota
          label="Chỉ tiêu của lĩnh vực"
          labelHidden
          filled={field.taken}
          quota={field.quotaNumber}
          rule={QUOTA_RULES[field.quotaKind]}
          unit="đã chọn"
        />
        <SharesAtAGlance shares={shares} href={`/ke-hoach/${field.planId}/linh-vuc/${field.id}/phan-bo`} />
      </div>
      {open && judged.length > 0 ? (
        <div>
          <p>
            <a href={listPath(open.id)}>Danh sách quyết định đang chuẩn bị</a>: {listInWords(field, judged)}
          </p>
        </div>
      ) : (
        <p class="muted">Chưa chuẩn bị quyết định nào.</p>
      )}
    </div>
  );
}

/** 'Sẽ chọn 5, chờ 2, không chọn 3; sau đó chỉ tiêu 5/5.' */
export function listInWords(field: FieldInChoice, judged: readonly JudgedDecision[]): string {
  const { choose, wait, decline, counted } = countList(judged, (kind) => countsFor(field, kind));
  const parts = [
    choose > 0 ? `chọn ${formatCount(choose)}` : null,
    wait > 0 ? `chờ ${formatCount(wait)}` : null,
    decline > 0 ? `không chọn ${formatCount(decline)}` : null,
  ].filter(Boolean);
  const after = field.taken + counted;
  const quota = field.quotaNumber === null ? '' : `/${formatCount(field.quotaNumber)}`;
  return `sẽ ${parts.join(', ')}; sau đó chỉ tiêu ${formatCount(after)}${quota}.`;
}

/** The offices that the list would take beyond their share, in sentences; a share stops nobody. */
export function sharesPassed(shares: readonly Share[], judged: readonly JudgedDecision[]): string[] {
  const chosen = judged.filter(({ prepared }) => prepared.action === 'choose');
  return shares.flatMap(({ officeId, officeName, due, taken }) => {
    const more = chosen.filter(({ candidate }) => candidate?.exemplar.officePath.includes(officeId)).length;
    if (due === null || more === 0 || taken + more <= due) return [];
    return [
      `${officeName} được giao ${formatCount(due)}, sau danh sách này là ${formatCount(taken + more)}.`,
    ];
  });
}

/** Places that are left; null where the quota sets no limit. */
export const roomIn = ({ quotaKind, quotaNumber, taken }: FieldInChoice): number | null =>
  quotaNumber !== null && (quotaKind === 'exactly' || quotaKind === 'at_most')
    ? Math.max(0, quotaNumber - taken)
    : null;
