import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { sampleDatabase } from '../../test/sample-database.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import { SAMPLE_CODES } from '../leads/sample-codes.ts';
import { targetOfCode } from '../leads/slip-codes.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { SAMPLE_TODAY } from './days.ts';
import { seedSample } from './seed.ts';
import { readSeed } from './seed-files.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await sampleDatabase();
  open = openDb(database.url);
}, 120_000);
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** How many rows a query about the sample finds, by its first column. */
async function counts(query: ReturnType<typeof sql<{ what: string; count: number }>>) {
  const { rows } = await query.execute(open.db);
  return Object.fromEntries(rows.map((row) => [row.what, row.count]));
}

const isEmpty = async (query: ReturnType<typeof sql>) =>
  expect((await query.execute(open.db)).rows).toEqual([]);

describe('the sample', () => {
  test('has about 300 exemplars, some in every state', async () => {
    const states = await counts(sql`SELECT state AS what, count(*) FROM exemplar WHERE is_sample GROUP BY 1`);
    expect(Object.keys(states).sort()).toEqual(Object.keys(exemplarWorkflow.states).sort());
    const total = Object.values(states).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(300);
    for (const [state, count] of Object.entries(states)) expect([state, count >= 3]).toEqual([state, true]);
  });

  test('has exemplars in every field, of every kind that the field allows', async () => {
    await isEmpty(sql`
      SELECT f.name, wanted.kind FROM pilot_field f JOIN plan p ON p.id = f.plan_id,
        unnest(f.subject_kinds) AS wanted(kind)
      WHERE p.number = '1711/KH-UBND'
        AND NOT EXISTS (SELECT 1 FROM exemplar e WHERE e.field_id = f.id AND e.subject_kind = wanted.kind)`);
  });

  test('has exemplars and stories in every one of the 13 districts', async () => {
    const { rows } = await sql<{ name: string; honoured: number }>`
      SELECT d.name, count(*) FILTER (WHERE e.state = 'honoured') AS honoured
      FROM office d JOIN office o ON d.id = ANY (o.path) JOIN exemplar e ON e.office_id = o.id
      WHERE d.kind_id = 'district' AND d.valid_from IS NULL GROUP BY d.name`.execute(open.db);
    expect(rows).toHaveLength(13);
    expect(rows.filter((row) => row.honoured === 0)).toEqual([]);
  });

  test('is marked as a sample, whatever of it is invented; what the press tells of is real, and only found', async () => {
    const { leads } = await readSeed('phu-tho-2016/press-leads.json');
    const real = await open.db
      .selectFrom('exemplar')
      .select(['state', 'full_name'])
      .where('is_sample', '=', false)
      .execute();
    expect(real.map((one) => one.full_name).sort()).toEqual(leads.map((lead) => lead.name).sort());
    expect(new Set(real.map((one) => one.state))).toEqual(new Set(['found']));
    await isEmpty(
      sql`SELECT s.id FROM subject s JOIN exemplar e ON e.subject_id = s.id WHERE s.is_sample <> e.is_sample`,
    );
    await isEmpty(sql`SELECT id FROM account WHERE NOT is_sample OR password_hash IS NOT NULL`);
  });

  test('has someone to sign in as for every role, and officers of all reaches', async () => {
    const roles = await counts(sql`SELECT role AS what, count(*) FROM account_grant GROUP BY 1`);
    expect(Object.keys(roles).sort()).toEqual(
      ['admin', 'council', 'lead', 'leader', 'press', 'standing', 'unit', 'viewer'].sort(),
    );
    const reaches = await counts(
      sql`SELECT reach AS what, count(*) FROM account_grant WHERE role = 'unit' GROUP BY 1`,
    );
    expect(Object.keys(reaches)).toEqual(expect.arrayContaining(['own', 'branch']));
  });

  test('is loaded once', async () => {
    const before = await counts(sql`SELECT 'exemplar' AS what, count(*) FROM exemplar`);
    await seedSample(open.db, new SettableClock(SAMPLE_TODAY));
    expect(await counts(sql`SELECT 'exemplar' AS what, count(*) FROM exemplar`)).toEqual(before);
  });
});

