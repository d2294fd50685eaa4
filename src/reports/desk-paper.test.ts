import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../test/factories.ts';
import { opened, submitted } from '../../test/report-desk.ts';
import { type ReportWorld, reportWorld } from '../../test/report-world.ts';
import { moveToDesk } from '../desks/stay.ts';
import { deskPaperOf, reportPaperKind } from './desk-paper.ts';

let there: ReportWorld;
beforeAll(async () => {
  there = await reportWorld();
});
afterAll(() => there.close());

describe('a report as a paper that travels', () => {
  it('is the same whether it was looked up or loaded, and is with its author until it is sent', async () => {
    const { planId } = await makePlan(there.db, there.place.lead);
    const report = await opened(there.db, there.commune, { planId, office: there.place.commune });
    const found = await reportPaperKind.find(there.db, there.commune, report.id);
    expect(found).toEqual(deskPaperOf(report));
    expect(found).toMatchObject({
      title: `Báo cáo năm 2017 của ${there.place.commune.name}`,
      withAuthor: true,
      href: `/bao-cao/${report.id}`,
    });
  });

  it('is seen by whoever holds it, wherever their office stands, and by nobody else', async () => {
    const { planId } = await makePlan(there.db, there.place.lead);
    const report = await submitted(there.db, there.commune, { planId, office: there.place.commune });
    expect(await reportPaperKind.find(there.db, there.stranger, report.id)).toBeNull();
    await there.db.transaction().execute((tx) =>
      moveToDesk(
        tx,
        {
          paper: 'report',
          paperId: report.id,
          officeId: there.place.otherCommune.id,
          dueOn: null,
          waitsFor: 'xem giúp',
          movedBy: null,
        },
        '2018-01-06',
      ),
    );
    const ids = [report.id, 999_999];
    const held = await reportPaperKind.findMany(there.db, there.stranger, ids);
    expect(held.map((paper) => [paper.id, paper.withAuthor])).toEqual([[report.id, false]]);
    expect(await reportPaperKind.findMany(there.db, there.stranger, [])).toEqual([]);
  });
});
