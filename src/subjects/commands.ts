import type { Tx } from '../platform/db.ts';
import type { SubjectFacts } from './facts.ts';

/** Writes a new subject within the caller's command, which also records it. */
export async function createSubject(tx: Tx, facts: SubjectFacts, isSample: boolean): Promise<number> {
  const { id } = await tx
    .insertInto('subject')
    .values({ ...subjectColumns(facts), is_sample: isSample })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whoever registers or renames a subject takes its lock first, then those of its exemplars. */
export async function lockSubject(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('subject').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/**
 * Writes what is now known of a subject, everywhere it is registered: a trigger carries name and kind to its
 * exemplars, so the caller has locked those.
 */
export async function rewriteSubject(tx: Tx, id: number, facts: SubjectFacts): Promise<void> {
  await tx
    .updateTable('subject')
    .set((eb) => ({ ...subjectColumns(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The same within `changingSubject`, which gives the subject its next version. */
export async function writeSubjectFacts(tx: Tx, id: number, facts: SubjectFacts): Promise<void> {
  await tx.updateTable('subject').set(subjectColumns(facts)).where('id', '=', id).execute();
}

/** The facts as the columns of the table have them. */
export const subjectColumns = (facts: SubjectFacts) => ({
  kind: facts.kind,
  full_name: facts.fullName,
  birth_year: facts.birthYear,
  place: facts.place,
  position: facts.position,
  representative: facts.representative,
});
