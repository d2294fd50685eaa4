import { describe, expect, test } from 'vitest';
import type { Actor, Reach, Role } from '../identity/actor.ts';
import {
  type PlacedOffice,
  refusalToChangeOffices,
  refusalToEnd,
  refusalToSucceed,
  wrongOffice,
} from './rules.ts';

const office = (id: number, fields: Partial<PlacedOffice> = {}): PlacedOffice => ({
  id,
  name: `Xã ${id}`,
  path: [1, id],
  validFrom: null,
  validTo: null,
  ...fields,
});
const draft = (fields: Partial<PlacedOffice> = {}) => ({ ...office(5), ...fields });
const someone = (role: Role, reach: Reach): Actor => ({
  accountId: 1,
  displayName: 'Người Thử',
  grants: [{ role, reach, officeId: 1, officeName: 'UBND tỉnh Thử' }],
});

describe('who changes the tree', () => {
  test('only an administrator of the whole programme', () => {
    expect(refusalToChangeOffices(someone('admin', 'all'))).toBeNull();
    for (const actor of [someone('admin', 'branch'), someone('standing', 'all'), someone('leader', 'all')]) {
      expect(refusalToChangeOffices(actor)?.rule).toBe('wrong_role');
    }
  });
});

describe('an office as it is to be written', () => {
  const province = office(1, { path: [1], name: 'UBND tỉnh' });

  test('is in order below a parent that holds all the time', () => {
    expect(wrongOffice(draft(), province, [office(9)], [office(6)])).toEqual({});
  });

  test('does not outlive its parent, nor begin before it', () => {
    const district = office(2, { validFrom: '1999-09-01', validTo: '2025-06-30' });
    expect(wrongOffice(draft({ validFrom: '2020-01-01' }), district, [], [])).toHaveProperty('parentId');
    expect(wrongOffice(draft({ validTo: '2020-01-01' }), district, [], [])).toHaveProperty('parentId');
    const within = draft({ validFrom: '1999-09-01', validTo: '2025-06-30' });
    expect(wrongOffice(within, district, [], [])).toEqual({});
  });

  test('does not stand below itself or below what hangs from it', () => {
    const below = office(7, { path: [1, 5, 7] });
    expect(wrongOffice(draft(), below, [], [])).toHaveProperty('parentId');
    expect(wrongOffice(draft(), office(5), [], [])).toHaveProperty('parentId');
  });

  test('does not end before what hangs from it', () => {
    const child = { name: 'Trường Tiểu học', validFrom: null, validTo: null };
    expect(wrongOffice(draft({ validTo: '2019-12-31' }), province, [child], [])).toHaveProperty('validTo');
  });

  test('does not end before it begins', () => {
    const backwards = draft({ validFrom: '2020-02-01', validTo: '2020-01-31' });
    expect(wrongOffice(backwards, null, [], [])).toHaveProperty('validTo');
  });

  test('has no namesake beside it at the same time, but may have one before it or elsewhere', () => {
    const twin = office(6, { name: 'XÃ 5', validTo: '2019-12-31' });
    expect(wrongOffice(draft(), province, [], [twin])).toHaveProperty('name');
    expect(wrongOffice(draft({ validFrom: '2020-01-01' }), province, [], [twin])).toEqual({});
    expect(wrongOffice(draft(), province, [], [draft()])).toEqual({});
  });
});

describe('succession', () => {
  const day = '2020-01-01';
  const old = office(5, { validTo: '2019-12-31' });

  test('goes from an office of the day before to one of the day itself', () => {
    expect(refusalToSucceed([old], [office(6, { validFrom: day })], day, [])).toEqual([]);
    expect(refusalToSucceed([old], [office(6)], day, [])).toEqual([]);
  });

  test('names every office that does not hold at its time', () => {
    const rules = refusalToSucceed(
      [office(5, { validTo: '2018-06-30' }), office(8, { validFrom: day })],
      [office(6, { validFrom: '2020-02-01' })],
      day,
      [],
    ).map((reason) => reason.rule);
    expect(rules).toEqual(['successor_not_valid', 'predecessor_not_valid', 'predecessor_not_valid']);
  });

  test('makes no circle, not even over others', () => {
    const followed = [
      { from: 6, to: 7 },
      { from: 7, to: 5 },
    ];
    const rules = refusalToSucceed([old], [office(6)], day, followed).map((reason) => reason.rule);
    expect(rules).toEqual(['succession_circle']);
    expect(refusalToSucceed([old], [office(5)], day, []).map((reason) => reason.rule)).toContain(
      'succession_circle',
    );
    expect(refusalToSucceed([office(6)], [office(5)], day, followed)).toEqual([]);
  });
});

describe('the end of an office', () => {
  test('waits for what hangs from it, and says what that is', () => {
    const below = ['Xã A', 'Xã B', 'Xã C', 'Xã D'].map((name) => ({ name, validFrom: null, validTo: null }));
    const [reason] = refusalToEnd(office(5), '2025-06-30', below);
    expect(reason?.sentence).toContain('“Xã A”, “Xã B”, “Xã C” và 1 đơn vị khác');
    const ended = below.map((child) => ({ ...child, validTo: '2025-06-30' }));
    expect(refusalToEnd(office(5), '2025-06-30', ended)).toEqual([]);
  });

  test('is not before its beginning', () => {
    const rules = refusalToEnd(office(5, { validFrom: '2020-01-01' }), '2019-12-31', []).map(
      (one) => one.rule,
    );
    expect(rules).toEqual(['ends_before_begin']);
  });
});
