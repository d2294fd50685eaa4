import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { readSeed } from './seed-files.ts';

/** The people of the sample by their user names. */
export type People = ReadonlyMap<string, Actor & { accountId: number }>;

/** @throws Error when nobody of the sample has this user name */
export function personOf(people: People, username: string): Actor & { accountId: number } {
  const person = people.get(username);
  if (!person) throw new Error(`Nobody of the sample is called “${username}”.`);
  return person;
}

/** Makes the accounts of the sample. They have no password: only the demo lets them in. */
export async function loadPeople(tx: Tx, acting: Acting, offices: OfficeIds): Promise<People> {
  const { people } = await readSeed('sample/people.json');
  const names = new Map(
    (await tx.selectFrom('office').select(['id', 'name']).execute()).map((office) => [
      office.id,
      office.name,
    ]),
  );
  const loaded = new Map<string, Actor & { accountId: number }>();
  for (const { username, name: displayName, grants } of people) {
    const { id: accountId } = await tx
      .insertInto('account')
      .values({ username, display_name: displayName, is_sample: true, created_at: acting.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow();
    const held = grants.map(({ role, office, reach }) => {
      const officeId = idOf(offices, office);
      return { role, reach, officeId, officeName: names.get(officeId) ?? '' };
    });
    await tx
      .insertInto('account_grant')
      .values(
        held.map(({ role, reach, officeId }) => ({
          account_id: accountId,
          role,
          reach,
          office_id: officeId,
        })),
      )
      .execute();
    await record(tx, acting, {
      kind: 'account.created',
      thingId: accountId,
      thingVersion: 1,
      after: { 'Tên đăng nhập': username, 'Họ tên': displayName, 'Đơn vị': held[0]?.officeName ?? null },
    });
    loaded.set(username, { accountId, displayName, grants: held });
  }
  return loaded;
}
