import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../identity/actor.ts';
import {
  type Precision,
  PUBLIC_PRECISIONS,
  precisionFor,
  STAFF_PRECISIONS,
  type StaffPrecision,
} from './precision.ts';

/** The whole table: what each role over the exemplar gets, where staff was set to hamlet and to commune. */
const TABLE: Record<Role | 'no role', Record<StaffPrecision, Precision>> = {
  unit: { hamlet: 'exact', commune: 'exact' },
  lead: { hamlet: 'exact', commune: 'exact' },
  standing: { hamlet: 'exact', commune: 'exact' },
  council: { hamlet: 'hamlet', commune: 'commune' },
  leader: { hamlet: 'hamlet', commune: 'commune' },
  press: { hamlet: 'hamlet', commune: 'commune' },
  viewer: { hamlet: 'hamlet', commune: 'commune' },
  admin: { hamlet: 'hamlet', commune: 'commune' },
  'no role': { hamlet: 'hamlet', commune: 'commune' },
};

describe('how exactly a place is shown', () => {
  it('is in the table for every role there is', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual([...ROLES, 'no role'].toSorted());
  });

  for (const [role, row] of Object.entries(TABLE))
    it(`to ${role}`, () => {
      const roles = new Set(ROLES.filter((one) => one === role));
      for (const staff of STAFF_PRECISIONS)
        for (const shown of PUBLIC_PRECISIONS)
          expect(precisionFor({ kind: 'staff', roles }, { staff, public: shown })).toBe(row[staff]);
    });

  it('to the public is the commune at most, whatever others see', () => {
    for (const staff of STAFF_PRECISIONS)
      for (const shown of PUBLIC_PRECISIONS)
        expect(precisionFor({ kind: 'public' }, { staff, public: shown })).toBe(shown);
  });

  it('to somebody with several roles is that of the finest', () => {
    const roles = new Set<Role>(['press', 'viewer', 'lead']);
    expect(precisionFor({ kind: 'staff', roles }, { staff: 'commune', public: 'hidden' })).toBe('exact');
  });
});
