import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { ExemplarState } from './workflow.ts';

/** A file that another one may be merged into. */
export interface MergeCandidate {
  id: number;
  fullName: string;
  officeName: string;
  fieldName: string | null;
  state: ExemplarState;
}

const MOST_OFFERED = 10;

/** Files within reach whose subject is named alike, with or without marks; the most alike first. */
export async function mergeCandidates(
  db: Reader,
  actor: Actor,
  exemplarId: number,
  name: string,
): Promise<MergeCandidate[]> {
  const key = sql<string>`search_key(${name})`;
  const rows = await db
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id')))
    .where('e.id', '<>', exemplarId)
    .where('e.state', '<>', 'declined')
    .where(sql<SqlBool>`s.name_key % ${key}`)
    .select(['e.id', 'e.full_name', 'o.name as office_name', 'f.name as field_name', 'e.state'])
    .orderBy(sql`similarity(s.name_key, ${key})`, 'desc')
    .orderBy('e.id')
    .limit(MOST_OFFERED)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    officeName: row.office_name,
    fieldName: row.field_name,
    state: row.state as ExemplarState,
  }));
}
