import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { lockSubject } from '../subjects/commands.ts';
import { lockExemplars } from './changing.ts';
import { allOfSubject, type ExemplarInView } from './queries.ts';

/** The subject, then all its exemplars: the same order for all, so that nobody waits in a ring. */
export async function lockSubjectOf(tx: Tx, exemplarId: number): Promise<number | null> {
  const row = await tx
    .selectFrom('exemplar')
    .select('subject_id')
    .where('id', '=', exemplarId)
    .executeTakeFirst();
  if (!row) return null;
  await lockSubject(tx, row.subject_id);
  const siblings = await tx
    .selectFrom('exemplar')
    .select('id')
    .where('subject_id', '=', row.subject_id)
    .execute();
  await lockExemplars(
    tx,
    siblings.map(({ id }) => id),
  );
  return row.subject_id;
}

/** The other files of the same subject. */
export async function siblingsOf(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
): Promise<ExemplarInView[]> {
  const all = await allOfSubject(tx, acting.actor, exemplar.subject.id);
  return all.filter(({ id }) => id !== exemplar.id);
}
