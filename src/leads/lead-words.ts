import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { VerifyResult, VerifyWay } from './words.ts';

/** What the proposer wrote after the first words, the first one first. */
export const additionsOf = (db: Reader, leadId: number): Promise<{ words: string; addedOn: Day }[]> =>
  db
    .selectFrom('lead_addition')
    .select(['words', 'added_on as addedOn'])
    .where('lead_id', '=', leadId)
    .orderBy('id')
    .execute();

export interface AskedQuestion {
  id: number;
  /** Null: the proposer was asked. */
  officeName: string | null;
  question: string;
  askedOn: Day;
  dueOn: Day;
  answer: string | null;
  answeredOn: Day | null;
}

type Of = { leadId: number } | { exemplarId: number };

/** What was asked about a lead or an exemplar, the first question first. */
export function questionsOf(db: Reader, of: Of): Promise<AskedQuestion[]> {
  const query = db
    .selectFrom('lead_question as q')
    .leftJoin('office as o', 'o.id', 'q.office_id')
    .select(['q.id', 'o.name as officeName', 'q.question', 'q.asked_on as askedOn', 'q.due_on as dueOn'])
    .select(['q.answer', 'q.answered_on as answeredOn'])
    .orderBy('q.id');
  return 'leadId' in of
    ? query.where('q.lead_id', '=', of.leadId).execute()
    : query.where('q.exemplar_id', '=', of.exemplarId).execute();
}

export interface KeptLook {
  verifiedOn: Day;
  how: VerifyWay;
  who: string;
  result: VerifyResult;
  words: string;
}

/** What came of looking into a lead or an exemplar, the newest first. */
export async function looksOf(db: Reader, of: Of): Promise<KeptLook[]> {
  const query = db
    .selectFrom('verification')
    .select(['verified_on as verifiedOn', 'how', 'who', 'result', 'words'])
    .orderBy('id', 'desc');
  const rows = await ('leadId' in of
    ? query.where('lead_id', '=', of.leadId).execute()
    : query.where('exemplar_id', '=', of.exemplarId).execute());
  // held to these by the database
  return rows.map((row) => ({ ...row, how: row.how as VerifyWay, result: row.result as VerifyResult }));
}

/** How the proposer may be reached; null once it is erased, or when nothing was left. */
export async function contactOf(
  db: Reader,
  leadId: number,
): Promise<{ name: string | null; reachedBy: string | null } | null> {
  const row = await db
    .selectFrom('lead_contact')
    .select(['name', 'reached_by as reachedBy'])
    .where('lead_id', '=', leadId)
    .executeTakeFirst();
  return row ?? null;
}
