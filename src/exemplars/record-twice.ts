import type { Tx } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';

/**
 * Why a subject may not be registered in a field: it already has a living file there. The caller holds the lock
 * of the subject.
 *
 * @param exceptId the exemplar that is being changed
 */
export async function whyNotTwice(
  tx: Tx,
  subjectId: number,
  field: { id: number; name: string } | null,
  exceptId: number | null,
): Promise<Reason | null> {
  if (!field) return null;
  const other = await tx
    .selectFrom('exemplar')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('field_id', '=', field.id)
    .where('state', 'not in', ['declined', 'withdrawn', 'lapsed'])
    .where('id', 'is distinct from', exceptId)
    .executeTakeFirst();
  if (!other) return null;
  return {
    rule: 'registered_already',
    sentence: `Chủ thể này đã có hồ sơ trong lĩnh vực “${field.name}”: hãy bổ sung vào hồ sơ đó thay vì lập hồ sơ mới.`,
  };
}
