import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { fillRollup, ROLLUP_SIZE } from '../cli/bench/fill-rollup.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { rollUp, rollUpQuery } from './rollup-sums.ts';
import type { RollupScope } from './rollup-tree.ts';

let database: FreshDatabase;
let open: OpenDb;
let scope: RollupScope;
beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  scope = { ...(await fillRollup(open.db)), reach: 'tree' };
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plan as it ran, over any query of Kysely's. */
async function planOf(query: ReturnType<typeof rollUpQuery>): Promise<PlanNode> {
  const { rows } = await sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>`
    EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`.execute(open.db);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('No plan.');
  return plan;
}

describe('the roll-up of 300 offices over five years', () => {
  it('answers every indicator of every year', async () => {
    const rows = await rollUp(open.db, scope);
    expect(rows).toHaveLength(ROLLUP_SIZE.years * ROLLUP_SIZE.indicators);
    expect(rows.every((row) => row.known > 10)).toBe(true);
  });

  it('reads each table at most once, or by an index, and never loops over the figures', async () => {
    const plan = await planOf(rollUpQuery(scope));
    const nodes = nodesOf(plan);
    const scans = nodes.filter((node) => node['Relation Name'] === 'report_figure');
    expect(scans.length).toBeGreaterThan(0);
    for (const scan of scans) {
      const whole = scan['Node Type'] === 'Seq Scan';
      expect(scan['Actual Loops']).toBeLessThanOrEqual(whole ? 1 : 1500);
    }
    // a few pages for each of the 1,500 reports; a loop over the tree would touch a hundred times as many
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(30_000);
  });

  it('finds the figures of one year by their index, not by reading all years', async () => {
    const plan = await planOf(rollUpQuery({ ...scope, periods: ['2018-01-01'], reach: 'direct' }));
    const scans = nodesOf(plan).filter((node) => node['Relation Name'] === 'report_figure');
    expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });
});
