import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { TEST_DAY } from '../../test/factories.ts';
import { type LeadDesk, openLeadDesk } from '../../test/lead-desk.ts';
import { countLeads, type LeadFilter, lateSince, leadList, oldestFirst, PAGE_SIZE } from './list-query.ts';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await openLeadDesk();
  const { commune, otherCommune } = desk.world.place;
  // 20,000 leads, one in fifty still waiting
  await sql`
    INSERT INTO lead (state, full_name, what, came_by, office_id, received_on, moved_on, settled_on, words_hash)
    SELECT CASE WHEN n % 50 = 0 THEN 'received' ELSE 'refused' END, 'Người ' || n, 'Việc tốt', 'portal',
      CASE WHEN n % 3 = 0 THEN ${commune.id}::bigint ELSE ${otherCommune.id}::bigint END,
      DATE '2016-05-10' + n / 25, DATE '2016-05-10' + n / 25,
      CASE WHEN n % 50 = 0 THEN NULL ELSE DATE '2018-11-01' END, sha256(n::text::bytea)
    FROM generate_series(1, 20000) n`.execute(desk.site.db);
  await sql`ANALYZE`.execute(desk.site.db);
});
afterAll(() => desk.close());

const ALL: LeadFilter = { state: null, officeId: null, late: false, name: '', after: null };
const LATE = lateSince(TEST_DAY, 7);

describe('the list of leads', () => {
  it('goes on page by page, the oldest first, none twice and none left out', async () => {
    const seen: number[] = [];
    let after: LeadFilter['after'] = null;
    for (let more = true; more; ) {
      const page = await leadList(desk.site.db, desk.world.standing, { ...ALL, after }, LATE);
      const last = page.rows.at(-1);
      seen.push(...page.rows.map(({ id }) => id));
      after = last ? { on: last.receivedOn, id: last.id } : null;
      more = page.more;
    }
    expect([seen.length, new Set(seen).size]).toEqual([400, 400]);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  });

  it('shows to the commune its own, and counts what it shows', async () => {
    const { rows } = await leadList(desk.site.db, desk.world.unit, ALL, LATE);
    expect(rows).toHaveLength(PAGE_SIZE);
    expect(new Set(rows.map(({ officeName }) => officeName))).toEqual(
      new Set([desk.world.place.commune.name]),
    );
    expect(await countLeads(desk.site.db, desk.world.unit, ALL, LATE)).toBe(133);
    expect(await countLeads(desk.site.db, desk.world.stranger, { ...ALL, late: true }, LATE)).toBe(267);
  });

  it('is read from an index, whoever asks', async () => {
    for (const actor of [desk.world.standing, desk.world.unit, desk.district]) {
      const scans = await scansOf(oldestFirst(desk.site.db, actor, ALL, LATE));
      expect(scans.filter((scan) => /\blead lead_\w+|lead_(waiting|office|oldest)/.test(scan))).not.toEqual(
        [],
      );
      expect(scans.filter((scan) => /^Seq Scan lead$/.test(scan))).toEqual([]);
    }
  });
});
