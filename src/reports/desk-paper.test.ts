import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { makeReportPeople, opened, type ReportPeople, submitted } from '../../test/report-desk.ts';
import { moveToDesk } from '../desks/stay.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { deskPaperOf, reportPaperKind } from './desk-paper.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let people: ReportPeople;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  people = await makeReportPeople(open.db, places);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

describe('a report as a paper that travels', () => {
  it('is the same whether it was looked up or loaded, and is with its author until it is sent', async () => {
    const { planId } = await makePlan(open.db, places.lead);
    const report = await opened(open.db, people.commune, { planId, office: places.commune });
    const found = await reportPaperKind.find(open.db, people.commune, report.id);
    expect(found).toEqual(deskPaperOf(report));
    expect(found).toMatchObject({
      title: `Báo cáo năm 2017 của ${places.commune.name}`,
      withAuthor: true,
      href: `/bao-cao/${report.id}`,
    });
  });

  it('is seen by whoever holds it, wherever their office stands, and by nobody else', async () => {
    const { planId } = await makePlan(open.db, places.lead);
    const report = await submitted(open.db, people.commune, { planId, office: places.commune });
    expect(await reportPaperKind.find(open.db, people.stranger, report.id)).toBeNull();
    await open.db.transaction().execute((tx) =>
      moveToDesk(
        tx,
        {
          paper: 'report',
          paperId: report.id,
          officeId: places.otherCommune.id,
          dueOn: null,
          waitsFor: 'xem giúp',
          movedBy: null,
        },
        '2018-01-06',
      ),
    );
    const ids = [report.id, 999_999];
    const held = await reportPaperKind.findMany(open.db, people.stranger, ids);
    expect(held.map((paper) => [paper.id, paper.withAuthor])).toEqual([[report.id, false]]);
    expect(await reportPaperKind.findMany(open.db, people.stranger, [])).toEqual([]);
  });
});
