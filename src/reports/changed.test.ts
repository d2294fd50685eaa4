import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, makePlan } from '../../test/factories.ts';
import { accepted, allWritten, inView, mustBe, opened, PAPER, submitted } from '../../test/report-desk.ts';
import { type Life, writeLife } from '../../test/report-life.ts';
import { type ReportWorld, reportWorld } from '../../test/report-world.ts';
import { record } from '../audit/record.ts';
import { SettableClock } from '../platform/clock.ts';
import { changedBelow, movedBy } from './changed-below.ts';
import { changedFigures, textsUsing } from './changed-figures.ts';
import { changedReports, recountSome } from './changed-recount.ts';
import { mergeBelow } from './merged-commands.ts';
import { submitReport } from './step.ts';
import { writeReport } from './write.ts';

let there: ReportWorld;
beforeAll(async () => {
  there = await reportWorld();
});
afterAll(() => there.close());

const LIFE: Life = {
  kind: 'household',
  office: 0,
  field: null,
  breadth: 'aspect',
  steps: [{ to: 'nurtured', action: 'choose', day: '2017-05-01' }],
  check: null,
  promises: [],
  honours: [],
  achievements: [],
};

/** A commune's report with one exemplar, accepted and merged into the district's. */
async function bothReports() {
  const { planId, fieldId } = await makePlan(there.db, there.place.lead);
  const ground = { planId, fieldIds: [fieldId], offices: [there.place.commune], awardFormId: 0 };
  const exemplarId = await writeLife(there.db, LIFE, ground);
  const words = { ...allWritten(), result: 'Có {{dh_cham_lo}}, trong đó {{dh_ho_gia_dinh}} là hộ.' };
  const commune = await submitted(there.db, there.commune, { planId, office: there.place.commune }, words);
  await accepted(there.db, there.otherDistrict, commune.id);
  const { id } = await opened(there.db, there.district, { planId, office: there.place.district });
  const acting = () => actingAs(there.db, there.district, { day: '2018-02-01' });
  const above = { ...allWritten(), effect: 'Toàn huyện chăm lo {{dh_cham_lo}}.' };
  mustBe(
    await writeReport(acting(), { id, version: null, closingOn: '2017-12-31', words: above, paper: PAPER }),
  );
  mustBe(await mergeBelow(acting(), { id, version: null, reach: 'direct', words: 'leave' }));
  mustBe(await submitReport(acting(), { id, version: null }));
  return { commune, districtId: id, exemplarId };
}

/** Somebody finds out that the exemplar was chosen a year later. */
async function correct(exemplarId: number, onDay = '2018-05-01') {
  await there.db
    .updateTable('exemplar_step')
    .set({ on_day: onDay })
    .where('exemplar_id', '=', exemplarId)
    .execute();
  await there.db
    .transaction()
    .execute((tx) =>
      record(tx, actingAs(there.db, there.commune), { kind: 'exemplar.changed', thingId: exemplarId }),
    );
}

describe('a record that is corrected after a report was sent', () => {
  it('changes nothing in the report, and is shown as old and new value', async () => {
    const { commune, exemplarId } = await bothReports();
    expect(await changedFigures(there.db, commune)).toEqual([]);
    await correct(exemplarId);
    const changed = await changedFigures(there.db, commune);
    expect(changed.find(({ key }) => key === 'dh_cham_lo')).toMatchObject({ before: 1, after: 0 });
    const again = await inView(there.db, there.commune, commune.id);
    expect(again.figures).toEqual(commune.figures);
  });

  it('lists every text that used the figure, in the report and in those above that were merged from it', async () => {
    const { commune, districtId, exemplarId } = await bothReports();
    await correct(exemplarId);
    const { texts } = await textsUsing(there.db, there.standing, commune.id, ['dh_cham_lo']);
    expect(texts.map(({ reportId, part, value, rolledUp }) => [reportId, part, value, rolledUp])).toEqual([
      [commune.id, 'result', 1, false],
      [districtId, 'effect', 1, true],
    ]);
    const own = await textsUsing(there.db, there.commune, commune.id, ['dh_cham_lo']);
    expect([own.texts.length, own.unseen]).toEqual([1, 1]);
    expect(await textsUsing(there.db, there.standing, commune.id, ['dh_tong'])).toEqual({
      texts: [],
      unseen: 0,
    });
  });
});

describe('the looking for changed reports', () => {
  it('counts a report anew only after a record has changed, and remembers what it found', async () => {
    const { commune, exemplarId } = await bothReports();
    const surroundings = { db: there.db, clock: new SettableClock('2018-11-15') };
    while ((await recountSome(surroundings, there.viewer)) > 0);
    expect(await changedReports(there.db, there.viewer)).toMatchObject({ total: 6, fresh: 6 });
    await correct(exemplarId);
    expect(await changedReports(there.db, there.viewer)).toMatchObject({ total: 6, fresh: 0 });
    while ((await recountSome(surroundings, there.viewer)) > 0);
    const { changed, total, fresh } = await changedReports(there.db, there.viewer);
    expect([total, fresh]).toEqual([6, 6]);
    const found = changed.find(({ id }) => id === commune.id);
    expect(found?.changes).toContainEqual({ key: 'dh_cham_lo', before: 1, after: 0 });
    // back to what was reported: no longer among the changed
    await correct(exemplarId, '2017-05-01');
    while ((await recountSome(surroundings, there.viewer)) > 0);
    const after = await changedReports(there.db, there.viewer);
    expect(after.changed.map(({ id }) => id)).not.toContain(commune.id);
  });

  it('carries the change up to the report that was merged from it: a sum moves by the difference', async () => {
    const { commune, districtId, exemplarId } = await bothReports();
    await correct(exemplarId);
    const surroundings = { db: there.db, clock: new SettableClock('2018-11-15') };
    while ((await recountSome(surroundings, there.viewer)) > 0);
    const district = await inView(there.db, there.district, districtId);
    const moved = (await changedBelow(there.db, district)).find(({ key }) => key === 'dh_cham_lo');
    expect(moved).toMatchObject({
      before: 1,
      after: 0,
      parts: [{ reportId: commune.id, before: 1, after: 0 }],
    });
    expect(
      movedBy('dh_tong', 40, [
        { before: 4, after: 5 },
        { before: 2, after: 0 },
      ]),
    ).toBe(39);
    expect(movedBy('kt_tac_dung', 4, [{ before: 4, after: 5 }])).toBeNull();
    expect(movedBy('dh_tong', 40, [{ before: null, after: 5 }])).toBeNull();
  });

  it('shows each reader only what is in their view', async () => {
    expect(await changedReports(there.db, there.stranger)).toEqual({
      changed: [],
      total: 0,
      fresh: 0,
    });
  });
});
