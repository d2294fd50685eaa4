import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../test/exemplar-site.ts';
import { actingAs, type MadeOffice } from '../../test/factories.ts';
import { openRollupSite, type RollupSite } from '../../test/rollup-site.ts';
import { nameGap } from './gap.ts';
import { mergeLate } from './gap-arrival.ts';
import { correctionTables } from './gap-table.ts';
import { mergeBelow } from './merged-commands.ts';
import { allCorrections, moved } from './resent.ts';

let at: RollupSite;
let first: MadeOffice;
let late: MadeOffice;
let firstId: number;
beforeAll(async () => {
  at = await openRollupSite();
  first = await at.commune('Xã Một');
  const second = await at.commune('Xã Hai');
  late = await at.commune('Xã Muộn');
  firstId = await at.report(first, { figures: { kth_tong: 10, kt_tac_dung: 4, bc_cham_max: 9 } });
  await at.report(second, { figures: { kth_tong: 5, kt_tac_dung: 2, bc_cham_max: 3 } });
});
afterAll(() => at.close());

const acting = (day = '2018-01-25') => actingAs(at.db, at.people.district, { day });
const merge = () => mergeBelow(acting(), { id: at.aboveId, version: null, reach: 'direct', words: 'leave' });
const corrections = () =>
  allCorrections(at.db, { id: at.aboveId, figureKeys: ['kth_tong', 'kt_tac_dung', 'bc_cham_max'] });

/** Sent again, on the next version, with these figures. */
async function resend(reportId: number, figures: Record<string, number | null>, day: string): Promise<void> {
  const { version } = await at.db
    .selectFrom('report')
    .select('version')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow();
  await at.db
    .updateTable('report')
    .set({ state: 'submitted', submitted_on: day, version: version + 2 })
    .where('id', '=', reportId)
    .execute();
  await at.db.deleteFrom('report_figure').where('report_id', '=', reportId).execute();
  await at.db
    .insertInto('report_figure')
    .values(Object.entries(figures).map(([indicator, value]) => ({ report_id: reportId, indicator, value })))
    .execute();
}

describe('a report below that was returned and sent again after it was merged', () => {
  it('is no correction while nothing is different, nor while it is open again', async () => {
    expect((await merge()).ok).toBe(true);
    await at.db
      .updateTable('report')
      .set({
        state: 'submitted',
        submitted_on: '2018-01-25',
        first_submitted_on: '2018-01-25',
        figures: '{}',
      })
      .where('id', '=', at.aboveId)
      .execute();
    expect(await corrections()).toEqual([]);
    await resend(firstId, { kth_tong: 10, kt_tac_dung: 4, bc_cham_max: 9 }, '2018-02-01');
    expect(await corrections()).toEqual([]);
    await at.db.updateTable('report').set({ state: 'returned' }).where('id', '=', firstId).execute();
    expect(await corrections()).toEqual([]);
  });

  it('is a visible correction of what was submitted, with the old and the new value', async () => {
    await resend(firstId, { kth_tong: 7, kt_tac_dung: 5, bc_cham_max: 2 }, '2018-02-10');
    expect(await corrections()).toEqual([
      {
        officeName: 'Xã Một',
        reason: null,
        namedOn: null,
        arrivedOn: '2018-02-10',
        arrivedReportId: firstId,
        changes: {
          kth_tong: { before: 15, after: 12 },
          kt_tac_dung: { before: 3, after: 3.5 },
          bc_cham_max: { before: 9, after: 3 },
        },
      },
    ]);
    const page = await open(await at.browser('district'), `/bao-cao/${at.aboveId}/tong-hop`);
    expect(page.text).toContain('trả lại sau khi đã ghép, nộp lại ngày 10/02/2018');
    expect(page.text).toMatch(/Đính chính do báo cáo đến muộn, nộp lại/);
    expect(page.text).toContain('đã đính chính');
    expect(page.text).not.toContain('khác lần ghép');
    const [table] = correctionTables(await corrections());
    expect(table?.rows).toHaveLength(3);
    expect(table?.note).toContain('Xã Một: nộp lại 10/02/2018.');
  });

  it('comes on top of what came late, and a late one that is sent again is told as well', async () => {
    await at.db.updateTable('report').set({ state: 'draft' }).where('id', '=', at.aboveId).execute();
    await nameGap(acting(), {
      id: at.aboveId,
      version: null,
      officeId: late.id,
      kind: 'missing',
      reason: 'Chưa trả lời',
    });
    await at.db.updateTable('report').set({ state: 'submitted' }).where('id', '=', at.aboveId).execute();
    const lateId = await at.report(late, { figures: { kth_tong: 100 } });
    expect(
      (await mergeLate(acting('2018-03-01'), { id: at.aboveId, version: null, officeId: late.id })).ok,
    ).toBe(true);
    const told = async () =>
      (await corrections()).map(({ officeName, changes }) => [officeName, changes.kth_tong]);
    expect(await told()).toEqual([
      ['Xã Muộn', { before: 15, after: 115 }],
      ['Xã Một', { before: 115, after: 112 }],
    ]);
    await resend(lateId, { kth_tong: 90 }, '2018-03-10');
    expect(await told()).toEqual([
      ['Xã Muộn', { before: 15, after: 115 }],
      ['Xã Một', { before: 115, after: 112 }],
      ['Xã Muộn', { before: 112, after: 102 }],
    ]);
  });

  it('goes into the figures when an open report is merged again, and is no correction any more', async () => {
    await at.db.updateTable('report').set({ state: 'draft' }).where('id', '=', at.aboveId).execute();
    const before = await open(await at.browser('district'), `/bao-cao/${at.aboveId}/tong-hop`);
    expect(before.text).toContain('ghép lại thì số liệu trong báo cáo theo lần nộp mới');
    expect((await merge()).ok).toBe(true);
    expect((await corrections()).filter(({ namedOn }) => namedOn === null)).toEqual([]);
  });
});

describe('the figure above when a part of it changes', () => {
  const value = fc.option(fc.integer({ min: 0, max: 1000 }));
  it('is what it would have been with the new part from the beginning', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), value, (parts, after) => {
        const now = [after, ...parts.slice(1)];
        const known = (all: readonly (number | null)[]) => all.filter((one) => one !== null);
        const sum = (all: readonly (number | null)[]) => known(all).reduce((whole, one) => whole + one, 0);
        const change = { before: parts[0] ?? null, after };
        const got = (rule: 'sum' | 'max' | 'mean') => moved(rule, sum(parts), change, now);
        if (known(now).length === 0) {
          expect(got('sum')).toBeNull();
          return;
        }
        expect(got('sum')).toBe(sum(now));
        expect(got('max')).toBe(Math.max(...known(now)));
        expect(got('mean')).toBeCloseTo(sum(now) / known(now).length, 2);
      }),
    );
  });

  it('is not known of a share', () => {
    expect(moved('none', 50, { before: 10, after: 20 }, [20])).toBeNull();
  });
});
