import type { Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import type { GoodFile } from './examine.ts';

/** One piece of evidence: a file, or where a document can be found. */
export interface NewEvidence {
  exemplarId: number;
  achievementId: number | null;
  title: string;
  content: GoodFile | { reference: string };
  addedBy: number | null;
  addedAt: Date;
}

/**
 * Writes one piece of evidence, inside the command of the exemplar it belongs to. The bytes are kept under their
 * hash; the same bytes a second time are not kept twice.
 */
export async function keepEvidence(tx: Tx, files: FileStore, evidence: NewEvidence): Promise<void> {
  const { content } = evidence;
  const fileId = 'bytes' in content ? await keepFile(tx, files, content, evidence.addedAt) : null;
  await tx
    .insertInto('evidence')
    .values({
      exemplar_id: evidence.exemplarId,
      achievement_id: evidence.achievementId,
      title: evidence.title,
      file_id: fileId,
      reference: 'reference' in content ? content.reference : null,
      added_by: evidence.addedBy,
      added_at: evidence.addedAt,
    })
    .execute();
}

/** Keeps a file that was examined, for evidence or another paper; answers its id. The same bytes are kept once. */
export async function keepFile(tx: Tx, files: FileStore, file: GoodFile, at: Date): Promise<number> {
  const sha256 = await files.put(file.bytes);
  await tx
    .insertInto('file')
    .values({ sha256, media_type: file.mediaType, size: file.bytes.length, created_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  const kept = await tx
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return kept.id;
}

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
