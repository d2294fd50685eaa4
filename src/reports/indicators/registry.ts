import { sql } from 'kysely';
import type { Reader } from '../../platform/db.ts';
import { statisticsIndicators } from '../statistics-indicators.ts';
import { awardIndicators } from './awards.ts';
import { checkIndicators } from './checks.ts';
import { dutyIndicators } from './duties.ts';
import { exemplarIndicators } from './exemplars.ts';
import { flowIndicators } from './flow.ts';
import type { Indicator, IndicatorScope } from './kinds.ts';
import { placeIndicators } from './places.ts';
import { promiseIndicators } from './promises.ts';
import { withStanding } from './standing.ts';
import { trustIndicators } from './trust.ts';

/** Indicators by subject, as they are offered when a form is written. */
export const INDICATOR_GROUPS: readonly { name: string; indicators: readonly Indicator[] }[] = [
  { name: 'Điển hình có đến ngày chốt', indicators: exemplarIndicators },
  { name: 'Biến động trong kỳ', indicators: flowIndicators },
  { name: 'Kiểm tra, đánh giá', indicators: checkIndicators },
  { name: 'Bồi dưỡng, giúp đỡ', indicators: promiseIndicators },
  { name: 'Tôn vinh, khen thưởng', indicators: awardIndicators },
  { name: 'Độ tin cậy của số liệu', indicators: trustIndicators },
  { name: 'Đơn vị, lĩnh vực điểm', indicators: placeIndicators },
  { name: 'Kế hoạch đơn vị, báo cáo', indicators: dutyIndicators },
  { name: 'Thống kê thi đua, khen thưởng', indicators: statisticsIndicators },
];

export const INDICATORS: readonly Indicator[] = INDICATOR_GROUPS.flatMap((group) => group.indicators);

const byKey = new Map(INDICATORS.map((one) => [one.key, one]));

/** The indicator of a key; null for one that does not exist (a form of another release). */
export const indicator = (key: string): Indicator | null => byKey.get(key) ?? null;

/**
 * Counts the figures of a report, null where they are not known. One query, however many figures are asked for and
 * however many things they count. Unknown keys are null.
 */
export async function figuresOf(
  db: Reader,
  keys: readonly string[],
  scope: IndicatorScope,
): Promise<Map<string, number | null>> {
  const asked = [...new Set(keys)].map(indicator).filter((one) => one !== null);
  const counted = asked.length > 0 ? await countTogether(db, asked, scope) : {};
  return new Map(keys.map((key) => [key, counted[key] ?? null]));
}

/** The one query: each source is read once, and all figures over it are aggregates of the same rows. */
export function figuresQuery(asked: readonly Indicator[], scope: IndicatorScope) {
  const sources = [...new Set(asked.map((one) => one.source))];
  const aggregates = sources.map((source) => {
    const values = asked
      .filter((one) => one.source === source)
      .map((one) => sql`(${one.value})::numeric AS ${sql.ref(one.key)}`);
    return sql`(SELECT ${sql.join(values)} FROM (${source.rows(scope)}) r) ${sql.ref(source.key)}`;
  });
  return sql<Record<string, number | null>>`
    WITH ${withStanding(scope)} SELECT * FROM ${sql.join(aggregates, sql` CROSS JOIN `)}`;
}

async function countTogether(db: Reader, asked: readonly Indicator[], scope: IndicatorScope) {
  const { rows } = await figuresQuery(asked, scope).execute(db);
  return rows[0] ?? {};
}
