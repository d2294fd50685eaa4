import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { settleTables } from '../../test/settled-tables.ts';
import { sameSubjects } from './same.ts';

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
  await settleTables(many.db, 'subject');
});
afterAll(() => many.close());

it('the keys of a name are read from their index among 20,000 subjects', async () => {
  const scans = await scansOf(
    many.db
      .selectFrom('subject')
      .select('id')
      .where(sql<boolean>`same_keys && ARRAY['f an le', 'm an le']`)
      .limit(300),
  );
  expect(scans).toContain('Bitmap Index Scan subject_same_keys');
  expect(scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([]);
});

it('a whole search reads no table of subjects from end to end', async () => {
  await many.db.transaction().execute(async (tx) => {
    const read = async () => {
      const { rows } = await sql<{ whole: number; byIndex: number }>`
        SELECT seq_scan::int AS whole, idx_scan::int AS "byIndex" FROM pg_stat_xact_user_tables
        WHERE relname = 'subject'`.execute(tx);
      return rows[0] ?? { whole: 0, byIndex: 0 };
    };
    const before = await read();
    const asked = { birthYear: 1960, place: 'xã Hy Cương', position: null, representative: null };
    const found = await sameSubjects(tx, { kind: 'individual', fullName: 'Nguyễn Hoàng', ...asked });
    expect(found.length).toBeGreaterThan(0);
    const after = await read();
    expect(after.whole).toBe(before.whole);
    expect(after.byIndex).toBeGreaterThan(before.byIndex);
  });
});
