import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, type MadeOffice, makeActor, makeOffice } from '../../test/factories.ts';
import { historyOf } from '../audit/timeline.ts';
import type { Acting } from '../identity/actor.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { changeOffice } from './change-office.ts';
import { createOffice } from './create-office.ts';
import { endOffice } from './end-office.ts';
import { findOffice, standingBodiesOn } from './find.ts';
import { setStandingBody } from './standing-body.ts';

let database: FreshDatabase;
let open: OpenDb;
let province: MadeOffice;
let admin: Acting;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  province = await makeOffice(open.db, null, { name: 'UBND tỉnh Thử', kind: 'province' });
  await makeOffice(open.db, province, { name: 'Sở Thử', kind: 'department' });
  admin = actingAs(open.db, await makeActor(open.db, [['admin', province, 'all']]));
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

let serial = 0;
const input = (fields: Partial<Parameters<typeof createOffice>[1]> = {}) => ({
  name: `Ban ${++serial}`,
  shortName: null,
  code: null,
  kindId: 'department',
  parentId: province.id,
  validFrom: null,
  validTo: null,
  ...fields,
});

async function made(fields: Partial<Parameters<typeof createOffice>[1]> = {}) {
  const outcome = await createOffice(admin, input(fields));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  const office = await findOffice(open.db, outcome.value.id);
  if (!office) throw new Error('not found');
  return office;
}

describe('adding an office', () => {
  test('puts it below its parent and tells it in its history', async () => {
    const office = await made({ name: 'Ban Thi đua thử', validFrom: '2016-01-01' });
    expect(office).toMatchObject({ path: [province.id, office.id], version: 1, kindName: 'department' });
    const [entry] = await historyOf(open.db, 'office', office.id);
    expect(entry).toMatchObject({ verb: 'đã thêm đơn vị' });
    expect(entry?.changes).toContainEqual(['Hiệu lực từ', 'trống', '01/01/2016']);
  });

  test('refuses a parent or a kind that does not exist, at its field', async () => {
    expect(await createOffice(admin, input({ parentId: 999_999 }))).toMatchObject({
      refusal: { kind: 'invalid', fields: { parentId: expect.any(String) } },
    });
    expect(await createOffice(admin, input({ kindId: 'moon' }))).toMatchObject({
      refusal: { kind: 'invalid', fields: { kindId: expect.any(String) } },
    });
  });

  test('refuses the same name twice below one parent', async () => {
    await made({ name: 'Phòng Trùng tên' });
    expect(await createOffice(admin, input({ name: 'phòng trùng TÊN' }))).toMatchObject({
      refusal: { kind: 'invalid', fields: { name: expect.any(String) } },
    });
  });

  test('does a double click once', async () => {
    const twice = { ...admin, requestKey: 'double-click-1' };
    const [one, other] = await Promise.all([
      createOffice(twice, input({ name: 'Ban Bấm đúp' })),
      createOffice(twice, input({ name: 'Ban Bấm đúp' })),
    ]);
    expect(one).toEqual(other);
    expect(one.ok).toBe(true);
  });
});

describe('changing an office', () => {
  test('keeps the version apart: a stale form changes nothing', async () => {
    const office = await made();
    const first = await changeOffice(admin, { ...office, name: 'Ban Tên mới' });
    expect(first.ok).toBe(true);
    expect(await changeOffice(admin, { ...office, name: 'Ban Tên khác' })).toMatchObject({
      refusal: { kind: 'stale', currentVersion: 2 },
    });
    expect((await findOffice(open.db, office.id))?.name).toBe('Ban Tên mới');
  });

  test('moves its whole branch with it', async () => {
    const branch = await made();
    const leaf = await made({ parentId: branch.id });
    const target = await made();
    await changeOffice(admin, { ...branch, parentId: target.id });
    expect((await findOffice(open.db, leaf.id))?.path).toEqual([province.id, target.id, branch.id, leaf.id]);
  });

  test('two moves at once never make a circle', async () => {
    const one = await made();
    const other = await made();
    const outcomes = await Promise.all([
      changeOffice(admin, { ...one, parentId: other.id }),
      changeOffice(admin, { ...other, parentId: one.id }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

describe('ending an office', () => {
  test('writes its last day with the reason', async () => {
    const office = await made();
    const end = { id: office.id, version: 1, lastDay: '2017-12-31', reason: 'Theo đề án sắp xếp' };
    expect((await endOffice(admin, end)).ok).toBe(true);
    expect((await findOffice(open.db, office.id))?.validTo).toBe('2017-12-31');
    expect((await historyOf(open.db, 'office', office.id))[0]).toMatchObject({
      reason: 'Theo đề án sắp xếp',
    });
    expect(await endOffice(admin, end)).toMatchObject({ refusal: { kind: 'stale' } });
  });

  test('is refused while offices below it go on', async () => {
    const office = await made();
    await made({ parentId: office.id });
    expect(
      await endOffice(admin, { id: office.id, version: 1, lastDay: '2017-12-31', reason: 'x' }),
    ).toMatchObject({ refusal: { kind: 'refused', reasons: [{ rule: 'children_stay' }] } });
  });
});

describe('the standing body', () => {
  test('is a role for a time, whatever the office is called', async () => {
    const office = await made({ name: 'Phòng Thi đua thử', validFrom: '2016-01-01' });
    const until = { id: office.id, version: 1, validFrom: '2016-06-01', validTo: '2018-06-30' };
    expect((await setStandingBody(admin, until)).ok).toBe(true);
    const names = async (day: string) => (await standingBodiesOn(open.db, day)).map((one) => one.name);
    expect(await names('2016-05-31')).toEqual([]);
    expect(await names('2018-06-30')).toEqual(['Phòng Thi đua thử']);
    expect(await names('2018-07-01')).toEqual([]);
    await setStandingBody(admin, { ...until, version: 2, validTo: null });
    expect(await names('2018-07-01')).toEqual(['Phòng Thi đua thử']);
  });

  test('does not begin before the office does', async () => {
    const office = await made({ validFrom: '2016-01-01' });
    expect(
      await setStandingBody(admin, { id: office.id, version: 1, validFrom: '2015-01-01', validTo: null }),
    ).toMatchObject({ refusal: { kind: 'invalid', fields: { validFrom: expect.any(String) } } });
  });
});
