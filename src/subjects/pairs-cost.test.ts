import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { MANY, type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { SettableClock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { PAIRS_A_PAGE, type PairFilter, pairRows, pairsPage } from './pairs-queries.ts';
import { searchPairs } from './pairs-search.ts';

let many: ManyExemplars;
const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Bùi Đinh Hà Vũ Đỗ Ngô Phùng Cao Lương Hán'.split(' ');
const MIDDLE = 'Văn,Thị,Đức,Hữu,Xuân,Quang,Thị Thu,Thị Hồng,Minh,Công,Ngọc,Thanh'.split(',');
const GIVEN =
  'An Anh Ánh Bình Bích Chiến Chung Cường Dung Dũng Đạt Điệp Đông Giang Hà Hải Hạnh Hằng Hậu Hiền Hiếu Hoa Hòa Hùng'.split(
    ' ',
  );

/** Persons of 4,320 names of which every fourth has no year of birth, so that each name is shared by four or five. */
const nameAsPeopleAre = (db: Db) =>
  sql`UPDATE subject SET kind = 'individual', birth_year = CASE WHEN id % 4 > 0 THEN 1940 + id % 60 END,
    full_name = (${FAMILY}::text[])[1 + abs(hashint8(id)) % ${FAMILY.length}::int] || ' ' ||
      (${MIDDLE}::text[])[1 + abs(hashint8(id * 7)) % ${MIDDLE.length}::int] || ' ' ||
      (${GIVEN}::text[])[1 + abs(hashint8(id * 13)) % ${GIVEN.length}::int]`.execute(db);

beforeAll(async () => {
  many = await manyExemplars();
});
afterAll(() => many.close());

it('the search asks about 20,000 subjects in bounded time, and holds nobody up meanwhile', async () => {
  await nameAsPeopleAre(many.db);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  expect(await searchPairs(many.db, new SettableClock('2018-11-15'))).toEqual({
    searched: MANY,
    complete: true,
  });
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  expect(seconds).toBeLessThan(60);
  expect(delay.percentile(99) / 1e6).toBeLessThan(100);
}, 120_000);

/** How many pairs a page looks at, those that it leaves out with them. */
async function pairsRead(filter: PairFilter): Promise<number> {
  const query = pairRows(many.db, filter).limit(PAIRS_A_PAGE + 1);
  const [explained] = await query.explain('json', sql`ANALYZE`);
  const read =
    /"Relation Name":"subject_pair".*?"Actual Rows":(\d+).*?(?:"Rows Removed by Filter":(\d+)|"Plans"|})/;
  const [, rows = '-1', left = '0'] = read.exec(JSON.stringify(explained)) ?? [];
  return Number(rows) + Number(left);
}

it('a page of pairs is read from an index, in two queries, the last ones as well as the first', async () => {
  await sql`INSERT INTO subject_pair (one_id, other_id, strength, reasons, found_from, found_on, decided_on)
    SELECT id, id + 1, CASE WHEN id % 9 = 0 THEN 'strong' ELSE 'possible' END, '[]', id, '2018-11-15',
      CASE WHEN id % 5 = 0 THEN DATE '2018-11-15' END
    FROM subject WHERE id % 2 = 0 AND id + 1 <= (SELECT max(id) FROM subject) ON CONFLICT DO NOTHING`.execute(
    many.db,
  );
  await sql`ANALYZE`.execute(many.db);
  for (const [decided, index] of [
    [false, 'subject_pair_open'],
    [true, 'subject_pair_decided'],
  ] as const) {
    const middle = { mark: decided ? '2018-11-15' : ('possible' as const), oneId: MANY / 2, otherId: 0 };
    for (const after of [null, middle]) {
      const filter = { decided, strength: null, after };
      const scans = await scansOf(pairRows(many.db, filter).limit(PAIRS_A_PAGE + 1));
      expect(scans).toContain(`Index Scan subject_pair ${index}`);
      expect(scans.filter((scan) => scan.startsWith('Seq Scan subject'))).toEqual([]);
    }
  }
  for (const strength of [null, 'possible'] as const) {
    const after = { mark: 'possible' as const, oneId: MANY / 2, otherId: 0 };
    const read = await pairsRead({ decided: false, strength, after });
    expect(read).toBeGreaterThan(PAIRS_A_PAGE);
    expect(read).toBeLessThan(2 * PAIRS_A_PAGE);
  }
  let count = 0;
  const db = many.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count++;
      return result;
    },
  });
  const { next } = await pairsPage(many.db, { decided: false, strength: null, after: null });
  const page = await pairsPage(db, { decided: false, strength: null, after: next });
  expect([page.pairs.length, page.count, count]).toEqual([PAIRS_A_PAGE, null, 2]);
});
