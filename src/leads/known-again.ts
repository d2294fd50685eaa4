import { sql } from 'kysely';
import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import { sameSubjects } from '../subjects/same.ts';
import { type ToldSame, tellSame } from '../subjects/same-tell.ts';
import type { LeadInView } from './queries.ts';

/** Who a lead may be about: subjects known already, the likeliest first, as far as the actor may be told of them. */
export async function knownAgain(db: Reader, actor: Actor, lead: LeadInView): Promise<ToldSame[]> {
  const kinds = lead.kind ? [lead.kind] : (['individual', 'collective', 'household'] as const);
  const lists = await Promise.all(
    kinds.map((kind) =>
      sameSubjects(
        db,
        {
          kind,
          fullName: lead.fullName,
          ...{ birthYear: null, position: null, representative: null },
          place: [lead.placeWords, lead.placeName].filter(Boolean).join(', ') || null,
          officeIds: [lead.officeId],
        },
        { limit: 5 },
      ),
    ),
  );
  const told = await tellSame(db, actor, lists);
  return told.flat();
}

export interface FileOfSubject {
  id: number;
  subjectId: number;
  fullName: string;
  officeName: string;
  state: ExemplarState;
}

/** The files within reach of these subjects, that a lead may be merged into. */
export async function filesOf(
  db: Reader,
  actor: Actor,
  subjectIds: readonly number[],
): Promise<FileOfSubject[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select([
      'e.id',
      'e.subject_id as subjectId',
      'e.full_name as fullName',
      'o.name as officeName',
      'e.state',
    ])
    .where('e.subject_id', 'in', [...subjectIds])
    .where('e.state', '<>', 'declined')
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id')))
    .orderBy('e.id')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ExemplarState }));
}
