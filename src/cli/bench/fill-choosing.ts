import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';

/** So many candidates stand on the page that is measured. */
const CANDIDATES = 60;

/**
 * Gives a plan one more field, coordinated by every district, with candidates taken from those that are proposed already:
 * each with what choosing asks for. Answers the id of the field.
 */
export async function fillChoosing(db: Db, planId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO pilot_field (plan_id, ord, name, lead_office_id, subject_kinds, quota_kind, quota_number, quota_counts)
    SELECT ${planId}, 100, 'Lĩnh vực có 60 hồ sơ', id, '{individual,collective,household}', 'exactly', 5,
      '{individual,collective,household}' FROM office WHERE kind_id = 'p'
    RETURNING id`.execute(db);
  const fieldId = rows[0]?.id;
  if (fieldId === undefined) throw new Error('The field of the bench was not made.');
  await sql`
    INSERT INTO field_coordination (field_id, ord, kind_id, below_id)
    SELECT ${fieldId}, 1, 'd', id FROM office WHERE kind_id = 'p'`.execute(db);
  await sql`
    UPDATE exemplar SET field_id = ${fieldId} WHERE id IN (
      SELECT id FROM exemplar WHERE state IN ('proposed', 'waiting') ORDER BY id LIMIT ${CANDIDATES})`.execute(
    db,
  );
  await sql`
    INSERT INTO endorsement (exemplar_id, held_on, place, present, agreed)
    SELECT id, '2018-01-10', 'Nhà văn hóa', 40, 30 + id % 10 FROM exemplar WHERE field_id = ${fieldId}`.execute(
    db,
  );
  await sql`
    INSERT INTO support_action (exemplar_id, kind, what, owner)
    SELECT id, 'skill', 'Tập huấn', 'Hội Nông dân' FROM exemplar WHERE field_id = ${fieldId}`.execute(db);
  await sql`
    INSERT INTO consent (exemplar_id, scope, given_on, how)
    SELECT id, 'registration', '2018-01-05', 'paper' FROM exemplar WHERE field_id = ${fieldId} AND id % 3 > 0
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`ANALYZE`.execute(db);
  return fieldId;
}
