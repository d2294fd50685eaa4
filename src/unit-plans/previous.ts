import { sql } from 'kysely';
import { periodInWords } from '../calendar/periods.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { PlannedExemplar, Target, UnitPlanContent } from './content.ts';
import { contentOf } from './content-queries.ts';
import { nameKey } from './name-key.ts';
import { partsOfPlan } from './queries.ts';
import { contentOfSubmission } from './versions-queries.ts';

/** An earlier plan of the same office, or of one that it followed. */
export interface PreviousUnitPlan {
  id: number;
  planId: number;
  planNumber: string;
  officeId: number;
  officeName: string;
  periodFrom: Day;
  periodTo: Day;
}

/**
 * The latest unit plan that an office can begin with: its own before this one; else that of an office it followed, over
 * any number of mergers and splits. Null when there is none.
 */
export async function previousUnitPlan(
  db: Reader,
  item: { planId: number; officeId: number; periodFrom: Day },
): Promise<PreviousUnitPlan | null> {
  const { rows } = await sql<PreviousUnitPlan>`
    WITH RECURSIVE before (office_id, steps) AS (
      SELECT ${item.officeId}::bigint, 0
      UNION
      SELECT s.from_office_id, b.steps + 1 FROM before b JOIN office_succession s ON s.to_office_id = b.office_id
      WHERE b.steps < 10
    )
    SELECT u.id, u.plan_id AS "planId", p.number AS "planNumber", u.office_id AS "officeId", o.name AS "officeName",
      u.period_from AS "periodFrom", u.period_to AS "periodTo"
    FROM before b
    JOIN unit_plan u ON u.office_id = b.office_id
    JOIN plan p ON p.id = u.plan_id
    JOIN office o ON o.id = u.office_id
    WHERE NOT (u.plan_id = ${item.planId} AND u.office_id = ${item.officeId} AND u.period_from >= ${item.periodFrom}::date)
      AND (u.words <> '{}' OR EXISTS (SELECT 1 FROM unit_plan_target t WHERE t.unit_plan_id = u.id))
    ORDER BY b.steps, u.period_to DESC, u.id DESC
    LIMIT 1`.execute(db);
  return rows[0] ?? null;
}

export interface Copy {
  words: Record<string, string>;
  paper: Partial<PaperFields>;
  targets: Target[];
  exemplars: PlannedExemplar[];
  /** What was taken over, in words. */
  told: string;
}

/**
 * What a new plan takes over from an earlier one. Texts go to the part of the same name, whatever its place; the days
 * of targets and the number of the paper belong to their time and stay behind; a field of another plan is left open.
 */
export async function copyOf(db: Reader, from: PreviousUnitPlan, planId: number): Promise<Copy> {
  const was = await saidBy(db, from);
  const textByName = new Map(was.parts.map(({ name, text }) => [nameKey(name), text]));
  const asked = await partsOfPlan(db, planId);
  const words: Record<string, string> = {};
  for (const { ord, name } of asked) {
    const text = textByName.get(nameKey(name));
    if (text) words[String(ord)] = text;
  }
  const targets = was.targets.map((target) => ({ ...target, dueOn: null }));
  const exemplars = was.exemplars.map((one) =>
    from.planId === planId ? one : { ...one, fieldId: null, fieldName: null },
  );
  const { number: _number, date: _date, ...paper } = was.paper;
  const told = toldOf(from, { parts: Object.keys(words).length, asked: asked.length, targets, exemplars });
  return { words, paper, targets, exemplars, told };
}

/** What the earlier plan says: the edition in force, else what was sent last, else what was written and never sent. */
async function saidBy(db: Reader, from: PreviousUnitPlan): Promise<UnitPlanContent> {
  const row = await db
    .selectFrom('unit_plan as u')
    .select(['u.words', 'u.paper', 'u.in_force_submission_id as inForce'])
    .select(
      sql<number | null>`(SELECT max(s.id) FROM unit_plan_submission s WHERE s.unit_plan_id = u.id)`.as(
        'last',
      ),
    )
    .where('u.id', '=', from.id)
    .executeTakeFirstOrThrow();
  const sent = row.inForce ?? row.last;
  const content = sent === null ? null : await contentOfSubmission(db, from.id, sent);
  if (content) return content;
  const { words, paper } = row as { words: Record<string, string>; paper: Partial<PaperFields> };
  return contentOf(db, { id: from.id, planId: from.planId, words, paper });
}

function toldOf(
  from: PreviousUnitPlan,
  took: { parts: number; asked: number; targets: readonly unknown[]; exemplars: readonly unknown[] },
): string {
  const whose = `kế hoạch của ${from.officeName} (${periodInWords({ from: from.periodFrom, to: from.periodTo })}, Kế hoạch ${from.planNumber})`;
  return `${took.parts}/${took.asked} phần, ${took.targets.length} chỉ tiêu, ${took.exemplars.length} điển hình dự kiến từ ${whose}`;
}
