import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld } from '../../test/duty-world.ts';
import { receiverIn, receiverOf } from './receiver.ts';

const body = { id: 9, validFrom: null, validTo: '2019-12-31' };
const district = { id: 3, parentId: 1, belowRoot: true };
const commune = { id: 5, parentId: 3, belowRoot: false };
const nobody = { toOfficeId: null, viaOfficeId: null };

describe('where a paper arrives first', () => {
  it('is the office through which it goes, else the one it goes to, else the one above', () => {
    expect(receiverIn(commune, { toOfficeId: 1, viaOfficeId: 9 }, [], '2018-01-01')).toBe(9);
    expect(receiverIn(commune, { toOfficeId: 1, viaOfficeId: null }, [], '2018-01-01')).toBe(1);
    expect(receiverIn(commune, nobody, [body], '2018-01-01')).toBe(3);
  });

  it('is the standing body of the day for the root of the tree, and the root where there is none', () => {
    expect(receiverIn(district, nobody, [body], '2019-12-31')).toBe(9);
    expect(receiverIn(district, nobody, [body], '2020-01-01')).toBe(1);
  });

  it('is never the office itself: what the standing body owes goes on to the root', () => {
    const standing = { id: 9, parentId: 1, belowRoot: true };
    expect(receiverIn(standing, { toOfficeId: null, viaOfficeId: 9 }, [body], '2018-01-01')).toBe(1);
    expect(receiverIn({ id: 1, parentId: null, belowRoot: false }, nobody, [body], '2018-01-01')).toBeNull();
  });
});

describe('the same asked of the database', () => {
  let world: DutyWorld;
  beforeAll(async () => {
    world = await dutyWorld();
  });
  afterAll(() => world.close());

  it('finds the way of a commune, a district, the standing body and the root', async () => {
    const { commune: c, district: d, standing, province } = world.place;
    const of = (officeId: number) => receiverOf(world.db, { officeId, day: '2018-11-15' });
    expect([await of(c.id), await of(d.id), await of(standing.id), await of(province.id)]).toEqual([
      d.id,
      standing.id,
      province.id,
      null,
    ]);
    expect(await receiverOf(world.db, { officeId: c.id, day: '2018-11-15', toOfficeId: province.id })).toBe(
      province.id,
    );
    expect(await receiverOf(world.db, { officeId: 9_999_999, day: '2018-11-15' })).toBeNull();
  });
});
