import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { Against } from './merge-rules.ts';

/**
 * Rows that belong to a subject and follow it when it is merged. Whoever owns a table of such rows hands in how they
 * move; the site map joins them.
 */
export interface Belongings {
  /** Under which the record of a merge keeps the ids that moved; never changed once it was used. */
  key: string;
  /** 'hồ sơ điển hình' */
  name: string;
  count(db: Reader, subjectId: number): Promise<number>;
  /** How many of those that were moved are still with the one to whom they went. */
  stillThere(db: Reader, ids: readonly number[], subjectId: number): Promise<number>;
  /** What stands against these of both becoming those of one. */
  whyNot(db: Reader, keptId: number, goneId: number): Promise<Against[]>;
  /** Locks them, after the subjects and in the order of their ids. */
  lock(tx: Tx, subjectIds: readonly number[]): Promise<void>;
  /** Moves all of one subject to another; answers their ids. */
  move(tx: Tx, fromId: number, toId: number): Promise<number[]>;
  /** Up to where the history of those of the subject has come, where what is done later matters to an undoing. */
  mark?(tx: Tx, subjectId: number): Promise<number>;
  /** Why those that were moved may not go back; `mark` is the one from the merge. */
  whyNotBack(db: Reader, ids: readonly number[], back: { fromId: number; mark: number }): Promise<Against[]>;
  /** Moves those of the ids that are still there and still with the one subject. */
  moveBack(tx: Tx, ids: readonly number[], back: { fromId: number; toId: number }): Promise<void>;
  /** Records what was moved, and what the kept one had before, where they have a history of their own; called last. */
  recordMoved?(tx: Tx, acting: Acting, ids: readonly number[], told: MovedTold): Promise<void>;
}

export interface MovedTold {
  way: 'merged' | 'undone';
  /** The subject that was kept; what it had before has other facts of the subject now. */
  keptId: number;
  /** Names of the subjects before and after. */
  from: string;
  to: string;
  reason: string;
}

/** What subjects own themselves. */
export const OWN_BELONGINGS: readonly Belongings[] = [
  {
    key: 'past_award',
    name: 'khen thưởng đã có',
    count: (db, id) => countOf(db, 'past_award', id),
    stillThere: (db, ids, id) => countOf(db, 'past_award', id, ids),
    whyNot: nothing,
    lock: none,
    move: async (tx, fromId, toId) => {
      const rows = await tx
        .updateTable('past_award')
        .set({ subject_id: toId })
        .where('subject_id', '=', fromId)
        .returning('id')
        .execute();
      return idsOf(rows);
    },
    whyNotBack: nothing,
    moveBack: async (tx, ids, { fromId, toId }) => {
      await tx
        .updateTable('past_award')
        .set({ subject_id: toId })
        .where('subject_id', '=', fromId)
        .where(isOneOf(ids))
        .execute();
    },
  },
  {
    key: 'subject_alias',
    name: 'tên khác',
    count: (db, id) => countOf(db, 'subject_alias', id),
    stillThere: (db, ids, id) => countOf(db, 'subject_alias', id, ids),
    whyNot: nothing,
    lock: none,
    move: async (tx, fromId, toId) => {
      const rows = await tx
        .updateTable('subject_alias')
        .set({ subject_id: toId })
        .where('subject_id', '=', fromId)
        .returning('id')
        .execute();
      return idsOf(rows);
    },
    whyNotBack: nothing,
    moveBack: async (tx, ids, { fromId, toId }) => {
      await tx
        .updateTable('subject_alias')
        .set({ subject_id: toId })
        .where('subject_id', '=', fromId)
        .where(isOneOf(ids))
        .execute();
    },
  },
];

async function countOf(
  db: Reader,
  table: 'past_award' | 'subject_alias',
  subjectId: number,
  among: readonly number[] | null = null,
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subject_id', '=', subjectId)
    .$if(among !== null, (query) => query.where(isOneOf(among ?? [])))
    .executeTakeFirstOrThrow();
  return count;
}

async function nothing(): Promise<Against[]> {
  return [];
}
/** Whoever holds the lock of the subject writes them. */
async function none(): Promise<void> {}

const isOneOf = (ids: readonly number[]) => sql<boolean>`id = ANY (${[...ids]}::bigint[])`;

const idsOf = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id).sort((a, b) => a - b);
