import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeProvince, type Province, TEST_DAY } from '../../test/factories.ts';
import { historyOf } from '../audit/timeline.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import { deactivateAccount } from './account-commands.ts';
import { findAccount } from './account-queries.ts';
import type { Actor } from './actor.ts';
import { grantRole, revokeRole } from './grant-commands.ts';
import { findSession, startSession } from './sessions.ts';

type Person = Actor & { accountId: number };

let database: FreshDatabase;
let open: OpenDb;
let office: Province;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url, { max: 20 });
  office = await makeProvince(open.db);
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

const makeAdmin = () => makeActor(open.db, [['admin', office.province, 'all']]);
const leadAt = () => ({
  role: 'lead' as const,
  officeId: office.lead.id,
  reach: 'own' as const,
  validFrom: null,
  validTo: null,
});
const grantsOf = async (viewer: Actor, id: number) => (await findAccount(open.db, viewer, id))?.grants ?? [];
const rule = (outcome: Outcome<unknown>) =>
  !outcome.ok && outcome.refusal.kind === 'refused' ? outcome.refusal.reasons[0]?.rule : outcome.ok;

describe('a role that is given', () => {
  it('holds from the next click, without signing in again', async () => {
    const admin = await makeAdmin();
    const person = await makeActor(open.db, []);
    const token = await startSession(open.db, person.accountId, 12, { ip: null, userAgent: null });
    await grantRole(actingAs(open.db, admin), { id: person.accountId, version: 1, ...leadAt() });
    const roles = async () =>
      (await findSession(open.db, token, TEST_DAY, 12))?.actor.grants.map((grant) => grant.role);
    expect(await roles()).toEqual(['lead']);
    const [grant] = await grantsOf(admin, person.accountId);
    expect(grant?.validFrom).toBe(TEST_DAY);
    await revokeRole(actingAs(open.db, admin), { id: person.accountId, version: 2, grantId: grant?.id ?? 0 });
    expect(await roles()).toEqual([]);
  });

  it('is not given twice for the same time, but may be given again later', async () => {
    const admin = await makeAdmin();
    const person = await makeActor(open.db, []);
    const give = (from: string | null, to: string | null) =>
      grantRole(actingAs(open.db, admin), {
        id: person.accountId,
        version: null,
        ...leadAt(),
        validFrom: from,
        validTo: to,
      });
    expect((await give('2018-01-01', '2018-12-31')).ok).toBe(true);
    expect(await give('2018-12-31', null)).toMatchObject({
      refusal: { fields: { vaiTro: expect.stringContaining('đã giữ vai trò này') } },
    });
    expect((await give('2019-01-01', null)).ok).toBe(true);
    expect(await give('2017-05-01', '2017-04-30')).toMatchObject({
      refusal: { fields: { denNgay: expect.any(String) } },
    });
  });

  it('that is taken back stays on record when it was held', async () => {
    const admin = await makeAdmin();
    const person = await makeActor(open.db, []);
    const acting = actingAs(open.db, admin);
    await grantRole(acting, { id: person.accountId, version: null, ...leadAt(), validFrom: '2016-05-10' });
    const [held] = await grantsOf(admin, person.accountId);
    await revokeRole(acting, { id: person.accountId, version: null, grantId: held?.id ?? 0 });
    expect(await grantsOf(admin, person.accountId)).toMatchObject([
      { validFrom: '2016-05-10', validTo: '2018-11-14' },
    ]);
    expect((await grantRole(acting, { id: person.accountId, version: null, ...leadAt() })).ok).toBe(true);
    expect((await historyOf(open.db, 'account', person.accountId)).map((entry) => entry.verb)).toEqual([
      'đã giao vai trò',
      'đã thu hồi vai trò',
      'đã giao vai trò',
    ]);
  });

  it('cannot be taken from an account by the number of another one', async () => {
    const admin = await makeAdmin();
    const [one, other] = [
      await makeActor(open.db, [['unit', office.commune, 'own']]),
      await makeActor(open.db, []),
    ];
    const [grant] = await grantsOf(admin, one.accountId);
    const outcome = await revokeRole(actingAs(open.db, admin), {
      id: other.accountId,
      version: null,
      grantId: grant?.id ?? 0,
    });
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'not_found' } });
  });
});

describe('somebody who administers everything', () => {
  const revokeAdmin = async (by: Person, of: Person) => {
    const grant = (await grantsOf(by, of.accountId)).find(
      (one) => one.role === 'admin' && one.validTo === null,
    );
    return revokeRole(actingAs(open.db, by), { id: of.accountId, version: null, grantId: grant?.id ?? 0 });
  };
  const onlyThese = async (count: number): Promise<Person[]> => {
    await open.db.updateTable('account').set({ active: false }).execute();
    return Promise.all(Array.from({ length: count }, makeAdmin));
  };
  const adminsLeft = async () =>
    (
      await open.db
        .selectFrom('account_grant as g')
        .innerJoin('account as a', 'a.id', 'g.account_id')
        .select('a.id')
        .where('a.active', '=', true)
        .where('g.role', '=', 'admin')
        .where('g.valid_to', 'is', null)
        .execute()
    ).length;

  it('does not take their own last administration', async () => {
    const [admin] = await onlyThese(2);
    if (admin) expect(rule(await revokeAdmin(admin, admin))).toBe('own_last_admin_grant');
    expect(await adminsLeft()).toBe(2);
  });

  it('may take it from another as long as one is left', async () => {
    const [one, other] = await onlyThese(2);
    if (one && other) expect(rule(await revokeAdmin(one, other))).toBe(true);
    expect(await adminsLeft()).toBe(1);
  });

  it('always remains, even when two remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = await onlyThese(2);
      if (!one || !other) throw new Error('two are needed');
      const outcomes = await Promise.all([
        revokeAdmin(one, other),
        deactivateAccount(actingAs(open.db, other), { id: one.accountId, version: null, reason: 'thử' }),
      ]);
      expect(outcomes.map(rule).sort()).toEqual(['no_admin_left', true]);
      expect(await adminsLeft()).toBe(1);
    }
  });

  it('does not count when the grant will run out', async () => {
    const [one, other] = await onlyThese(2);
    if (!one || !other) throw new Error('two are needed');
    await open.db
      .updateTable('account_grant')
      .set({ valid_to: '2019-12-31' })
      .where('account_id', '=', one.accountId)
      .execute();
    expect(rule(await revokeAdmin(one, other))).toBe('no_admin_left');
  });
});
