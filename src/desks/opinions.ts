import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { OpinionDays } from './opinion-rules.ts';
import type { Paper } from './stay.ts';

export interface Opinion extends OpinionDays {
  id: number;
  officeId: number;
  officeName: string;
  question: string;
  askedOn: Day;
  askedBy: string | null;
  answer: string | null;
  answeredBy: string | null;
  gapReason: string | null;
  gapBy: string | null;
}

/** The opinions that a paper still waits for: asked, not answered, and not named as a gap. */
export const awaitedOpinions = (
  db: Reader,
  paper: Paper,
  paperId: number,
): Promise<(OpinionDays & { officeName: string })[]> =>
  db
    .selectFrom('opinion as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['o.name as officeName', 'p.due_on as dueOn', 'p.answered_on as answeredOn', 'p.gap_on as gapOn'])
    .where('p.paper', '=', paper)
    .where('p.paper_id', '=', paperId)
    .where('p.answered_on', 'is', null)
    .where('p.gap_on', 'is', null)
    .orderBy('p.id')
    .execute();

/** Every opinion that was asked for on a paper, in the order of asking. */
export const opinionsOf = (db: Reader, paper: Paper, paperId: number): Promise<Opinion[]> =>
  db
    .selectFrom('opinion as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .leftJoin('account as asker', 'asker.id', 'p.asked_by')
    .leftJoin('account as answerer', 'answerer.id', 'p.answered_by')
    .leftJoin('account as namer', 'namer.id', 'p.gap_by')
    .select(['p.id', 'p.office_id as officeId', 'o.name as officeName', 'p.question', 'p.answer'])
    .select([
      'p.asked_on as askedOn',
      'p.due_on as dueOn',
      'p.answered_on as answeredOn',
      'p.gap_on as gapOn',
    ])
    .select(['p.gap_reason as gapReason', 'asker.display_name as askedBy', 'namer.display_name as gapBy'])
    .select('answerer.display_name as answeredBy')
    .where('p.paper', '=', paper)
    .where('p.paper_id', '=', paperId)
    .orderBy('p.id')
    .execute();
