import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeOffice } from '../../test/factories.ts';
import type { Actor } from '../identity/actor.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { findReading, openReading, openReadings, saveReading } from './read-store.ts';

let database: FreshDatabase;
let open: OpenDb;
let writer: Actor & { accountId: number };
let other: Actor & { accountId: number };
const text = (n: number) => ({
  text: `Số: ${n}/KH-UBND\nKẾ HOẠCH\nXây dựng điển hình`,
  kind: 'paste' as const,
  name: null,
});

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  const office = await makeOffice(open.db, null);
  writer = await makeActor(open.db, [['standing', office, 'all']]);
  other = await makeActor(open.db, [['admin', office, 'all']]);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const opened = async (actor: Actor, n: number, day?: string) => {
  const outcome = await openReading(actingAs(open.db, actor, day ? { day } : {}), text(n));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
};

describe('a text that is being read', () => {
  it('is found by its reader alone, and saved only on the version that was seen', async () => {
    const id = await opened(writer, 1);
    expect(await findReading(open.db, other.accountId, id)).toBeNull();
    const save = (actor: Actor, version: number | null) =>
      saveReading(actingAs(open.db, actor), { id, version, answers: { 'number.nhan': 'yes' } });
    expect(await save(other, null)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(await save(writer, 1)).toMatchObject({ ok: true });
    expect(await save(writer, 1)).toMatchObject({ refusal: { kind: 'stale', currentVersion: 2 } });
    expect((await findReading(open.db, writer.accountId, id))?.answers).toEqual({ 'number.nhan': 'yes' });
  });

  it('is not saved with answers without end', async () => {
    const id = await opened(writer, 2);
    const outcome = await saveReading(actingAs(open.db, writer), {
      id,
      version: 1,
      answers: { a: 'x'.repeat(400_000) },
    });
    expect(outcome).toMatchObject({ refusal: { kind: 'invalid' } });
  });

  it('is forgotten after 30 days, and when there are more than twenty', async () => {
    const old = await opened(other, 3, '2018-09-01');
    for (let n = 10; n < 32; n++) await opened(writer, n);
    expect(await findReading(open.db, other.accountId, old)).toBeNull();
    const kept = await openReadings(open.db, writer.accountId);
    expect(kept).toHaveLength(20);
    expect(kept[0]?.begins).toMatch(/^Số: 31\/KH-UBND KẾ HOẠCH/);
  });
});
