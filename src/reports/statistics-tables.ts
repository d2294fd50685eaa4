import { sql } from 'kysely';
import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import type { Reader } from '../platform/db.ts';
import { type Indicator, type IndicatorScope, withinScope } from './indicators/kinds.ts';
import { figuresOf, indicator } from './indicators/registry.ts';
import type { ReportTable } from './report-table.ts';
import { figuresByYear, type YearFigures, yearsOf } from './statistics-years.ts';

/** Tables over the years of a period and of the official statistics, by key, as they are named when a form is written. */
export const STATISTICS_TABLE_NAMES: Record<string, string> = {
  years: 'Số liệu qua các năm',
  award_years: 'Khen thưởng theo hình thức và bậc, qua các năm',
  movements: 'Phong trào thi đua, cuộc vận động',
  blank: 'Số liệu còn để trống',
};

/** What the tables are drawn for. */
export interface StatisticsReport {
  scope: IndicatorScope;
  officeId: number;
  periodTo: string;
  figureKeys: readonly string[];
  tableKeys: readonly string[];
}

/** The tables of a form that are not sums over the yearly figures; a form without them costs no query. */
export async function statisticsTables(db: Reader, report: StatisticsReport): Promise<ReportTable[]> {
  const wanted = new Set(report.tableKeys);
  const tables: ReportTable[] = [];
  const indicators = report.figureKeys.map(indicator).filter((one) => one !== null);
  if (wanted.has('years')) {
    const years = await figuresByYear(db, report.figureKeys, report.scope, report);
    tables.push(yearsTable(indicators, await figuresOf(db, report.figureKeys, report.scope), years));
  }
  if (wanted.has('award_years')) tables.push(await awardYears(db, report));
  if (wanted.has('movements')) tables.push(await movementsTable(db, report.scope));
  if (wanted.has('blank'))
    tables.push(blankTable(indicators, await figuresOf(db, report.figureKeys, report.scope)));
  return tables;
}

/** Figures that the data holds, year beside year; those that it does not hold stand in the table of what is blank. */
export function yearsTable(
  indicators: readonly Indicator[],
  whole: ReadonlyMap<string, number | null>,
  years: readonly YearFigures[],
): ReportTable {
  const counted = years.filter((one) => !one.fromReport && one.values.size > 0).map((one) => one.year);
  const ahead = years.filter((one) => one.values.size === 0).map((one) => one.year);
  const notes = [
    counted.length < years.length - ahead.length
      ? 'Năm đã nộp báo cáo lấy số đã chốt trong báo cáo năm.'
      : '',
    counted.length > 0 ? `Năm ${counted.join(', ')}: tính lại từ hồ sơ.` : '',
    ahead.length > 0 ? `Năm ${ahead.join(', ')}: chưa tới.` : '',
  ];
  return {
    key: 'years',
    title: 'Số liệu qua các năm',
    columns: [
      { label: 'Chỉ tiêu', kind: 'text' },
      { label: 'Đơn vị tính', kind: 'text' },
      { label: 'Cả giai đoạn', kind: 'decimal' },
      ...years.map(({ year }) => ({ label: String(year), kind: 'decimal' as const })),
    ],
    rows: indicators
      .filter((one) => one.isHeld !== false)
      .map(({ key, name, unit }) => [
        name,
        unit,
        whole.get(key) ?? null,
        ...years.map(({ values }) => values.get(key) ?? null),
      ]),
    note: notes.filter(Boolean).join(' '),
  };
}

/** What is left blank, and why: what no record holds, and what has nothing to be reckoned from. */
export function blankTable(
  indicators: readonly Indicator[],
  whole: ReadonlyMap<string, number | null>,
): ReportTable {
  const blank = indicators.filter((one) => (whole.get(one.key) ?? null) === null);
  return {
    key: 'blank',
    title: 'Số liệu còn để trống',
    columns: [
      { label: 'Chỉ tiêu', kind: 'text' },
      { label: 'Vì sao để trống', kind: 'text' },
    ],
    rows: blank.map((one) => [
      one.name,
      one.isHeld === false ? one.definition : 'Trong kỳ chưa có hồ sơ nào để tính.',
    ]),
    ...(blank.length > 0
      ? {
          note: `Biểu còn để trống ${blank.length} chỉ tiêu vì hệ thống không có số liệu; đơn vị bổ sung bằng lời hoặc bằng biểu riêng.`,
        }
      : {}),
  };
}

