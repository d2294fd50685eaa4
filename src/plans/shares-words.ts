import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { formatCount, formatNumber } from '../ui/format.ts';

/** Who coordinates a field and who gets which share of its quota, in words; both empty where nobody is named. */
export interface SharesInWords {
  coordination: string[];
  allocations: string[];
}

interface Row {
  fieldId: number;
  isShare: boolean;
  who: string;
  number: number | null;
  percent: number | null;
}

/** 'Mỗi huyện thuộc UBND tỉnh', 'Huyện Cẩm Khê: 40%'; by id of the field. One query. */
export async function sharesInWords(db: Reader, planId: number): Promise<Map<number, SharesInWords>> {
  const { rows } = await sql<Row>`
    SELECT n.field_id AS "fieldId", n.is_share AS "isShare", n.number, n.percent,
      coalesce(o.name, 'mỗi ' || lower(k.name) || ' thuộc ' || below.name) AS who
    FROM (
      SELECT field_id, false AS is_share, ord, office_id, kind_id, below_id, NULL::int AS number, NULL::numeric AS percent
      FROM field_coordination
      UNION ALL
      SELECT field_id, true, ord, office_id, kind_id, below_id, number, percent FROM quota_allocation
    ) n
    JOIN pilot_field f ON f.id = n.field_id AND f.plan_id = ${planId}
    LEFT JOIN office o ON o.id = n.office_id
    LEFT JOIN office_kind k ON k.id = n.kind_id
    LEFT JOIN office below ON below.id = n.below_id
    ORDER BY n.field_id, n.is_share, n.ord`.execute(db);
  const found = new Map<number, SharesInWords>();
  for (const { fieldId, isShare, who, number, percent } of rows) {
    const words = found.get(fieldId) ?? { coordination: [], allocations: [] };
    found.set(fieldId, words);
    if (!isShare) words.coordination.push(who);
    else
      words.allocations.push(
        `${who}: ${number === null ? `${formatNumber(percent ?? 0)}%` : formatCount(number)}`,
      );
  }
  return found;
}
