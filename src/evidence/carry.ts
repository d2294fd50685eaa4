import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import { refusalForRoom } from './quota.ts';

/**
 * Evidence that goes from one exemplar to another when one of them is merged, and back; inside the command that locks
 * both. The bytes stay where they are: pieces of several exemplars may refer to one file.
 */

const isOneOf = (ids: readonly number[]) => sql<boolean>`id = ANY (${sql.val([...ids])}::bigint[])`;

/** Moves those of the pieces that are with the one exemplar. */
export async function moveEvidence(
  tx: Tx,
  ids: readonly number[],
  { fromId, toId }: { fromId: number; toId: number },
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ exemplar_id: toId })
    .where('exemplar_id', '=', fromId)
    .where(isOneOf(ids))
    .execute();
}

/** A second piece of the same file or reference, with another exemplar; answers its id. */
export async function copyEvidence(
  tx: Tx,
  id: number,
  to: { exemplarId: number; achievementId: number | null },
): Promise<number> {
  const { id: _own, ...row } = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const made = await tx
    .insertInto('evidence')
    .values({ ...row, exemplar_id: to.exemplarId, achievement_id: to.achievementId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Says which achievement a piece of the exemplar proves; null: the whole file. */
export async function linkEvidence(
  tx: Tx,
  piece: { id: number; exemplarId: number },
  achievementId: number | null,
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ achievement_id: achievementId })
    .where('id', '=', piece.id)
    .where('exemplar_id', '=', piece.exemplarId)
    .execute();
}

/** Pieces that stay with an exemplar let go of achievements that leave it. */
export async function unlinkLeaving(
  tx: Tx,
  exemplarId: number,
  achievementIds: readonly number[],
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ achievement_id: null })
    .where('exemplar_id', '=', exemplarId)
    .where(sql<boolean>`achievement_id = ANY (${sql.val([...achievementIds])}::bigint[])`)
    .execute();
}

/** Why an office has no room for the files of these pieces; null when it has. Those that it keeps already need none. */
export async function refusalToHold(
  tx: Tx,
  officeId: number,
  ids: readonly number[],
): Promise<Reason | null> {
  const files = await tx
    .selectFrom('file as f')
    .select(['f.sha256', 'f.size'])
    .where(sql<boolean>`f.id IN (SELECT file_id FROM evidence WHERE ${isOneOf(ids)})`)
    .where(sql<boolean>`f.id NOT IN (SELECT file_id FROM file_use WHERE office_id = ${officeId})`)
    .execute();
  const [first] = files;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return first ? refusalForRoom(tx, officeId, { sha256: first.sha256, size }) : null;
}
