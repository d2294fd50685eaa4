import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { writeInParts } from '../platform/in-parts.ts';
import { namedAmong } from '../platform/references.ts';
import { sortedInOnce } from '../platform/sorted-in-once.ts';
import { takeIds } from '../platform/take-ids.ts';
import { subjectColumns } from './commands.ts';
import type { SubjectFacts } from './facts.ts';

const AT_ONCE = 1_000;

/**
 * Writes many new subjects within the caller's command, which also records them; their facts are tidied and judged.
 * Answers their ids in the order of the facts.
 */
export async function createSubjects(
  tx: Tx,
  all: readonly SubjectFacts[],
  isSample: boolean,
): Promise<number[]> {
  const ids = await takeIds(tx, 'subject', all.length);
  const write = () => writeSubjects(tx, all, ids, isSample);
  await (all.length > AT_ONCE ? sortedInOnce(tx, SEARCHED, write) : write());
  return ids;
}

/** The indexes by which subjects are found, that take long to sort in what was written. */
const SEARCHED = ['subject_name_trgm', 'subject_same_keys', 'subject_search_trgm'];

const writeSubjects = (tx: Tx, all: readonly SubjectFacts[], ids: readonly number[], isSample: boolean) =>
  writeInParts(
    all,
    AT_ONCE,
    (some, from) => JSON.stringify(some.map((facts, n) => ({ id: ids[from + n], ...subjectColumns(facts) }))),
    (rows) =>
      tx
        .insertInto('subject')
        .columns([
          'id',
          'kind',
          'full_name',
          'birth_year',
          'place',
          'position',
          'representative',
          'is_sample',
        ])
        .expression(
          sql`OVERRIDING SYSTEM VALUE SELECT s.*, ${isSample}::boolean FROM jsonb_to_recordset(${rows}::jsonb) AS s (id bigint,
            kind text, full_name text, birth_year int, place text, position text, representative text)`,
        )
        .execute(),
  );

const GUESSES: ReadonlySet<string> = new Set(['subject_pair']);

/**
 * Takes subjects away that an undone import made, within its command, which has asked `whyNotRemoveSubjects`. One that
 * was changed, or that anything names meanwhile, stays; that it is like another one (`subject_pair`) is forgotten with it.
 */
export async function removeSubjects(tx: Tx, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = sql`SELECT unnest(${ids.slice(from, from + AT_ONCE)}::bigint[])`;
    const named = await namedAmong(tx, 'subject', some, GUESSES);
    await tx
      .deleteFrom('subject')
      .where(
        sql<boolean>`id IN (${some}) AND version = 1 AND id NOT IN (SELECT id FROM ${named} AS n WHERE id IS NOT NULL)`,
      )
      .execute();
  }
}

/** Holds many subjects against being registered or merged by somebody else, in the order of their ids. */
export async function lockSubjects(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .selectFrom('subject')
    .select('id')
    .where(sql<boolean>`id = ANY (${[...ids]}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
