import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePlan } from '../../test/factories.ts';
import { type FileDesk, openFileDesk } from '../../test/file-desk.ts';
import { SettableClock } from '../platform/clock.ts';
import { cleanFiles } from './clean-files.ts';
import { usedBytes } from './quota.ts';
import { referringColumns } from './referring.ts';

const HOUR_MS = 3600_000;
const clock = new SettableClock('2018-11-15');
const bytesOf = (words: string) => new TextEncoder().encode(words);

let desk: FileDesk;
beforeAll(async () => {
  desk = await openFileDesk();
});
afterAll(() => desk.close());

const drop = () => desk.db.deleteFrom('evidence').execute();
/** By the time of the machine, so many hours from now. */
const clean = (hours = 0) =>
  cleanFiles({ db: desk.db, disk: desk.disk, clock, machineNow: new Date(Date.now() + hours * HOUR_MS) });

it('keeps the files of an edition of a unit plan that was sent in, also when the plan names them no more', async () => {
  const { db, place } = desk;
  const { planId } = await makePlan(db, place.lead);
  await desk.keepFor(place.commune.id, bytesOf('kèm theo'));
  await drop();
  const { id } = await db.selectFrom('file').select('id').executeTakeFirstOrThrow();
  const unitPlan = await db
    .insertInto('unit_plan')
    .values({
      plan_id: planId,
      office_id: place.commune.id,
      period_from: '2018-01-01',
      period_to: '2018-12-31',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const content = { words: {}, files: [{ fileId: id, title: 'Danh sách' }] };
  await db
    .insertInto('unit_plan_submission')
    .values({
      unit_plan_id: unitPlan.id,
      edition: 1,
      submitted_on: '2018-02-01',
      content: JSON.stringify(content),
    })
    .execute();
  expect(await usedBytes(db, place.commune.id)).toBe(bytesOf('kèm theo').length);
  await clean();
  expect(await clean(100)).toMatchObject({ files: 0 });
  await db.deleteFrom('unit_plan_submission').execute();
  await clean(100);
  expect(await clean(130)).toMatchObject({ files: 1 });
});

it('every table that refers to a file has its line in the view that counts for the quota', async () => {
  const tables = (await referringColumns(desk.db)).map(({ table }) => table);
  expect(tables.length).toBeGreaterThan(3);
  const { definition } = await desk.db
    .selectNoFrom((eb) => eb.fn<string>('pg_get_viewdef', [eb.val('file_use')]).as('definition'))
    .executeTakeFirstOrThrow();
  expect(tables.filter((table) => !new RegExp(`\\b${table}\\b`).test(definition))).toEqual([]);
});
