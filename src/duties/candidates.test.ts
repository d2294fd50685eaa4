import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld } from '../../test/duty-world.ts';
import { makeOffice } from '../../test/factories.ts';
import { type OfficeSelection, selectedOffices } from '../offices/selection.ts';
import { everSelected, isMeantOn, loadDirectory } from './candidates.ts';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
});
afterAll(() => world.close());

it('means on every day the same offices, in the same order, as the one rule for selections of offices', async () => {
  const { db, place } = world;
  await makeOffice(db, place.district, { validTo: '2017-06-30' });
  await makeOffice(db, place.district, { validFrom: '2017-07-01' });
  const bloc = await db
    .insertInto('bloc')
    .values({ name: 'Khối thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const member = (office: { id: number }, year: number) => ({ bloc_id: bloc.id, office_id: office.id, year });
  await db
    .insertInto('bloc_member')
    .values([member(place.lead, 2017), member(place.lead, 2018), member(place.district, 2018)])
    .execute();
  const selections: OfficeSelection[] = [
    { by: 'office', officeId: place.commune.id },
    { by: 'kind', kindId: 'commune', belowId: place.province.id },
    { by: 'kind', kindId: 'district', belowId: place.district.id },
    { by: 'branch', belowId: place.district.id },
    { by: 'bloc', blocId: bloc.id },
  ];
  const directory = await loadDirectory(db);
  for (const selection of selections) {
    for (const day of ['2016-05-10', '2017-06-30', '2017-07-01', '2018-12-10']) {
      const meant = everSelected(directory, selection).filter((office) => isMeantOn(office, day));
      const selected = await selectedOffices(db, selection, day);
      expect(meant.map(({ id }) => id)).toEqual(selected.map(({ id }) => id));
    }
  }
});
