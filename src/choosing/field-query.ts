import { sql } from 'kysely';
import type { Actor, Role } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import { HOLDS_PLACE } from '../plans/queries.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { seesChoosing } from './rules.ts';

/** A field as far as choosing in it goes, with what the actor is to it. */
export interface FieldInChoice {
  id: number;
  planId: number;
  planNumber: string;
  planKind: string;
  planIssuer: string;
  planIssuedOn: Day | null;
  planIssuedAt: string | null;
  name: string;
  leadOfficeId: number;
  leadOfficeName: string;
  leadPath: number[];
  quotaKind: 'exactly' | 'at_least' | 'at_most' | 'none';
  quotaNumber: number | null;
  quotaCounts: string[];
  /** Hold a place of the quota, of the kinds that it counts. */
  taken: number;
  roles: ReadonlySet<Role>;
}

/** The field, or null when there is none or the actor has no say and no view in it. One query. */
export async function findField(db: Reader, actor: Actor, id: number): Promise<FieldInChoice | null> {
  const field = await readField(db, id);
  if (!field) return null;
  const roles = rolesOver(actor, { officePath: field.leadPath, leadOfficeId: field.leadOfficeId });
  return seesChoosing(roles) ? { ...field, roles } : null;
}

/** A field whoever asks: for those who answer for their own office, and for papers. */
export async function readField(db: Reader, id: number): Promise<Omit<FieldInChoice, 'roles'> | null> {
  const { rows } = await sql<Omit<FieldInChoice, 'roles'>>`
    SELECT f.id, f.plan_id AS "planId", p.number AS "planNumber", p.kind AS "planKind",
      p.issuer_name AS "planIssuer", p.issued_on AS "planIssuedOn", p.issued_at AS "planIssuedAt", f.name,
      f.lead_office_id AS "leadOfficeId", o.name AS "leadOfficeName", o.path AS "leadPath",
      f.quota_kind AS "quotaKind", f.quota_number AS "quotaNumber", f.quota_counts AS "quotaCounts",
      (SELECT count(*) FROM exemplar e WHERE e.field_id = f.id AND ${HOLDS_PLACE}
        AND (f.quota_counts = '{}' OR e.subject_kind = ANY (f.quota_counts))) AS taken
    FROM pilot_field f JOIN plan p ON p.id = f.plan_id JOIN office o ON o.id = f.lead_office_id
    WHERE f.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Does a subject of this kind count for the quota of the field? Without kinds named, every kind does. */
export const countsFor = ({ quotaCounts }: Pick<FieldInChoice, 'quotaCounts'>, kind: string): boolean =>
  quotaCounts.length === 0 || quotaCounts.includes(kind);

/** Queues those who choose in one field; the same lock that a single choice takes. */
export const lockField = (tx: Reader, id: number) =>
  tx.selectFrom('pilot_field').select('id').where('id', '=', id).forNoKeyUpdate().execute();

/** The pages of a field. */
export const choosingPath = ({ planId, id }: Pick<FieldInChoice, 'planId' | 'id'>): string =>
  `/ke-hoach/${planId}/linh-vuc/${id}/lua-chon`;

export const listPath = (listId: number): string => `/quyet-dinh-lua-chon/${listId}`;
