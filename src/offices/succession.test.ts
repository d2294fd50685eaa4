import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, type MadeOffice, makeActor, makeOffice } from '../../test/factories.ts';
import type { Acting } from '../identity/actor.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { findOffice } from './find.ts';
import { recordSuccession } from './succeed-office.ts';
import { END_OF_TIME, presentOffice, presentOffices, successionOf } from './succession.ts';

let database: FreshDatabase;
let open: OpenDb;
let province: MadeOffice;
let admin: Acting;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  province = await makeOffice(open.db, null, { name: 'UBND tỉnh Thử', kind: 'province' });
  admin = actingAs(open.db, await makeActor(open.db, [['admin', province, 'all']]));
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const commune = (name: string, validFrom?: string, validTo?: string) =>
  makeOffice(open.db, province, { name, ...(validFrom && { validFrom }), ...(validTo && { validTo }) });

const follow = async (from: MadeOffice[], to: MadeOffice[], onDate: string, endFrom = true) =>
  recordSuccession(admin, {
    from: from.map((office) => office.id),
    to: to.map((office) => office.id),
    onDate,
    basis: 'Nghị quyết thử',
    endFrom,
  });

const present = async (office: MadeOffice, day: string) =>
  (await presentOffice(open.db, office.id, day)).map((one) => one.name);

describe('the present office', () => {
  test('is followed across two mergers', async () => {
    const first = await commune('Xã Vụ Cầu thử');
    const second = await commune('Xã Vĩnh Chân thử', undefined, '2025-06-30');
    const third = await commune('Xã Vĩnh Chân mới thử', '2025-07-01');
    expect(await follow([first], [second], '2020-01-01')).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await follow([second], [third], '2025-07-01')).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await present(first, '2019-12-31')).toEqual(['Xã Vụ Cầu thử']);
    expect(await present(first, '2020-01-01')).toEqual(['Xã Vĩnh Chân thử']);
    expect(await present(first, END_OF_TIME)).toEqual(['Xã Vĩnh Chân mới thử']);
  });

  test('is several after a split, and the office itself too while it goes on', async () => {
    const split = await commune('Xã Tách thử');
    const part = await commune('Xã Phần thử', '2020-01-01');
    const rest = await commune('Xã Còn thử', '2020-01-01');
    await follow([split], [part], '2020-01-01', false);
    expect(await present(split, '2020-06-01')).toEqual(['Xã Phần thử', 'Xã Tách thử']);
    await follow([split], [rest], '2021-01-01');
    expect(await present(split, '2022-01-01')).toEqual(['Xã Còn thử', 'Xã Phần thử']);
  });

  test('is nobody when an office ended and nobody is known to have followed', async () => {
    const lost = await commune('Xã Chưa Rõ thử', undefined, '2019-12-31');
    expect(await present(lost, '2020-01-01')).toEqual([]);
  });

  test('is found for many offices with one question', async () => {
    const one = await commune('Xã Một thử');
    const other = await commune('Xã Hai thử');
    const found = await presentOffices(open.db, [one.id, other.id], '2018-11-15');
    expect([...found.values()].flat().map((office) => office.name)).toEqual(['Xã Hai thử', 'Xã Một thử']);
    expect(await presentOffices(open.db, [], '2018-11-15')).toEqual(new Map());
  });
});

describe('recording a succession', () => {
  test('ends the old offices on the day before, tells it in both histories, and does it once', async () => {
    const old = await commune('Xã Cũ Một');
    const older = await commune('Xã Cũ Hai');
    const next = await commune('Xã Mới Một', '2020-01-01');
    await follow([old, older], [next], '2020-01-01');
    expect(await follow([old, older], [next], '2020-01-01')).toMatchObject({ ok: true, value: { count: 0 } });
    expect((await findOffice(open.db, old.id))?.validTo).toBe('2019-12-31');
    const steps = await successionOf(open.db, next.id);
    expect(steps.map((step) => [step.side, step.other.name, step.onDate, step.basis])).toEqual([
      ['before', 'Xã Cũ Hai', '2020-01-01', 'Nghị quyết thử'],
      ['before', 'Xã Cũ Một', '2020-01-01', 'Nghị quyết thử'],
    ]);
    const told = await open.db
      .selectFrom('audit_event')
      .select(['thing_id', 'kind'])
      .where('thing_id', 'in', [old.id, next.id])
      .where('thing', '=', 'office')
      .execute();
    expect(told).toEqual(
      expect.arrayContaining([
        { thing_id: old.id, kind: 'office.succeeded' },
        { thing_id: next.id, kind: 'office.succeeded' },
        { thing_id: old.id, kind: 'office.ended' },
      ]),
    );
  });

  test('changes nothing at all when one of the offices may not', async () => {
    const old = await commune('Xã Giữ');
    const late = await commune('Xã Muộn', '2021-01-01');
    const outcome = await follow([old], [late], '2020-01-01');
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
    expect((await findOffice(open.db, old.id))?.validTo).toBeNull();
    expect(await successionOf(open.db, old.id)).toEqual([]);
  });

  test('is for an administrator; anybody else is told so', async () => {
    const old = await commune('Xã A thử');
    const next = await commune('Xã B thử');
    const viewer = actingAs(open.db, await makeActor(open.db, [['standing', province, 'all']]));
    const input = { from: [old.id], to: [next.id], onDate: '2020-01-01', basis: 'x', endFrom: false };
    expect(await recordSuccession(viewer, input)).toMatchObject({
      refusal: { kind: 'refused', reasons: [{ rule: 'wrong_role' }] },
    });
    expect(await recordSuccession(admin, { ...input, to: [999_999] })).toMatchObject({
      refusal: { kind: 'not_found' },
    });
    expect(await recordSuccession(admin, { ...input, to: [] })).toMatchObject({
      refusal: { kind: 'invalid' },
    });
  });
});
