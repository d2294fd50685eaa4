import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { renameAccount, resetPassword } from './account-commands.ts';
import { ACCOUNTS_PER_PAGE, type AccountFilter, findAccount, listAccounts } from './account-queries.ts';
import type { Actor } from './actor.ts';

let database: FreshDatabase;
let open: OpenDb;
let office: Province;
let admin: Actor & { accountId: number };

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  office = await makeProvince(open.db);
  admin = await makeActor(open.db, [['admin', office.province, 'all']], 'Quản Trị Tỉnh');
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

const list = (actor: Actor, filter: Partial<AccountFilter> = {}) =>
  listAccounts(open.db, actor, { text: '', role: null, active: null, page: 1, ...filter });
const namesOf = async (filter: Partial<AccountFilter>) =>
  (await list(admin, filter)).rows.map((row) => row.displayName);

describe('the list of accounts', () => {
  it('finds by any part of the name, with or without marks, in any order, and by the user name', async () => {
    const hoa = await makeActor(open.db, [['unit', office.commune, 'own']], 'Nguyễn Thuý Hoà');
    await open.db
      .updateTable('account')
      .set({ username: 'canbo.dacbiet' })
      .where('id', '=', hoa.accountId)
      .execute();
    for (const text of ['thuý hoà', 'hoa thuy', 'NGUYỄN', 'dacbiet', 'Canbo.Dac'])
      expect(await namesOf({ text }), text).toEqual(['Nguyễn Thuý Hoà']);
    for (const text of ['hòe', '%', '_', "'", '\\']) expect(await namesOf({ text }), text).toEqual([]);
  });

  it('is in the order of Vietnamese lists: the given name first', async () => {
    for (const name of ['Trần Ánh Đào', 'Vũ Văn Ân', 'Lê An', 'Đỗ Thị Ăn', 'Bùi Dung'])
      await makeActor(open.db, [['press', office.commune, 'own']], `${name}`);
    expect(await namesOf({ role: 'press' })).toEqual([
      'Lê An',
      'Đỗ Thị Ăn',
      'Vũ Văn Ân',
      'Bùi Dung',
      'Trần Ánh Đào',
    ]);
  });

  it('is filtered by state and given out in pages', async () => {
    await Promise.all(
      Array.from({ length: ACCOUNTS_PER_PAGE + 3 }, () =>
        makeActor(open.db, [['council', office.lead, 'own']]),
      ),
    );
    const [one] = (await list(admin, { role: 'council' })).rows;
    await open.db
      .updateTable('account')
      .set({ active: false })
      .where('id', '=', one?.id ?? 0)
      .execute();
    const pages = await Promise.all([1, 2, 3].map((page) => list(admin, { role: 'council', page })));
    expect(pages.map((page) => [page.rows.length, page.total])).toEqual([
      [ACCOUNTS_PER_PAGE, 53],
      [3, 53],
      [0, 53],
    ]);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size).toBe(53);
    expect((await list(admin, { role: 'council', active: false })).total).toBe(1);
  });
});

describe('an administrator of a district', () => {
  it('sees and changes only those whose roles lie in the district, however far they see otherwise', async () => {
    const seer = await makeActor(open.db, [
      ['admin', office.district, 'branch'],
      ['viewer', office.province, 'all'],
    ]);
    const inside = await makeActor(open.db, [['unit', office.commune, 'own']]);
    const outside = await makeActor(open.db, [['standing', office.standing, 'all']]);
    const both = await makeActor(open.db, [
      ['unit', office.commune, 'own'],
      ['standing', office.standing, 'all'],
    ]);
    const as = actingAs(open.db, seer);
    const rename = (id: number) => renameAccount(as, { id, version: null, displayName: 'Tên Mới' });
    expect((await rename(inside.accountId)).ok).toBe(true);
    expect(await rename(outside.accountId)).toEqual({ ok: false, refusal: { kind: 'not_found' } });
    const beyond = { refusal: { reasons: [{ rule: 'account_beyond_reach' }] } };
    expect(await rename(both.accountId)).toMatchObject(beyond);
    const takeOver = await resetPassword(as, { id: both.accountId, version: null }, 'aaaa-bbbb-cccc-dddd');
    expect(takeOver).toMatchObject(beyond);
    const seen = await Promise.all(
      [inside, outside, both].map((person) => findAccount(open.db, seer, person.accountId)),
    );
    expect(seen.map(Boolean)).toEqual([true, false, true]);
    const listed = (await list(seer)).rows.map((row) => row.id);
    expect(listed).toContain(inside.accountId);
    expect(listed).not.toContain(outside.accountId);
  });

  it('does not see accounts without any role; who administers everything does', async () => {
    const without = await makeActor(open.db, []);
    const districtAdmin = await makeActor(open.db, [['admin', office.district, 'branch']]);
    expect(await findAccount(open.db, districtAdmin, without.accountId)).toBeNull();
    expect(await findAccount(open.db, admin, without.accountId)).toMatchObject({
      grants: [],
      openSessions: 0,
    });
  });
});
