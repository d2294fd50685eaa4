import { type AuditEntry, record } from '../audit/record.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { type AccountInView, findAccount, type GrantInView } from './account-queries.ts';
import type { Acting } from './actor.ts';
import { refusalToManage } from './rules.ts';

/** A change of one account, as the person at the screen asked for it. */
export interface AccountChange {
  id: number;
  /** Version of the account when its page was opened; null does not ask. */
  version: number | null;
}

/** What the work has done, for the journal. */
export interface Done<T> {
  value: T;
  event: Pick<AuditEntry, 'kind' | 'before' | 'after' | 'reason'>;
}

/** The grants that hold on the day or will hold later. */
export const standingGrants = (grants: readonly GrantInView[], today: Day): GrantInView[] =>
  grants.filter((grant) => grant.validTo === null || grant.validTo >= today);

/**
 * Changes one account in one transaction: locked, found within the actor's administration, not stale, not holding
 * more than the actor may touch; then the work, then its event in the journal.
 */
export function changingAccount<T>(
  acting: Acting,
  { id, version }: AccountChange,
  work: (tx: Tx, account: AccountInView) => Promise<Outcome<Done<T>>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
    const account = await findAccount(tx, acting.actor, id);
    if (!account) return notFound();
    if (version !== null && version !== account.version) return stale(account.version);
    const refusal = refusalToManage(acting.actor, standingGrants(account.grants, acting.clock.today()));
    if (refusal) return refused(refusal);
    const outcome = await work(tx, account);
    if (!outcome.ok) return outcome;
    const thingVersion = account.version + 1;
    await tx.updateTable('account').set({ version: thingVersion }).where('id', '=', id).execute();
    await record(tx, acting, { ...outcome.value.event, thingId: id, thingVersion });
    return { ok: true, value: outcome.value.value };
  });
}
