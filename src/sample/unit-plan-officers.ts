import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import type { People } from './load-people.ts';
import type { UnitPlansSeed } from './seed-unit-plans.ts';

/** Makes the accounts of officers who wrote only in the first year; answers everybody, them among the others. */
export async function bringOfficers(
  tx: Tx,
  acting: Acting,
  seed: UnitPlansSeed,
  { offices, people }: { offices: OfficeIds; people: People },
): Promise<People> {
  const all = new Map(people);
  for (const { username, name: displayName, office } of seed.officers) {
    const officeId = idOf(offices, office);
    const { id: accountId } = await tx
      .insertInto('account')
      .values({ username, display_name: displayName, is_sample: true, created_at: acting.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('account_grant')
      .values({ account_id: accountId, role: 'unit', reach: 'branch', office_id: officeId })
      .execute();
    await record(tx, acting, {
      kind: 'account.created',
      thingId: accountId,
      thingVersion: 1,
      after: { 'Tên đăng nhập': username, 'Họ tên': displayName },
    });
    const grant = { role: 'unit' as const, reach: 'branch' as const, officeId, officeName: '' };
    all.set(username, { accountId, displayName, grants: [grant] });
  }
  return all;
}

/** They have gone to other work: their accounts are locked. */
export async function sendOfficersAway(
  tx: Tx,
  acting: Acting,
  seed: UnitPlansSeed,
  people: People,
): Promise<void> {
  for (const { username } of seed.officers) {
    const accountId = people.get(username)?.accountId ?? 0;
    await tx.updateTable('account').set({ active: false, version: 2 }).where('id', '=', accountId).execute();
    await record(tx, acting, {
      kind: 'account.deactivated',
      thingId: accountId,
      thingVersion: 2,
      reason: seed.officersLeft,
    });
  }
}
