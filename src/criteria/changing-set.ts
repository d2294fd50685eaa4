import type { Acting, Actor, Role } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { type CriteriaSet, findCriteriaSet } from './queries.ts';

/** Criteria are the standing body's, as plans are; the program itself loads the sample. */
export const writesCriteria = ({ accountId, grants }: Actor): boolean =>
  accountId === null ||
  grants.some(({ role, reach }) => (role === 'standing' || role === 'admin') && reach === 'all');

/** The roles that count over a set: sets are the whole programme's, so only grants that reach all of it. */
export const setRoles = ({ accountId, grants }: Actor): ReadonlySet<Role> =>
  accountId === null
    ? new Set<Role>(['admin'])
    : new Set(grants.filter(({ reach }) => reach === 'all').map(({ role }) => role));

export const NOT_A_WRITER: Reason = {
  rule: 'wrong_role',
  sentence: 'Bộ tiêu chí do cơ quan thường trực (phạm vi toàn chương trình) hoặc quản trị viên lập.',
};

export interface SetTarget {
  id: number;
  /** The version that the form was opened on; null: whichever it is. */
  version: number | null;
}

/** Why the content of a set may not be changed by this actor; null when it may. */
export function refusalToEdit(actor: Actor, set: Pick<CriteriaSet, 'state'>): Reason | null {
  if (!writesCriteria(actor)) return NOT_A_WRITER;
  if (set.state === 'draft') return null;
  return {
    rule: 'set_in_use',
    sentence:
      'Bộ tiêu chí đã đưa vào dùng thì giữ nguyên, vì có thể đã có đánh giá theo bộ này: muốn sửa, hãy soạn lần mới.',
  };
}

/** Loads a set for update, holds the version against that of the form, and lets `work` change it. */
export function changingSet<T>(
  acting: Acting,
  target: SetTarget,
  work: (tx: Tx, set: CriteriaSet) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('criteria_set').select('id').where('id', '=', target.id).forUpdate().execute();
    const set = await findCriteriaSet(tx, target.id);
    if (!set) return notFound();
    if (target.version !== null && target.version !== set.version) return stale(set.version);
    return work(tx, set);
  });
}

/** The same for the content of a draft. */
export const editingDraft = <T>(
  acting: Acting,
  target: SetTarget,
  work: (tx: Tx, set: CriteriaSet) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  changingSet(acting, target, async (tx, set) => {
    const refusal = refusalToEdit(acting.actor, set);
    return refusal ? refused(refusal) : work(tx, set);
  });

export const nextVersion = (tx: Tx, set: CriteriaSet) =>
  tx
    .updateTable('criteria_set')
    .set({ version: set.version + 1 })
    .where('id', '=', set.id)
    .execute();
