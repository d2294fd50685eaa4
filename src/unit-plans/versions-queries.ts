import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { UnitPlanContent } from './content.ts';

/** One submission, as it was sent. */
export interface Submission {
  id: number;
  edition: number;
  /** 1 for the first time that this edition was sent. */
  turn: number;
  submittedOn: Day;
  submittedBy: string | null;
  receiverName: string | null;
  approvedOn: Day | null;
}

/** Every submission of a unit plan, the first one first. */
export async function submissionsOf(db: Reader, unitPlanId: number): Promise<Submission[]> {
  const rows = await db
    .selectFrom('unit_plan_submission as s')
    .leftJoin('account as by', 'by.id', 's.submitted_by')
    .leftJoin('office as to', 'to.id', 's.receiver_office_id')
    .select(['s.id', 's.edition', 's.submitted_on as submittedOn', 'by.display_name as submittedBy'])
    .select(['to.name as receiverName', 's.approved_on as approvedOn'])
    .where('s.unit_plan_id', '=', unitPlanId)
    .orderBy('s.id')
    .execute();
  const turns = new Map<number, number>();
  return rows.map((row) => {
    const turn = (turns.get(row.edition) ?? 0) + 1;
    turns.set(row.edition, turn);
    return { ...row, turn };
  });
}

/** 'Lần 1', 'Lần 2, gửi lại lần 1' */
export const versionName = ({ edition, turn }: Pick<Submission, 'edition' | 'turn'>): string =>
  turn === 1 ? `Lần ${edition}` : `Lần ${edition}, gửi lại lần ${turn - 1}`;

/** What one submission of a unit plan said; null when the plan has no such submission. */
export async function contentOfSubmission(
  db: Reader,
  unitPlanId: number,
  submissionId: number,
): Promise<UnitPlanContent | null> {
  const row = await db
    .selectFrom('unit_plan_submission')
    .select('content')
    .where('id', '=', submissionId)
    .where('unit_plan_id', '=', unitPlanId)
    .executeTakeFirst();
  return row ? (row.content as unknown as UnitPlanContent) : null;
}
