import type { FieldQuota } from './figure-types.ts';
import type { ReportTable } from './report-table.ts';

/** What the plan asks for, in words. */
export function quotaInWords({ quotaKind, quota }: Pick<FieldQuota, 'quotaKind' | 'quota'>): string {
  const before: Record<string, string> = { exactly: 'đúng', at_least: 'ít nhất', at_most: 'nhiều nhất' };
  return quota === null ? 'không giao số lượng' : `${before[quotaKind] ?? ''} ${quota}`.trim();
}

/** Filled, short by, or over by; a plan that gives no number is not judged. */
export function quotaJudged({ quotaKind, quota, taken }: FieldQuota): string {
  if (quota === null) return 'không áp dụng';
  if (taken < quota && quotaKind !== 'at_most') return `thiếu ${quota - taken}`;
  if (taken > quota && quotaKind !== 'at_least') return `vượt ${taken - quota}`;
  return taken === quota ? 'đủ' : 'đạt';
}

/** The pilot fields of the plan with what each was asked for and what it has. */
export function quotaTable(fields: readonly FieldQuota[]): ReportTable {
  return {
    key: 'quota',
    title: 'Chỉ tiêu xây dựng điểm',
    columns: [
      { label: 'Lĩnh vực điểm', kind: 'text' },
      { label: 'Cơ quan chủ trì', kind: 'text' },
      { label: 'Chỉ tiêu', kind: 'text' },
      { label: 'Đã chọn', kind: 'number' },
      { label: 'So với chỉ tiêu', kind: 'text' },
    ],
    rows: fields
      .filter((field) => field.isPilot)
      .map((field) => [field.name, field.lead, quotaInWords(field), field.taken, quotaJudged(field)]),
  };
}