describe('the lives of the sample', () => {
  test('run forward: no step before the one before it, none after the day of the sample', async () => {
    await isEmpty(sql`
      SELECT * FROM (SELECT exemplar_id, on_day, from_state, lag(on_day) OVER life AS earlier,
          lag(to_state) OVER life AS came_from
        FROM exemplar_step WINDOW life AS (PARTITION BY exemplar_id ORDER BY id)) step
      WHERE on_day < earlier OR from_state IS DISTINCT FROM came_from OR on_day > ${SAMPLE_TODAY}`);
  });

  test('end where the exemplar stands now', async () => {
    await isEmpty(sql`
      SELECT e.id FROM exemplar e
      JOIN LATERAL (SELECT to_state FROM exemplar_step WHERE exemplar_id = e.id ORDER BY id DESC LIMIT 1) last ON true
      WHERE last.to_state <> e.state`);
  });

  test('are never decided by who proposed them', async () => {
    await isEmpty(sql`
      SELECT decided.id FROM exemplar_step decided JOIN exemplar_step proposed USING (exemplar_id)
      WHERE decided.action IN ('choose', 'recognise', 'honour') AND proposed.action = 'propose'
        AND decided.account_id = proposed.account_id`);
  });

  test('keep every quota but for one place, which was given beyond it with a reason', async () => {
    const { rows } = await sql<{ limit: number; chosen: number }>`
      SELECT f.quota_number AS limit, count(*) AS chosen FROM pilot_field f JOIN exemplar e ON e.field_id = f.id
      WHERE f.quota_kind = 'exactly' AND e.subject_kind = ANY (f.quota_counts)
        AND e.state IN ('nurtured', 'recognised', 'honoured', 'held') GROUP BY f.id`.execute(open.db);
    expect(rows).toEqual([{ limit: 5, chosen: 6 }]);
    const overrides = await sql<{ reason: string }>`
      SELECT reason FROM exemplar_step WHERE 'quota_full' = ANY (overrides)`.execute(open.db);
    expect(overrides.rows).toHaveLength(1);
    expect(overrides.rows[0]?.reason).toMatch(/\S/);
  });

  test('show the public more than half of the honoured, and none without consent', async () => {
    const { rows } = await sql<{ honoured: number; shown: number }>`
      SELECT count(*) AS honoured, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM consent c
        WHERE c.exemplar_id = e.id AND c.scope = 'publication' AND c.withdrawn_on IS NULL)) AS shown
      FROM exemplar e WHERE state = 'honoured'`.execute(open.db);
    const { honoured = 0, shown = 0 } = rows[0] ?? {};
    expect(shown / honoured).toBeGreaterThan(0.5);
    expect(shown).toBeLessThan(honoured);
    await isEmpty(sql`SELECT id FROM exemplar e WHERE state = 'honoured'
      AND NOT EXISTS (SELECT 1 FROM honour h WHERE h.exemplar_id = e.id)`);
  });

  test('leave work to do: promises overdue and kept, checks made and missing, figures of every trust', async () => {
    const promises = await counts(sql`
      SELECT CASE WHEN done_on IS NOT NULL THEN 'done' WHEN due_on < ${SAMPLE_TODAY} THEN 'overdue'
        ELSE 'open' END AS what, count(*) FROM help_task GROUP BY 1`);
    expect(promises).toMatchObject({ done: expect.any(Number), overdue: expect.any(Number) });
    const support = await counts(sql`
      SELECT CASE WHEN done_on IS NOT NULL THEN 'done' WHEN due_on < ${SAMPLE_TODAY} THEN 'overdue'
        ELSE 'open' END AS what, count(*) FROM support_action GROUP BY 1`);
    expect(support).toMatchObject({ done: expect.any(Number), overdue: expect.any(Number) });
    const checks = await counts(sql`SELECT year::text AS what, count(*) FROM exemplar_check GROUP BY 1`);
    expect(checks).toMatchObject({ 2017: expect.any(Number), 2018: expect.any(Number) });
    const trust = Object.keys(await counts(sql`SELECT trust AS what, count(*) FROM achievement GROUP BY 1`));
    expect(trust.sort()).toEqual(['confirmed', 'contradicted', 'self_declared']);
    const two = await counts(sql`SELECT state what, count(*) FROM exemplar WHERE title ~ 'Hội v' GROUP BY 1`);
    expect(two).toEqual({ declined: 1, found: 1 });
  });

  test('have citizens who propose, in every state a lead can be in, and codes that open', async () => {
    const states = await counts(sql`SELECT state AS what, count(*) FROM lead WHERE is_sample GROUP BY 1`);
    expect(Object.keys(states)).toHaveLength(8);
    for (const code of Object.values(SAMPLE_CODES)) expect(await targetOfCode(open.db, code)).not.toBeNull();
  });

  test('lie on desks while they travel: some late, one moved, one returned again by leave, a gap filled later', async () => {
    await isEmpty(sql`SELECT id FROM exemplar e WHERE is_sample AND (state IN ('proposed', 'returned', 'waiting', 'held'))
      <> EXISTS (SELECT 1 FROM desk_stay d WHERE d.paper = 'exemplar' AND d.paper_id = e.id AND d.until IS NULL)`);
    const way = await counts(sql`
      SELECT 'late' AS what, count(*) FROM desk_stay WHERE until IS NULL AND due_on < ${SAMPLE_TODAY}
      UNION ALL SELECT 'moved', count(*) FROM desk_stay WHERE paper = 'exemplar' AND reason IS NOT NULL
      UNION ALL SELECT 'again', count(*) FROM return_permission WHERE used_by_return_id IS NOT NULL
      UNION ALL SELECT 'filled', count(*) FROM opinion WHERE answered_on > gap_on
      UNION ALL SELECT 'awaited', count(*) FROM opinion WHERE answered_on IS NULL AND gap_on IS NULL`);
    expect(way).toEqual({ late: expect.any(Number), moved: 1, again: 1, filled: 1, awaited: 1 });
    expect(way.late).toBeGreaterThan(5);
  });

  test('are all in the journal, whose chain holds', async () => {
    const verdict = await verifyChain(open.db);
    expect(verdict).toMatchObject({ ok: true });
    await isEmpty(sql`SELECT id FROM exemplar e WHERE (SELECT count(*) FROM audit_event a
      WHERE a.thing = 'exemplar' AND a.thing_id = e.id) <> e.version`);
  });
});

test('a second sample is the same as the first, word for word', async () => {
  const other = await freshDatabase();
  const opened = openDb(other.url);
  const digest = (db: OpenDb['db']) =>
    sql<{
      digest: string;
    }>`SELECT md5(string_agg(concat_ws('|', full_name, title, statement, state, level, office_id,
      version, found_on, updated_at), E'\n' ORDER BY id)) AS digest FROM exemplar`.execute(db);
  // whatever the day: a real installation begins with it long after
  await seedSample(opened.db, new SettableClock('2026-11-24'));
  expect((await digest(opened.db)).rows).toEqual((await digest(open.db)).rows);
  await opened.close();
  await other.drop();
}, 120_000);
