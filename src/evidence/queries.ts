import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import { isMediaType, type MediaType } from './media-types.ts';

export interface EvidenceItem {
  id: number;
  title: string;
  achievementId: number | null;
  /** What it proves, in the words of the achievement. */
  achievement: string | null;
  /** Where the document can be found; null when there is a file. */
  reference: string | null;
  file: { mediaType: MediaType; size: number } | null;
  addedBy: string | null;
  addedAt: Date;
}

/** The evidence of an exemplar that is within reach, in the order in which it was added. */
export async function evidenceOf(db: Reader, exemplarId: number): Promise<EvidenceItem[]> {
  const rows = await db
    .selectFrom('evidence as v')
    .leftJoin('file as f', 'f.id', 'v.file_id')
    .leftJoin('achievement as a', 'a.id', 'v.achievement_id')
    .leftJoin('account as by', 'by.id', 'v.added_by')
    .select(['v.id', 'v.title', 'v.achievement_id', 'v.reference', 'v.added_at'])
    .select(['a.statement', 'f.media_type', 'f.size', 'by.display_name'])
    .where('v.exemplar_id', '=', exemplarId)
    .orderBy('v.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    achievementId: row.achievement_id,
    achievement: row.statement,
    reference: row.reference,
    file: row.media_type === null ? null : { mediaType: known(row.media_type), size: row.size ?? 0 },
    addedBy: row.display_name,
    addedAt: row.added_at,
  }));
}

export interface KeptFile {
  title: string;
  sha256: string;
  mediaType: MediaType;
}

/** The file of a piece of evidence; null when there is none, or when its exemplar lies outside the actor's reach. */
export async function findKeptFile(db: Reader, actor: Actor, evidenceId: number): Promise<KeptFile | null> {
  const row = await db
    .selectFrom('evidence as v')
    .innerJoin('file as f', 'f.id', 'v.file_id')
    .innerJoin('exemplar as e', 'e.id', 'v.exemplar_id')
    .leftJoin('pilot_field as p', 'p.id', 'e.field_id')
    .select(['v.title', 'f.sha256', 'f.media_type'])
    .where('v.id', '=', evidenceId)
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('p.lead_office_id')))
    .executeTakeFirst();
  return row ? { title: row.title, sha256: row.sha256, mediaType: known(row.media_type) } : null;
}

/** Only what `examine` lets through is in the table. */
function known(mediaType: string): MediaType {
  if (!isMediaType(mediaType)) throw new Error(`Unknown media type ${mediaType}`);
  return mediaType;
}
