import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';
import type { RollupScope } from '../../reports/rollup-tree.ts';

export const ROLLUP_SIZE = { districts: 13, communes: 287, years: 5, indicators: 40 } as const;

/**
 * A province of its own of 300 offices that report on 40 indicators for five years: 60,000 frozen figures. One
 * district in seven has not answered, so that the reports below it count by themselves.
 */
export async function fillRollup(db: Db): Promise<Omit<RollupScope, 'reach'>> {
  const { districts, communes, years, indicators } = ROLLUP_SIZE;
  await sql`
    INSERT INTO office_kind (id, name, ord) VALUES ('tp', 'tỉnh', 91), ('td', 'huyện', 92), ('tc', 'xã', 93)`.execute(
    db,
  );
  await sql`INSERT INTO office (kind_id, name) VALUES ('tp', 'UBND tỉnh Tổng Hợp')`.execute(db);
  await sql`
    INSERT INTO office (kind_id, name, parent_id)
    SELECT 'td', 'Huyện Tổng Hợp ' || n, (SELECT id FROM office WHERE kind_id = 'tp')
    FROM generate_series(1, ${districts}::int) n`.execute(db);
  await sql`
    INSERT INTO office (kind_id, name, parent_id)
    SELECT 'tc', 'Xã Tổng Hợp ' || n, d.id FROM generate_series(1, ${communes}::int) n
    JOIN office d ON d.kind_id = 'td' AND d.name = 'Huyện Tổng Hợp ' || (n % ${districts} + 1)`.execute(db);
  await sql`
    INSERT INTO plan (number, kind, title, issuer_name, issued_on, period_from, period_to, state)
    VALUES ('2/KH-UBND', 'Kế hoạch', 'Tổng hợp', 'UBND tỉnh Tổng Hợp', '2016-05-10', '2016-01-01', '2020-12-31',
      'in_force')`.execute(db);
  await sql`
    INSERT INTO duty (plan_id, ord, name, what, report_form_key, who_by, who_office_id, cycle, from_on, to_on, due_rule)
    SELECT p.id, 1, 'Báo cáo năm', 'report', 'nam', 'branch', o.id, 'yearly', '2016-01-01', '2020-12-31',
      '{"kind":"fixed","monthsAfter":1,"day":15}'
    FROM plan p, office o WHERE p.number = '2/KH-UBND' AND o.kind_id = 'tp'`.execute(db);
  await sql`
    INSERT INTO duty_item (duty_id, office_id, period_from, period_to, due_on, receiver_office_id)
    SELECT d.id, o.id, make_date(y, 1, 1), make_date(y, 12, 31), make_date(y + 1, 1, 15), o.parent_id
    FROM duty d JOIN plan p ON p.id = d.plan_id AND p.number = '2/KH-UBND', office o,
      generate_series(2016, 2015 + ${years}::int) y
    WHERE o.kind_id IN ('td', 'tc')`.execute(db);
  await sql`
    INSERT INTO report (plan_id, office_id, form_id, form_key, year, period_from, period_to, closing_on, state, figures,
      submitted_on, first_submitted_on, receiver_office_id, duty_item_id)
    SELECT d.plan_id, i.office_id, f.id, 'nam', extract(year FROM i.period_from)::int, i.period_from, i.period_to,
      i.period_to, CASE WHEN i.office_id % 3 = 0 THEN 'accepted' ELSE 'submitted' END, '{}', i.due_on, i.due_on,
      i.receiver_office_id, i.id
    FROM duty_item i JOIN duty d ON d.id = i.duty_id JOIN plan p ON p.id = d.plan_id AND p.number = '2/KH-UBND'
    JOIN office o ON o.id = i.office_id, report_form f
    WHERE f.key = 'nam' AND f.is_current AND NOT (o.kind_id = 'td' AND o.id % 7 = 0)`.execute(db);
  await sql`
    INSERT INTO report_figure (report_id, indicator, value)
    SELECT r.id, 'chi_tieu_' || n, CASE WHEN (r.id + n) % 50 = 0 THEN NULL ELSE (r.id * n) % 97 END
    FROM report r JOIN plan p ON p.id = r.plan_id AND p.number = '2/KH-UBND',
      generate_series(1, ${indicators}::int) n`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
  const { rows } = await sql<{ planId: number; officeId: number }>`
    SELECT p.id AS "planId", o.id AS "officeId" FROM plan p, office o
    WHERE p.number = '2/KH-UBND' AND o.kind_id = 'tp'`.execute(db);
  const [place] = rows;
  if (!place) throw new Error('The offices of the roll-up were not made.');
  const periods = Array.from({ length: years }, (_, n) => `${2016 + n}-01-01`);
  return { ...place, formKey: 'nam', periods };
}
