import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileDesk, openFileDesk } from '../../test/file-desk.ts';
import { QUOTA_KEY, quotaBytes, usedBy, usedBytes } from './quota.ts';

const MB = 1024 * 1024;
let desk: FileDesk;
beforeAll(async () => {
  desk = await openFileDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.deleteFrom('evidence').execute();
  await desk.db.deleteFrom('setting').where('key', '=', QUOTA_KEY).execute();
});

const setQuota = (megabytes: number) =>
  desk.db
    .insertInto('setting')
    .values({ key: QUOTA_KEY, value: JSON.stringify(megabytes) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(megabytes) }))
    .execute();

let serial = 0;
const fresh = (size: number) => Buffer.alloc(size, `khác nhau ${serial++} `);

describe('the room of an office', () => {
  it('is 2 GB unless it was set', async () => {
    expect(await quotaBytes(desk.db)).toBe(2_048 * MB);
    await setQuota(5);
    expect(await quotaBytes(desk.db)).toBe(5 * MB);
  });

  it('counts each stored file once for every office that keeps it', async () => {
    const { commune, otherCommune } = desk.place;
    const same = fresh(1_000);
    for (const bytes of [same, same, fresh(500)]) await desk.keepFor(commune.id, bytes);
    await desk.keepFor(otherCommune.id, same);
    expect(await Promise.all([commune, otherCommune].map(({ id }) => usedBytes(desk.db, id)))).toEqual([
      1_500, 1_000,
    ]);
  });

  it('refuses what is over it with a sentence that says how much there is, and stores nothing', async () => {
    await setQuota(1);
    const { commune, otherCommune } = desk.place;
    expect(await desk.keepFor(commune.id, fresh(MB - 100))).toMatchObject({ ok: true });
    const before = await desk.onDisk();
    expect(await desk.keepFor(commune.id, fresh(200))).toMatchObject({
      ok: false,
      refusal: {
        kind: 'refused',
        reasons: [{ rule: 'over_quota', sentence: expect.stringContaining('đã dùng 1 MB trong 1 MB') }],
      },
    });
    expect(await desk.onDisk()).toEqual(before);
    expect(await desk.keepFor(commune.id, fresh(100))).toMatchObject({ ok: true });
    expect(await desk.keepFor(otherCommune.id, fresh(200))).toMatchObject({ ok: true });
  });

  it('takes what the office keeps already, though it is full', async () => {
    await setQuota(1);
    const { commune } = desk.place;
    const whole = fresh(MB);
    await desk.keepFor(commune.id, whole);
    expect(await desk.keepFor(commune.id, whole)).toMatchObject({ ok: true });
  });

  it('is not overrun by many who send at the same moment', async () => {
    await setQuota(1);
    const { otherCommune } = desk.place;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => desk.keepFor(otherCommune.id, fresh(300_000))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(await usedBytes(desk.db, otherCommune.id)).toBe(900_000);
  });

  it('is free again when evidence is removed', async () => {
    await setQuota(1);
    const { district } = desk.place;
    await desk.keepFor(district.id, fresh(MB));
    await desk.db.deleteFrom('evidence').execute();
    expect(await desk.keepFor(district.id, fresh(MB))).toMatchObject({ ok: true });
  });
});

it('is counted by indexes, not by reading the evidence of all offices', async () => {
  const { db, place } = desk;
  await sql`INSERT INTO subject (kind, full_name) SELECT 'household', 'Hộ ' || n FROM generate_series(1, 2000) n`.execute(
    db,
  );
  await sql`INSERT INTO exemplar (subject_id, office_id, state, origin)
    SELECT id, CASE WHEN id % 100 = 0 THEN ${place.commune.id}::bigint ELSE ${place.otherCommune.id}::bigint END, 'found', 'office'
    FROM subject WHERE full_name LIKE 'Hộ %'`.execute(db);
  await sql`INSERT INTO file (sha256, media_type, size) SELECT 'thử ' || n, 'application/pdf', 1000 FROM generate_series(1, 8000) n`.execute(
    db,
  );
  await sql`INSERT INTO evidence (exemplar_id, title, file_id)
    SELECT e.id, 'Giấy', f.id FROM file f JOIN (SELECT id, row_number() OVER (ORDER BY id) n FROM exemplar) e
    ON e.n = 1 + f.id % (SELECT count(*) FROM exemplar) WHERE f.sha256 LIKE 'thử %'`.execute(db);
  await sql`ANALYZE exemplar, evidence, file`.execute(db);
  const { rows } = await sql<
    Record<string, unknown>
  >`EXPLAIN (FORMAT JSON) ${usedBy(place.commune.id)}`.execute(db);
  const plan = JSON.stringify(rows);
  for (const index of ['exemplar_office', 'evidence_exemplar']) expect(plan).toContain(index);
  expect(plan).not.toMatch(/"Seq Scan"[^}]*"Relation Name":"(evidence|exemplar)"/);
});
