import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileDesk, openFileDesk } from '../../test/file-desk.ts';
import { copyEvidence, moveEvidence, refusalToHold } from './carry.ts';
import { QUOTA_KEY, usedBytes } from './quota.ts';

const MB = 1024 * 1024;
let desk: FileDesk;
beforeAll(async () => {
  desk = await openFileDesk();
});
afterAll(() => desk.close());

let serial = 0;
const fresh = (size: number) => Buffer.alloc(size, `khác nhau ${serial++} `);
const pieces = () => desk.db.selectFrom('evidence').selectAll().orderBy('id').execute();
const whyNot = (ids: readonly number[]) =>
  desk.db.transaction().execute((tx) => refusalToHold(tx, desk.place.otherCommune.id, ids));

it('lets evidence go to an office that has room for all of it, counting once what it keeps already', async () => {
  const { commune, otherCommune } = desk.place;
  const value = JSON.stringify(1);
  await desk.db.insertInto('setting').values({ key: QUOTA_KEY, value }).execute();
  const both = fresh(600_000);
  await desk.keepFor(otherCommune.id, both);
  for (const bytes of [both, fresh(300_000)]) await desk.keepFor(commune.id, bytes);
  const [, shared, own] = await pieces();
  if (!shared || !own) throw new Error('not kept');
  expect(await whyNot([shared.id, own.id])).toBeNull();
  await desk.keepFor(otherCommune.id, fresh(300_000));
  expect(await whyNot([shared.id])).toBeNull();
  expect(await whyNot([shared.id, own.id])).toMatchObject({ rule: 'over_quota' });
});

it('keeps the bytes of a copy once, and moves only what is with the exemplar named', async () => {
  const { db, place } = desk;
  const [one] = await pieces();
  if (!one) throw new Error('not kept');
  const used = await usedBytes(db, place.otherCommune.id);
  const to = { exemplarId: one.exemplar_id, achievementId: null };
  const copied = await db.transaction().execute((tx) => copyEvidence(tx, one.id, to));
  const { id: _id, ...row } = one;
  expect((await pieces()).at(-1)).toEqual({ ...row, id: copied });
  expect(await usedBytes(db, place.otherCommune.id)).toBe(used);
  const elsewhere = { fromId: one.exemplar_id + 1_000, toId: one.exemplar_id };
  await db.transaction().execute((tx) => moveEvidence(tx, [copied], elsewhere));
  expect((await pieces()).at(-1)?.exemplar_id).toBe(one.exemplar_id);
  expect(used).toBeLessThan(MB);
});
