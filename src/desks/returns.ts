import type { Acting } from '../identity/actor.ts';
import { standingBodiesOn } from '../offices/find.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { type ReturnReason, refusalToReturn, wrongReasons } from './rules.ts';
import type { Paper } from './stay.ts';

export interface PaperReturn {
  id: number;
  byOfficeId: number;
  byOfficeName: string;
  returnedOn: Day;
  reasons: ReturnReason[];
}

export interface NewReturn {
  paper: Paper;
  paperId: number;
  /** The level that returns it: the office on whose desk it lies. */
  byOfficeId: number;
  reasons: readonly ReturnReason[];
}

/**
 * Puts one return on record, in the transaction of the step that sends the paper back; the caller moves the desk and
 * records the audit event. Wrong reasons come back under the field `reasons`.
 */
export async function recordReturn(
  tx: Tx,
  acting: Acting,
  input: NewReturn,
  day: Day,
): Promise<Outcome<{ id: number }>> {
  const wrong = wrongReasons(input.reasons);
  if (wrong) return invalid({ reasons: wrong });
  const { earlier, permissions, refusal } = await judgeReturn(tx, input, day);
  if (refusal) return refused(refusal);
  const made = await tx
    .insertInto('paper_return')
    .values({
      paper: input.paper,
      paper_id: input.paperId,
      by_office_id: input.byOfficeId,
      returned_on: day,
      returned_by: acting.actor.accountId,
      reasons: JSON.stringify(input.reasons),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const again = earlier.some((one) => one.byOfficeId === input.byOfficeId);
  const word = permissions.find((one) => one.toOfficeId === input.byOfficeId && !one.used);
  if (again && word) {
    await tx
      .updateTable('return_permission')
      .set({ used_by_return_id: made.id })
      .where('id', '=', word.id)
      .execute();
  }
  return done(made);
}

interface ReturnBy {
  paper: Paper;
  paperId: number;
  byOfficeId: number;
}

/** Why this office may not return this paper now, with the names of those who may allow it; null when it may. */
export const whyNotReturn = async (db: Reader, by: ReturnBy, day: Day): Promise<Reason | null> =>
  (await judgeReturn(db, by, day)).refusal;

async function judgeReturn(db: Reader, { paper, paperId, byOfficeId }: ReturnBy, day: Day) {
  const earlier = await returnsOf(db, paper, paperId);
  const again = earlier.some((one) => one.byOfficeId === byOfficeId);
  const permissions = again ? await permissionsOf(db, paper, paperId) : [];
  const refused = refusalToReturn(byOfficeId, earlier, permissions) !== null;
  const above = refused ? await namesAbove(db, byOfficeId, day) : [];
  return { earlier, permissions, refusal: refusalToReturn(byOfficeId, earlier, permissions, above) };
}

/** Who may allow an office to return a paper once more: the office above it, and the standing body of the day. */
async function namesAbove(db: Reader, officeId: number, day: Day): Promise<string[]> {
  const standing = await standingBodiesOn(db, day);
  const above = await db
    .selectFrom('office as o')
    .innerJoin('office as p', 'p.id', 'o.parent_id')
    .select(['p.id', 'p.name'])
    .where('o.id', '=', officeId)
    .execute();
  const names = [...standing, ...above].filter(({ id }) => id !== officeId).map(({ name }) => name);
  return [...new Set(names)];
}

/** Every return of a paper, the first one first. */
export async function returnsOf(db: Reader, paper: Paper, paperId: number): Promise<PaperReturn[]> {
  const rows = await db
    .selectFrom('paper_return as r')
    .innerJoin('office as o', 'o.id', 'r.by_office_id')
    .select(['r.id', 'r.by_office_id as byOfficeId', 'o.name as byOfficeName'])
    .select(['r.returned_on as returnedOn', 'r.reasons'])
    .where('r.paper', '=', paper)
    .where('r.paper_id', '=', paperId)
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ ...row, reasons: row.reasons as unknown as ReturnReason[] }));
}

/** The words of offices above that a paper may come back once more, the first one first. */
export async function permissionsOf(db: Reader, paper: Paper, paperId: number) {
  const rows = await db
    .selectFrom('return_permission as p')
    .leftJoin('account as a', 'a.id', 'p.given_by')
    .select(['p.id', 'p.to_office_id as toOfficeId', 'p.given_on as givenOn', 'p.reason'])
    .select(['p.used_by_return_id', 'a.display_name as givenBy'])
    .where('p.paper', '=', paper)
    .where('p.paper_id', '=', paperId)
    .orderBy('p.id')
    .execute();
  return rows.map(({ used_by_return_id, ...row }) => ({ ...row, used: used_by_return_id !== null }));
}
