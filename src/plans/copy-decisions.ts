import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { type About, aboutShape, type DecisionOption, type NewDecision, optionsShape } from './copy-about.ts';

/** One thing that a person must decide before the plan is issued, and what was decided. */
export interface PlanDecision {
  id: number;
  planId: number;
  ord: number;
  about: About;
  question: string;
  options: DecisionOption[];
  /** Value of the option that the program suggests. */
  suggested: string | null;
  /** What may be typed in place of an option. */
  other: 'office' | 'number' | 'text' | null;
  chosen: string | null;
  chosenInWords: string | null;
  decidedOn: Day | null;
  decidedBy: string | null;
}

/** What is still to be decided about a plan, in its order; a plan with any of it is not issued. */
export async function openDecisions(db: Reader, planId: number): Promise<{ id: number; question: string }[]> {
  return db
    .selectFrom('plan_decision')
    .select(['id', 'question'])
    .where('plan_id', '=', planId)
    .where('decided_on', 'is', null)
    .orderBy('ord')
    .execute();
}

const selectDecisions = (db: Reader) =>
  db
    .selectFrom('plan_decision as d')
    .leftJoin('account as a', 'a.id', 'd.decided_by')
    .select(['d.id', 'd.plan_id as planId', 'd.ord', 'd.about', 'd.question', 'd.options', 'd.suggested'])
    .select(['d.other', 'd.chosen', 'd.chosen_in_words as chosenInWords', 'd.decided_on as decidedOn'])
    .select('a.display_name as decidedBy');

type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['executeTakeFirstOrThrow']>>;

/** All decisions of a plan, open and taken, in their order. */
export async function decisionsOf(db: Reader, planId: number): Promise<PlanDecision[]> {
  const rows = await selectDecisions(db).where('d.plan_id', '=', planId).orderBy('d.ord').execute();
  return rows.map(toDecision);
}

/** One decision of a plan, locked; null when the plan has no such one. */
export async function decisionForUpdate(tx: Tx, planId: number, id: number): Promise<PlanDecision | null> {
  const row = await selectDecisions(tx)
    .where('d.plan_id', '=', planId)
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  return row ? toDecision(row) : null;
}

/** Adds decisions behind those that a plan has. */
export async function addDecisions(tx: Tx, planId: number, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return;
  const last = await tx
    .selectFrom('plan_decision')
    .select(({ fn }) => fn.max('ord').as('ord'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  const rows = decisions.map(({ about, options, ...one }, n) => ({
    plan_id: planId,
    ord: (last?.ord ?? 0) + n + 1,
    about: JSON.stringify(about),
    options: JSON.stringify(options),
    ...one,
  }));
  await tx.insertInto('plan_decision').values(rows).execute();
}

const toDecision = (row: Row): PlanDecision => ({
  ...row,
  about: aboutShape.parse(row.about),
  options: optionsShape.parse(row.options),
  // the database's CHECK holds it to the union
  other: row.other as PlanDecision['other'],
});
