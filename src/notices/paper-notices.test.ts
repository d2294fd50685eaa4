import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, makeReport, on } from '../../test/duty-world.ts';
import { moveToDesk } from '../desks/stay.ts';
import { SettableClock } from '../platform/clock.ts';
import { setPreferences } from './preferences.ts';
import { runRound, tellOfPapers } from './round.ts';

let world: DutyWorld;
let reportId: number;
beforeAll(async () => {
  world = await dutyWorld();
  reportId = await makeReport(world, world.place.commune, 2018, null);
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of ['notice', 'mail', 'paper_return', 'desk_stay', 'opinion'] as const)
    await world.db.deleteFrom(table).execute();
});

const DAY = '2018-11-15';
const clockAt = (day: string) => new SettableClock(day);
const move = (office: { id: number }, day: string, movedBy: number | null = null) =>
  world.db.transaction().execute((tx) =>
    moveToDesk(
      tx,
      {
        paper: 'report',
        paperId: reportId,
        officeId: office.id,
        dueOn: null,
        waitsFor: 'chấp nhận',
        movedBy,
      },
      day,
    ),
  );
const told = async (accountId: number) =>
  (
    await world.db
      .selectFrom('notice')
      .select(['kind', 'sentence'])
      .where('account_id', '=', accountId)
      .execute()
  ).map(({ kind, sentence }) => `${kind}: ${sentence}`);

describe('papers that move', () => {
  it('are told of to the office on whose desk they come, once, however often it is looked', async () => {
    await move(world.place.commune, DAY);
    expect(await tellOfPapers(world.db, clockAt(DAY))).toBe(0);
    await move(world.place.district, DAY);
    expect(await tellOfPapers(world.db, clockAt(DAY))).toBe(1);
    expect(await tellOfPapers(world.db, clockAt(DAY))).toBe(0);
    await runRound(world.db, clockAt('2018-11-16'), { mail: false });
    expect(await told(world.districtOfficer.accountId)).toEqual([
      `arrived: Chuyển đến bàn ngày 15/11/2018: báo cáo của ${world.place.commune.name}, chờ chấp nhận.`,
    ]);
    expect(await told(world.unit.accountId as number)).toEqual([]);
  });

  it('are told of by the next round, although they moved after the round of their own day', async () => {
    await runRound(world.db, clockAt(DAY), { mail: false });
    await move(world.place.district, DAY);
    await runRound(world.db, clockAt('2018-11-16'), { mail: false });
    expect(await told(world.districtOfficer.accountId)).toHaveLength(1);
  });

  it('are not told of to whoever moved them', async () => {
    await move(world.place.district, DAY, world.districtOfficer.accountId);
    expect(await tellOfPapers(world.db, clockAt(DAY))).toBe(0);
  });

  it('that come back are told of as returned', async () => {
    await move(world.place.district, DAY);
    await world.db
      .insertInto('paper_return')
      .values({
        paper: 'report',
        paper_id: reportId,
        by_office_id: world.place.district.id,
        returned_on: DAY,
        reasons: JSON.stringify([{ field: 'a', label: 'A', reason: 'Thiếu' }]),
      })
      .execute();
    await move(world.place.commune, DAY);
    await tellOfPapers(world.db, clockAt(DAY));
    expect((await told(world.unit.accountId as number))[0]).toMatch(
      /^returned: Bị trả lại ngày 15\/11\/2018/,
    );
  });

  it('and questions to an office are told of to its people', async () => {
    await world.db
      .insertInto('opinion')
      .values({
        paper: 'report',
        paper_id: reportId,
        office_id: world.place.lead.id,
        question: 'Số hộ có đúng không?',
        asked_on: DAY,
        due_on: '2018-11-20',
      })
      .execute();
    await tellOfPapers(world.db, clockAt(DAY));
    expect(await told(world.lead.accountId as number)).toEqual([
      'opinion: Được xin ý kiến ngày 15/11/2018 về báo cáo: Số hộ có đúng không?, hạn 20/11/2018.',
    ]);
  });
});

it('puts into the next letter what was told after the letter of the day, and nothing twice', async () => {
  const { districtOfficer } = world;
  const wanted = { email: 'huyen@phutho.gov.vn', byEmail: true, kinds: ['arrived' as const], daysBefore: 3 };
  expect((await setPreferences(on(world, districtOfficer), wanted)).ok).toBe(true);
  await world.db.deleteFrom('setting').where('key', '=', 'notices.last_round').execute();
  await move(world.place.district, '2018-11-14');
  await runRound(world.db, clockAt('2018-11-14'), { mail: true });
  await move(world.place.standing, '2018-11-14');
  await move(world.place.district, '2018-11-14');
  await tellOfPapers(world.db, clockAt('2018-11-14'));
  const letters = () => world.db.selectFrom('mail').select(['on_day', 'subject']).orderBy('id').execute();
  expect(await letters()).toHaveLength(1);
  for (const day of ['2018-11-15', '2018-11-16']) await runRound(world.db, clockAt(day), { mail: true });
  expect(await letters()).toEqual([
    { on_day: '2018-11-14', subject: 'Gương Sáng: 1 việc ngày 14/11/2018' },
    { on_day: '2018-11-15', subject: 'Gương Sáng: 1 việc ngày 15/11/2018' },
  ]);
});
