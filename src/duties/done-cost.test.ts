import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { settleTables } from '../../test/settled-tables.ts';
import { doneDays } from './done.ts';
import { readLedger } from './ledger-query.ts';
import { dutyItems, type ItemFilter, idsOf } from './queries.ts';
import { refreshItems } from './refresh-items.ts';

const TODAY = '2018-11-15';

let many: ManyExemplars;
let planId: number;
beforeAll(async () => {
  many = await manyExemplars();
  const { db, place } = many;
  planId = (await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()).id;
  await sql`
    INSERT INTO exemplar_step (exemplar_id, action, to_state, on_day)
    SELECT id, 'choose', 'nurtured', DATE '2016-01-01' + (id % 600)::int FROM exemplar WHERE state IN ('nurtured', 'honoured')`.execute(
    db,
  );
  await sql`
    INSERT INTO duty (plan_id, ord, name, what, report_form_key, who_by, who_office_id, cycle, from_on, to_on, due_rule)
    SELECT ${planId}, ord, name, name, CASE name WHEN 'report' THEN 'nam' END, 'branch', ${place.province.id}, 'yearly',
      '2016-01-01', '2020-12-31', '{"kind":"fixed","monthsAfter":0,"day":10}'
    FROM unnest(ARRAY['check','report','proposal','unit_plan']) WITH ORDINALITY AS t(name, ord)`.execute(db);
  await db.transaction().execute((tx) => refreshItems(tx, planId, TODAY));
  await settleTables(db, 'duty', 'duty_item', 'check_tally', 'exemplar_proposed');
});
afterAll(() => many.close());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

function scansIn(node: PlanNode | undefined): string[] {
  if (!node) return [];
  const name = [node['Node Type'], node['Relation Name'], node['Index Name']].filter(Boolean).join(' ');
  return [...(node['Relation Name'] ? [name] : []), ...(node.Plans ?? []).flatMap(scansIn)];
}

const scansOf = async (filter: ItemFilter): Promise<string[]> => {
  const { rows } = await sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>`
    EXPLAIN (FORMAT JSON) SELECT * FROM ${doneDays(idsOf(filter))} AS s`.execute(many.db);
  return scansIn(rows[0]?.['QUERY PLAN'][0]?.Plan);
};

describe('the cost of knowing what is done', () => {
  it('never reads the exemplars or their steps, whoever asks for how much', async () => {
    for (const filter of [{ planId }, { officeIds: [many.place.commune.id] }, { planId, dueTo: TODAY }]) {
      const scans = await scansOf(filter);
      expect(scans.filter((scan) => /exemplar(_step)?( |$)/.test(scan))).toEqual([]);
    }
  });

  it('never reads who is under care or was checked: what is kept of both is enough', async () => {
    for (const filter of [{ planId }, { officeIds: [many.place.commune.id] }]) {
      const scans = await scansOf(filter);
      expect(scans.filter((scan) => /exemplar_c(are|heck)/.test(scan))).toEqual([]);
      expect(scans.filter((scan) => scan.includes('check_tally'))).toHaveLength(1);
    }
  });

  it('is one query for the list and one for the ledger, with a row as with two thousand', async () => {
    let count = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        count++;
        return result;
      },
    };
    const db = many.db.withPlugin(counting);
    const items = await dutyItems(db, { planId }, TODAY);
    expect(items.length).toBeGreaterThan(2_000);
    const ledger = await readLedger(db, many.standing, { planId, rootId: null, day: TODAY });
    expect(ledger.duties.length).toBe(4);
    expect(count).toBe(2);
  });
});
