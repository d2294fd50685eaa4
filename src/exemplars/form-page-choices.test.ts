import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffice, TEST_DAY } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { officeGroups } from './form-page-choices.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('the offices offered', () => {
  it('are the officer’s own, or all of the day for a lead office, grouped by what they stand below', async () => {
    await makeOffice(world.db, world.place.district, { name: 'Xã Đã Hết', validTo: '2017-12-31' });
    expect(await officeGroups(world.db, world.unit, TEST_DAY)).toEqual([
      { label: 'Đơn vị', offices: [expect.objectContaining({ id: world.place.commune.id })] },
    ]);
    const groups = await officeGroups(world.db, world.lead, TEST_DAY);
    expect(groups.map((group) => group.label)).toEqual([
      world.place.province.name,
      world.place.district.name,
    ]);
    const offered = groups.flatMap((group) => group.offices.map((office) => office.name));
    expect(offered).toContain(world.place.otherCommune.name);
    expect(offered).not.toContain('Xã Đã Hết');
    expect(new Set(offered).size).toBe(offered.length);
  });
});
