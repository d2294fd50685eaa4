import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { PlanState } from './workflow.ts';

/** What the editor needs to know of a plan before it opens a section of it. */
export interface PlanToEdit {
  id: number;
  number: string;
  title: string;
  state: PlanState;
  version: number;
  hasOpenAmendment: boolean;
  /** The day of the paper by which it is being changed; null when there is none open. */
  amendedOn: Day | null;
}

/** Plans are public papers: everybody who is signed in may see each; who may change one is asked apart. */
export async function findPlanToEdit(db: Reader, id: number): Promise<PlanToEdit | null> {
  const row = await db
    .selectFrom('plan as p')
    .leftJoin('plan_amendment as a', (join) =>
      join.onRef('a.plan_id', '=', 'p.id').on('a.closed_at', 'is', null),
    )
    .select(['p.id', 'p.number', 'p.title', 'p.state', 'p.version', 'a.issued_on as amendedOn'])
    .where('p.id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as PlanState, hasOpenAmendment: row.amendedOn !== null } : null;
}
