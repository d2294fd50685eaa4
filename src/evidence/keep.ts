import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { type FileStore, sha256Of } from '../platform/files.ts';
import { done, type Outcome, refused } from '../platform/outcome.ts';
import type { GoodFile } from './examine.ts';
import { refusalForRoom } from './quota.ts';

/** One piece of evidence: a file, or where a document can be found. */
export interface NewEvidence {
  exemplarId: number;
  /** The office that keeps the exemplar: the file counts for its quota. */
  officeId: number;
  achievementId: number | null;
  title: string;
  content: GoodFile | { reference: string };
  addedBy: number | null;
  addedAt: Date;
}

/**
 * Writes one piece of evidence, inside the command of the exemplar it belongs to. The bytes are kept under their
 * hash; the same bytes a second time are not kept twice. Refused when the office has no room left for the file.
 */
export async function keepEvidence(tx: Tx, files: FileStore, evidence: NewEvidence): Promise<Outcome<null>> {
  const { content, officeId, addedAt } = evidence;
  const kept =
    'bytes' in content ? await keepFile(tx, files, content, { officeId, at: addedAt }) : done(null);
  if (!kept.ok) return kept;
  await tx
    .insertInto('evidence')
    .values({
      exemplar_id: evidence.exemplarId,
      achievement_id: evidence.achievementId,
      title: evidence.title,
      file_id: kept.value,
      reference: 'reference' in content ? content.reference : null,
      added_by: evidence.addedBy,
      added_at: addedAt,
    })
    .execute();
  return done(null);
}

/**
 * Keeps a file that was examined, for evidence or another paper; answers its id. The same bytes are kept once. Refused
 * when the office has no room left for it. Whoever calls writes the row that refers to it in the same transaction, and
 * gives that table its line in the view `file_use`.
 */
export async function keepFile(
  tx: Tx,
  files: FileStore,
  file: GoodFile,
  { officeId, at }: { officeId: number; at: Date },
): Promise<Outcome<number>> {
  const sha256 = sha256Of(file.bytes);
  const refusal = await refusalForRoom(tx, officeId, { sha256, size: file.bytes.length });
  if (refusal) return refused(refusal);
  await holdFile(tx, sha256);
  await files.put(file.bytes);
  await tx
    .insertInto('file')
    .values({ sha256, media_type: file.mediaType, size: file.bytes.length, created_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  const kept = await tx
    .selectFrom('file')
    .select(['id', 'unused_since'])
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  if (kept.unused_since !== null)
    await tx.updateTable('file').set({ unused_since: null }).where('id', '=', kept.id).execute();
  return done(kept.id);
}

/** Until this transaction ends the cleaning leaves these bytes alone. Those who keep do not wait for each other. */
const holdFile = (tx: Tx, sha256: string) =>
  sql`SELECT pg_advisory_xact_lock_shared(${fileLock(sha256)})`.execute(tx);

/** The key of the lock of a file. */
export const fileLock = (sha256: string) => sql<string>`hashtextextended(${`file ${sha256}`}, 0)`;

/**
 * Takes a piece of evidence away from its exemplar; the stored bytes stay, for other evidence may be the same file.
 *
 * @returns its title, or null when the exemplar has no such evidence
 */
export async function dropEvidence(tx: Tx, exemplarId: number, id: number): Promise<string | null> {
  const gone = await tx
    .deleteFrom('evidence')
    .where('id', '=', id)
    .where('exemplar_id', '=', exemplarId)
    .returning('title')
    .executeTakeFirst();
  return gone?.title ?? null;
}

/** Evidence of an achievement that is removed stays with the exemplar. */
export async function unlinkAchievement(tx: Tx, achievementId: number): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ achievement_id: null })
    .where('achievement_id', '=', achievementId)
    .execute();
}
