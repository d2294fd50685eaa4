import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { act } from '../platform/act.ts';
import { systemClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { done, refused } from '../platform/outcome.ts';
import { record } from './record.ts';
import { verifyChain } from './verify-chain.ts';

let database: FreshDatabase;
let open: OpenDb;
const author = { clock: systemClock, actor: { accountId: null, displayName: 'Chương trình' }, ip: null };

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url, { max: 20 });
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

const write = (name: string) =>
  act(open.db, null, null, async (tx) => {
    await record(tx, author, {
      kind: 'office.changed',
      thingId: 1,
      before: { Tên: 'Xã cũ' },
      after: { Tên: name },
    });
    return done(null);
  });

/** What somebody with the keys of the database could do. */
const bypass = (statement: string) =>
  open.db.transaction().execute(async (tx) => {
    await sql`ALTER TABLE audit_event DISABLE TRIGGER USER`.execute(tx);
    await sql.raw(statement).execute(tx);
    await sql`ALTER TABLE audit_event ENABLE TRIGGER USER`.execute(tx);
  });

beforeEach(async () => {
  await bypass('TRUNCATE audit_event');
  await sql`UPDATE audit_head SET id = 0, hash = sha256('guong-sang'::bytea)`.execute(open.db);
  for (let n = 1; n <= 7; n++) await write(`Xã số ${n}`);
});

describe('the database', () => {
  it.each([
    `UPDATE audit_event SET reason = 'khác' WHERE id = 1`,
    'DELETE FROM audit_event WHERE id = 7',
    'TRUNCATE audit_event',
    'DELETE FROM audit_event WHERE false',
  ])('refuses %s', async (statement) => {
    await expect(sql.raw(statement).execute(open.db)).rejects.toThrow('append-only');
    expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 7 });
  });

  it('numbers and chains by itself: whoever writes cannot choose a number or a hash', async () => {
    await sql`INSERT INTO audit_event (id, at, actor_name, kind, thing, thing_id, prev_hash, hash)
      VALUES (999, now(), 'Ai đó', 'office.changed', 'office', 1, '\\x00', '\\x00')`.execute(open.db);
    expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 8 });
  });
});

describe('the check of the chain', () => {
  it('holds for an empty journal and for one that is read in batches', async () => {
    for (const batch of [1, 2, 3, 7, 1000])
      expect(await verifyChain(open.db, batch)).toMatchObject({ ok: true, count: 7 });
    await bypass('TRUNCATE audit_event');
    await sql`UPDATE audit_head SET id = 0, hash = sha256('guong-sang'::bytea)`.execute(open.db);
    expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 0 });
  });

  it.each([
    ['a changed reason', `UPDATE audit_event SET reason = 'x' WHERE id = 3`, 3],
    ['a changed person', `UPDATE audit_event SET actor_name = 'Người khác' WHERE id = 5`, 5],
    ['a changed moment', `UPDATE audit_event SET at = at + interval '1 microsecond' WHERE id = 2`, 2],
    ['a changed value', `UPDATE audit_event SET after = '{"Tên": "Xã ma"}' WHERE id = 1`, 1],
    ['an event that is gone', 'DELETE FROM audit_event WHERE id = 4', 4],
    ['the newest events gone', 'DELETE FROM audit_event WHERE id >= 6', 6],
    ['all events gone', 'TRUNCATE audit_event', 1],
    ['another number', 'UPDATE audit_event SET id = 70 WHERE id = 7', 7],
  ])('finds %s', async (_what, statement, brokenAt) => {
    await bypass(statement);
    for (const batch of [2, 1000]) expect(await verifyChain(open.db, batch)).toEqual({ ok: false, brokenAt });
  });

  it('finds a changed event even when its own hash was made anew', async () => {
    await bypass(`UPDATE audit_event SET reason = 'x' WHERE id = 3;
      UPDATE audit_event e SET hash = audit_hash(e) WHERE id = 3`);
    expect(await verifyChain(open.db)).toEqual({ ok: false, brokenAt: 4 });
  });

  it('finds the newest event changed together with its hash', async () => {
    await bypass(`UPDATE audit_event SET reason = 'x' WHERE id = 7;
      UPDATE audit_event e SET hash = audit_hash(e) WHERE id = 7`);
    expect(await verifyChain(open.db)).toEqual({ ok: false, brokenAt: 7 });
  });

  it('finds the newest events gone also after others have been written in their place', async () => {
    await bypass('DELETE FROM audit_event WHERE id >= 6');
    await write('Xã viết sau');
    expect(await verifyChain(open.db)).toEqual({ ok: false, brokenAt: 6 });
  });

  it('finds an event beyond the last number', async () => {
    await bypass(`INSERT INTO audit_event SELECT 8, at, actor_id, actor_name, ip, kind, thing, thing_id, thing_version,
      office_id, before, after, reason, prev_hash, hash FROM audit_event WHERE id = 7`);
    expect(await verifyChain(open.db)).toEqual({ ok: false, brokenAt: 8 });
  });
});

it('stays whole when many write at the same moment, while it is being checked', async () => {
  const writers = Array.from({ length: 60 }, (_, n) => write(`Xã đồng thời ${n}`));
  const during = await Promise.all([
    verifyChain(open.db, 5),
    verifyChain(open.db, 5),
    verifyChain(open.db, 1),
  ]);
  await Promise.all(writers);
  for (const verdict of during) expect(verdict.ok).toBe(true);
  expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 67 });
});

it('chains thousands of events of one transaction, and nobody else gets in between', async () => {
  const many = open.db.transaction().execute(async (tx) => {
    for (let n = 0; n < 300; n++) await record(tx, author, { kind: 'office.changed', thingId: n });
    await sql`INSERT INTO audit_event (id, at, actor_name, kind, thing, thing_id, prev_hash, hash)
      SELECT 0, now(), 'Nhập dữ liệu', 'office.changed', 'office', n, '', '' FROM generate_series(1, 3000) n`.execute(
      tx,
    );
  });
  await Promise.all([many, ...Array.from({ length: 10 }, (_, n) => write(`Xã chen vào ${n}`))]);
  expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 7 + 3300 + 10 });
  const { rows } = await sql<{ runs: number }>`SELECT count(*)::int AS runs FROM audit_event e
    WHERE actor_name = 'Nhập dữ liệu' AND id + 1 = (SELECT n.id FROM audit_event n WHERE n.id = e.id + 1
      AND n.actor_name = 'Nhập dữ liệu')`.execute(open.db);
  expect(rows[0]?.runs).toBe(2999);
});

it('keeps nothing of a command that was refused or that broke', async () => {
  await act(open.db, null, null, async (tx) => {
    await record(tx, author, { kind: 'office.changed', thingId: 1 });
    return refused({ rule: 'no', sentence: 'Không được.' });
  });
  const broken = act(open.db, null, null, async (tx) => {
    await record(tx, author, { kind: 'office.changed', thingId: 1 });
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await verifyChain(open.db)).toMatchObject({ ok: true, count: 7 });
});
