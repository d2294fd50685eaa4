import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { lockSubject } from './commands.ts';
import { mayWrite, type SubjectInView, WRITING_ROLES } from './in-view.ts';
import { oneInView } from './in-view-queries.ts';

/**
 * Changes what belongs to one subject in one transaction: locks it, looks for it within the actor's reach, refuses a
 * stale form and whoever may not write, and gives it its next version. `work` writes and calls `record` last with
 * `thingVersion: subject.version + 1`.
 *
 * @param version the version that the form was opened on; null does not ask
 */
export function changingSubject<T>(
  acting: Acting,
  id: number,
  version: number | null,
  work: (tx: Tx, subject: SubjectInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await lockSubject(tx, id);
    const subject = await oneInView(tx, acting.actor, id);
    if (!subject) return notFound();
    if (await isMerged(tx, id)) return refused(MERGED_AWAY);
    if (version !== null && version !== subject.version) return stale(subject.version);
    const refusal = refusalToWrite(subject);
    if (refusal) return refused(refusal);
    await nextSubjectVersion(tx, id);
    return work(tx, subject);
  });
}

/** Why nothing may be written about the subject by the one who sees it; null when it may. */
export function refusalToWrite({ roles }: Pick<SubjectInView, 'roles'>): Reason | null {
  if (mayWrite(roles)) return null;
  return {
    rule: 'wrong_role',
    sentence:
      'Bạn chỉ được xem chủ thể này; cán bộ đơn vị, cơ quan chủ trì hoặc cơ quan thường trực phụ trách hồ sơ mới ghi được.',
  };
}

export async function nextSubjectVersion(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('subject')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function isMerged(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.selectFrom('subject').select('merged_into_id').where('id', '=', id).executeTakeFirst();
  return row?.merged_into_id != null;
}

export const MERGED_AWAY: Reason = {
  rule: 'merged_away',
  sentence: 'Chủ thể này vừa được gộp vào chủ thể khác: hãy mở chủ thể được giữ rồi ghi ở đó.',
};

/** The office in whose reach a change of the subject is recorded: that of its first registration, or of an award. */
export const homeOffice = ({ exemplars, awardOffices }: SubjectInView): number | null =>
  exemplars[0]?.officeId ?? awardOffices[0]?.at(-1) ?? null;

/** The office for which the actor writes: of the first grant that may write. */
export const writingOffice = (actor: Actor): number | null =>
  actor.grants.find(({ role }) => WRITING_ROLES.includes(role))?.officeId ?? null;
