import { type Expression, type SqlBool, sql } from 'kysely';
import { onMyDesk } from '../desks/reach.ts';
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
    .where(seesItsExemplar(actor))
    .executeTakeFirst();
  return row ? { title: row.title, sha256: row.sha256, mediaType: known(row.media_type) } : null;
}

/** Whoever sees the exemplar `e` of the field `p` sees its evidence; the same rule as `seesExemplar`, held by a test. */
const seesItsExemplar = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(${withinReach(actor, sql.ref('e.office_id'), sql.ref('p.lead_office_id'))}
    OR ${onMyDesk(actor, 'exemplar', sql.ref<number>('e.id'))})`;

export interface EvidenceInView extends KeptFile {
  id: number;
  exemplarId: number;
  subjectName: string;
  achievement: string | null;
  size: number;
  addedBy: string | null;
  addedAt: Date;
  /** The evidence with a file before and after it in the same exemplar. */
  previousId: number | null;
  nextId: number | null;
  /** Its place among them, from 1. */
  place: number;
  count: number;
}

/** A piece of evidence that has a file, to be looked at; null as for `findKeptFile`. */
export async function findEvidence(db: Reader, actor: Actor, id: number): Promise<EvidenceInView | null> {
  const row = await db
    .selectFrom('evidence as v')
    .innerJoin('file as f', 'f.id', 'v.file_id')
    .innerJoin('exemplar as e', 'e.id', 'v.exemplar_id')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .leftJoin('pilot_field as p', 'p.id', 'e.field_id')
    .leftJoin('achievement as a', 'a.id', 'v.achievement_id')
    .leftJoin('account as by', 'by.id', 'v.added_by')
    .select(['v.id', 'v.title', 'v.exemplar_id', 'v.added_at', 'f.sha256', 'f.media_type', 'f.size'])
    .select(['s.full_name', 'a.statement', 'by.display_name'])
    .where('v.id', '=', id)
    .where(seesItsExemplar(actor))
    .executeTakeFirst();
  if (!row) return null;
  const beside = await db
    .selectFrom('evidence')
    .select('id')
    .where('exemplar_id', '=', row.exemplar_id)
    .where('file_id', 'is not', null)
    .orderBy('id')
    .execute();
  const at = beside.findIndex((one) => one.id === id);
  return {
    id: row.id,
    title: row.title,
    sha256: row.sha256,
    mediaType: known(row.media_type),
    size: row.size,
    exemplarId: row.exemplar_id,
    subjectName: row.full_name,
    achievement: row.statement,
    addedBy: row.display_name,
    addedAt: row.added_at,
    previousId: beside[at - 1]?.id ?? null,
    nextId: beside[at + 1]?.id ?? null,
    place: at + 1,
    count: beside.length,
  };
}

/** Only what `examine` lets through is in the table. */
function known(mediaType: string): MediaType {
  if (!isMediaType(mediaType)) throw new Error(`Unknown media type ${mediaType}`);
  return mediaType;
}
