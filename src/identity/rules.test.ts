import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, REACHES, type Reach, ROLES, type Role } from './actor.ts';
import {
  administersAll,
  asAdmin,
  mayGive,
  type PlacedGrant,
  refusalToDeactivate,
  refusalToGrant,
  refusalToManage,
  refusalToResetPassword,
  refusalToRevoke,
} from './rules.ts';

const actor = (...grants: [Role, number, Reach][]): Actor => ({
  accountId: 1,
  displayName: 'Quản trị',
  grants: grants.map(([role, officeId, reach]) => ({ role, officeId, officeName: '', reach })),
});

/** Province 1 → district 10 → commune 100; district 20 beside. */
const COMMUNE = [1, 10, 100];
const DISTRICT = [1, 10];
const OTHER = [1, 20];
const grant = (officePath: number[], reach: Reach = 'own', role: Role = 'unit'): PlacedGrant => ({
  role,
  officePath,
  reach,
});

describe('an administrator gives', () => {
  it('everything when they administer everything', () => {
    for (const reach of REACHES) expect(mayGive(actor(['admin', 1, 'all']), grant(OTHER, reach))).toBe(true);
  });

  it('within their branch when they administer a branch, but never everything', () => {
    const admin = actor(['admin', 10, 'branch']);
    expect(mayGive(admin, grant(COMMUNE, 'branch'))).toBe(true);
    expect(mayGive(admin, grant(DISTRICT, 'branch'))).toBe(true);
    expect(mayGive(admin, grant(OTHER))).toBe(false);
    expect(mayGive(admin, grant([1]))).toBe(false);
    expect(mayGive(admin, grant(COMMUNE, 'all'))).toBe(false);
  });

  it('only their own office when they administer that office alone', () => {
    const admin = actor(['admin', 10, 'own']);
    expect(mayGive(admin, grant(DISTRICT))).toBe(true);
    expect(mayGive(admin, grant(DISTRICT, 'branch'))).toBe(false);
    expect(mayGive(admin, grant(COMMUNE))).toBe(false);
  });

  it('nothing by a role that is not administration, however far it reaches', () => {
    const viewer = actor(['viewer', 1, 'all'], ['admin', 20, 'own']);
    expect(refusalToGrant(viewer, grant(COMMUNE))?.rule).toBe('grant_beyond_reach');
    expect(administersAll(viewer)).toBe(false);
    expect(asAdmin(viewer).grants.map((held) => held.role)).toEqual(['admin']);
  });

  it('never more than they hold: whom they empower gives no more than they do', () => {
    const path = fc.constantFrom([1], DISTRICT, COMMUNE, OTHER, [1, 20, 200], [1, 10, 101]);
    const reach = fc.constantFrom(...REACHES);
    fc.assert(
      fc.property(
        path,
        reach,
        path,
        reach,
        path,
        reach,
        (mine, myReach, theirs, theirReach, thing, thingReach) => {
          const me = actor(['admin', mine.at(-1) ?? 0, myReach]);
          const them = actor(['admin', theirs.at(-1) ?? 0, theirReach]);
          const given = { officePath: thing, reach: thingReach };
          if (mayGive(me, { officePath: theirs, reach: theirReach }) && mayGive(them, given))
            expect(mayGive(me, given)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an account', () => {
  it('is out of the hands of an administrator who does not cover all that it holds', () => {
    const admin = actor(['admin', 10, 'branch']);
    expect(refusalToManage(admin, [grant(COMMUNE)])).toBeNull();
    expect(refusalToManage(admin, [grant(COMMUNE), grant(OTHER)])?.rule).toBe('account_beyond_reach');
    expect(refusalToManage(admin, [grant(DISTRICT, 'all', 'admin')])?.rule).toBe('account_beyond_reach');
    expect(refusalToManage(actor(['admin', 1, 'all']), [grant(OTHER, 'all', 'admin')])).toBeNull();
  });

  it("of one's own cannot be closed, given a password, or freed of its last administration", () => {
    const admin = actor(['admin', 1, 'all']);
    expect(refusalToDeactivate(admin, 1)?.rule).toBe('own_account');
    expect(refusalToDeactivate(admin, 2)).toBeNull();
    expect(refusalToResetPassword(admin, 1)?.rule).toBe('own_account');
    expect(refusalToResetPassword(admin, 2)).toBeNull();
    for (const role of ROLES) {
      expect(refusalToRevoke(admin, 1, { role, isLastAdminGrant: true })?.rule).toBe('own_last_admin_grant');
      expect(refusalToRevoke(admin, 1, { role, isLastAdminGrant: false })).toBeNull();
      expect(refusalToRevoke(admin, 2, { role, isLastAdminGrant: true })).toBeNull();
    }
  });
});
