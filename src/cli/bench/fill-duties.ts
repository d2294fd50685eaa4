import { sql } from 'kysely';
import { refreshItems } from '../../duties/refresh-items.ts';
import type { Db } from '../../platform/db.ts';

/** The years in which the duties of the bench fall due; the last day of them is past. */
const YEARS = { from: 2016, to: 2020 } as const;
const AFTER = '2016-01-01';

/**
 * Gives every office of the first plan a duty of each kind over five years (300 × (1 + 5 + 5 + 10) = 6,300
 * items) and what they are done by: papers of two offices in three, and the checks of every year of whatever is under
 * care, but for every fifth office, which forgot some. Asks for the exemplars and their steps of `fillForBench`.
 */
export async function fillDuties(db: Db, planId: number): Promise<void> {
  await fillChecks(db);
  await sql`
    INSERT INTO duty (plan_id, ord, name, what, report_form_key, who_by, who_office_id, cycle, from_on, to_on, due_rule)
    SELECT ${planId}::bigint, d.ord, d.name, what, CASE what WHEN 'report' THEN 'nam' END, 'branch', o.id, cycle,
      make_date(${YEARS.from}::int, 1, 1), make_date(${YEARS.to}::int, 12, 31),
      '{"kind":"fixed","monthsAfter":1,"day":15}'
    FROM (VALUES (1, 'Kế hoạch của đơn vị', 'unit_plan', 'once'), (2, 'Báo cáo năm', 'report', 'yearly'),
      (3, 'Đề nghị điển hình', 'proposal', 'yearly'), (4, 'Kiểm tra điển hình', 'check', 'half_yearly'))
      AS d (ord, name, what, cycle), office o WHERE o.kind_id = 'p'`.execute(db);
  await db.transaction().execute((tx) => refreshItems(tx, planId, AFTER));
  await fillPapers(db, planId);
}

async function fillChecks(db: Db): Promise<void> {
  await sql`
    INSERT INTO exemplar_check (exemplar_id, year, checked_on, effect, effect_words, efficiency, efficiency_words,
      potential, potential_words, influence, influence_words, conclusion)
    SELECT c.exemplar_id, y, make_date(y, 9, 1) + (c.exemplar_id % 120)::int, 4, 'Tốt', 4, 'Tốt', 4, 'Tốt', 4, 'Tốt', 'keep'
    FROM exemplar_care c, generate_series(extract(year FROM c.from_on)::int, ${YEARS.to}::int) y
    WHERE c.office_id % 5 <> 0 OR (c.exemplar_id + y) % 30 <> 0`.execute(db);
}

/** Reports and plans of their own, in time or late, of two offices in three. */
async function fillPapers(db: Db, planId: number): Promise<void> {
  await sql`
    INSERT INTO report (plan_id, office_id, form_id, form_key, year, period_from, period_to, closing_on, state, figures,
      submitted_on, first_submitted_on, receiver_office_id, duty_item_id)
    SELECT d.plan_id, i.office_id, f.id, f.key, extract(year FROM i.period_from)::int, i.period_from, i.period_to,
      i.period_to, 'submitted', '{}', sent.on_day, sent.on_day, i.receiver_office_id, i.id
    FROM duty_item i JOIN duty d ON d.id = i.duty_id JOIN report_form f ON f.key = d.report_form_key AND f.is_current,
      LATERAL (SELECT i.due_on + (i.office_id % 7 - 5)::int AS on_day) AS sent
    WHERE d.plan_id = ${planId} AND (i.office_id + i.id) % 3 <> 0`.execute(db);
  await sql`
    INSERT INTO unit_plan (plan_id, office_id, period_from, period_to, state, submitted_on, first_submitted_on,
      receiver_office_id)
    SELECT d.plan_id, i.office_id, i.period_from, i.period_to, 'submitted', i.due_on, i.due_on, i.receiver_office_id
    FROM duty_item i JOIN duty d ON d.id = i.duty_id
    WHERE d.plan_id = ${planId} AND d.what = 'unit_plan' AND i.receiver_office_id IS NOT NULL AND i.office_id % 3 <> 0`.execute(
    db,
  );
}
