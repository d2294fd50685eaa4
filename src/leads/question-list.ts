import { type SqlBool, sql } from 'kysely';
import { deskOffices } from '../desks/reach.ts';
import type { Actor } from '../identity/actor.ts';
import { countUpToLimit } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** A question that was put to an office of the actor, as the list shows it. */
export interface QuestionRow {
  id: number;
  /** Of whom it was asked. */
  about: string;
  officeName: string;
  /** Its first letters. */
  question: string;
  askedOn: Day;
  dueOn: Day;
  answeredOn: Day | null;
}

/** Open ones by the day until which they wait, answered ones by their day, the newest first. */
export interface QuestionFilter {
  answered: boolean;
  /** The last row of the page before; null on the first page. */
  after: { on: Day; id: number } | null;
}

export const QUESTIONS_A_PAGE = 25;
const MOST_LETTERS = 300;

export interface QuestionPage {
  rows: QuestionRow[];
  /** Null: more than are counted. */
  count: number | null;
  /** Whom the next page follows; null where there is none. */
  next: QuestionFilter['after'];
}

/** One page of what the offices of an actor were asked. Two queries, none for somebody without a desk. */
export async function questionsPage(db: Reader, actor: Actor, filter: QuestionFilter): Promise<QuestionPage> {
  const offices = deskOffices(actor);
  if (offices.length === 0) return { rows: [], count: 0, next: null };
  const found = await questionRows(db, offices, filter)
    .limit(QUESTIONS_A_PAGE + 1)
    .execute();
  const rows = found.slice(0, QUESTIONS_A_PAGE);
  const last = found.length > QUESTIONS_A_PAGE ? rows.at(-1) : undefined;
  return {
    rows,
    count: await countUpToLimit(db, askedOf(db, offices, filter.answered).select('q.id')),
    next: last ? { on: last.answeredOn ?? last.dueOn, id: last.id } : null,
  };
}

/** The query of the list, so that a test may ask how it is answered. */
export function questionRows(db: Reader, offices: readonly number[], { answered, after }: QuestionFilter) {
  const query = askedOf(db, offices, answered)
    .innerJoin('office as o', 'o.id', 'q.office_id')
    .leftJoin('lead as l', 'l.id', 'q.lead_id')
    .leftJoin('exemplar as e', 'e.id', 'q.exemplar_id')
    .select(['q.id', 'o.name as officeName', 'q.asked_on as askedOn', 'q.due_on as dueOn'])
    .select('q.answered_on as answeredOn')
    .select([
      sql<string>`coalesce(l.full_name, e.full_name)`.as('about'),
      sql<string>`CASE WHEN length(q.question) > ${MOST_LETTERS}::int
        THEN left(q.question, ${MOST_LETTERS - 1}::int) || '…' ELSE q.question END`.as('question'),
    ]);
  if (answered) {
    const sorted = query.orderBy('q.answered_on', 'desc').orderBy('q.id', 'desc');
    return after ? sorted.where(beyond('q.answered_on', '<', after)) : sorted;
  }
  const sorted = query.orderBy('q.due_on').orderBy('q.id');
  return after ? sorted.where(beyond('q.due_on', '>', after)) : sorted;
}

const beyond = (day: string, how: '<' | '>', { on, id }: { on: Day; id: number }) =>
  sql<SqlBool>`(${sql.ref(day)}, q.id) ${sql.raw(how)} (${on}::date, ${id}::bigint)`;

const askedOf = (db: Reader, offices: readonly number[], answered: boolean) =>
  db
    .selectFrom('lead_question as q')
    .where('q.office_id', 'in', [...offices])
    .where('q.answered_on', answered ? 'is not' : 'is', null);
