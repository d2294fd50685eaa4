import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allWritten, inView, opened, PAPER } from '../../test/report-desk.ts';
import { type ReportWorld, reportWorld } from '../../test/report-world.ts';
import { writeReport } from './write.ts';

let there: ReportWorld;
beforeAll(async () => {
  there = await reportWorld();
});
afterAll(() => there.close());

describe('writing a report', () => {
  it('refuses a closing day outside of its period and a stale form, and then keeps what it had', async () => {
    const report = await opened(there.db, there.commune, await there.inFreshPlan());
    const input = { id: report.id, version: null, words: allWritten(), paper: PAPER };
    for (const closingOn of ['2016-12-31', '2018-01-01'])
      expect(await writeReport(there.at(there.commune), { ...input, closingOn })).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid', fields: { closingOn: expect.any(String) } },
      });
    const stale = { ...input, closingOn: '2017-11-30', version: report.version + 7 };
    expect(await writeReport(there.at(there.commune), stale)).toMatchObject({
      ok: false,
      refusal: { kind: 'stale' },
    });
    expect(await inView(there.db, there.commune, report.id)).toMatchObject({ words: {}, version: 1 });
  });

  it('refuses a sentence with a figure that its form does not have, at that part', async () => {
    const report = await opened(there.db, there.commune, await there.inFreshPlan());
    const words = { ...allWritten(), effect: 'Có {{khong_co}} và {{dh_tong}}', cause: 'Dở {{dh tong' };
    const outcome = await writeReport(there.at(there.commune), {
      id: report.id,
      version: null,
      closingOn: report.closingOn,
      words,
      paper: PAPER,
    });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { w_effect: expect.stringContaining('{{khong_co}}') } },
    });
    expect(await there.db.selectFrom('report_figure_use').selectAll().execute()).toEqual([]);
  });
});