interface AwardRow {
  form: string;
  level: string;
  year: number;
  count: number;
}

/** Honours of the whole period by the form of award, the highest rank first, year by year. */
async function awardYears(db: Reader, { scope, periodTo }: StatisticsReport): Promise<ReportTable> {
  const { rows } = await sql<AwardRow>`
    SELECT coalesce(a.name, 'Biểu dương, không kèm hình thức khen thưởng') AS form, h.level,
      extract(year FROM h.honoured_on)::int AS year, count(*)::int AS count
    FROM honour h JOIN exemplar e ON e.id = h.exemplar_id LEFT JOIN award_form a ON a.id = h.award_form_id
    WHERE e.plan_id = ${scope.planId} AND h.honoured_on BETWEEN ${scope.from} AND ${scope.to}
      AND ${withinScope(sql`e.office_id`, scope)}
    GROUP BY a.rank, a.name, h.level, extract(year FROM h.honoured_on)
    ORDER BY a.rank DESC NULLS LAST, form, h.level`.execute(db);
  const years = yearsOf(scope.from, periodTo, scope.to);
  const names = [...new Set(rows.map((row) => `${row.form}\n${row.level}`))];
  const count = (own: readonly AwardRow[], year?: number) =>
    own.filter((row) => year === undefined || row.year === year).reduce((sum, row) => sum + row.count, 0);
  const line = (own: readonly AwardRow[]) => [
    count(own),
    ...years.map(({ year, span }) => (span ? count(own, year) : null)),
  ];
  return {
    key: 'award_years',
    title: 'Khen thưởng theo hình thức và bậc, qua các năm',
    columns: [
      { label: 'Hình thức', kind: 'text' },
      { label: 'Cấp', kind: 'text' },
      { label: 'Cộng', kind: 'number' },
      ...years.map(({ year }) => ({ label: String(year), kind: 'number' as const })),
    ],
    rows: names.map((name) => {
      const [form = '', level = ''] = name.split('\n');
      const own = rows.filter((row) => row.form === form && row.level === level);
      return [form, LEVEL_NAMES[level as keyof typeof LEVEL_NAMES] ?? level, ...line(own)];
    }),
    totals: ['Tổng số', null, ...line(rows)],
    note: 'Chỉ gồm tôn vinh, khen thưởng đã ghi cho điển hình trong hệ thống; bậc cao xếp trước.',
  };
}

async function movementsTable(db: Reader, scope: IndicatorScope): Promise<ReportTable> {
  const { rows } = await sql<{ name: string; exemplars: number; honoured: number }>`
    SELECT m.name, count(DISTINCT e.id)::int AS exemplars,
      count(DISTINCT h.exemplar_id)::int AS honoured
    FROM movement m
    LEFT JOIN exemplar e ON e.movement_id = m.id AND e.plan_id = ${scope.planId} AND e.found_on <= ${scope.to}
      AND ${withinScope(sql`e.office_id`, scope)}
    LEFT JOIN honour h ON h.exemplar_id = e.id AND h.honoured_on <= ${scope.to}
    WHERE m.plan_id = ${scope.planId} OR (m.plan_id IS NULL AND e.id IS NOT NULL)
    GROUP BY m.id, m.name
    ORDER BY exemplars DESC, m.name COLLATE "vi-x-icu", m.id`.execute(db);
  return {
    key: 'movements',
    title: 'Phong trào thi đua, cuộc vận động',
    columns: [
      { label: 'Phong trào, cuộc vận động', kind: 'text' },
      { label: 'Điển hình đã ghi nhận', kind: 'number' },
      { label: 'Trong đó được tôn vinh, khen thưởng', kind: 'number' },
    ],
    rows: rows.map((row) => [row.name, row.exemplars, row.honoured]),
  };
}
