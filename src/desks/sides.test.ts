import { describe, expect, it } from 'vitest';
import type { Actor, Grant, Reach, Role } from '../identity/actor.ts';
import { mayAllowReturn, sidesOver } from './sides.ts';

const [PROVINCE, LEAD, STANDING, DISTRICT, COMMUNE] = [1, 2, 3, 4, 5];
const OFFICE_PATH = [PROVINCE, DISTRICT, COMMUNE];
const AT_LEAD = [PROVINCE, LEAD];

const actor = (...grants: [role: Role, officeId: number, reach: Reach][]): Actor => ({
  accountId: 1,
  displayName: 'Ai',
  grants: grants.map(([role, officeId, reach]): Grant => ({ role, officeId, officeName: '', reach })),
});
const sides = (who: Actor, deskPath: number[] | null = AT_LEAD) => [
  ...sidesOver(who, { officePath: OFFICE_PATH, deskPath }),
];

describe('what somebody is to a paper', () => {
  it.each([
    ['the officer of its office: author', actor(['unit', COMMUNE, 'own']), ['author']],
    [
      'the officer of the district, who writes for the offices below: author',
      actor(['unit', DISTRICT, 'branch']),
      ['author'],
    ],
    ['the officer of the district alone: nothing', actor(['unit', DISTRICT, 'own']), []],
    ['the officer of the desk: holder', actor(['lead', LEAD, 'own']), ['holder']],
    ['the standing body of the whole programme: above', actor(['standing', STANDING, 'all']), ['above']],
    ['the leaders above the desk: above', actor(['leader', PROVINCE, 'branch']), ['above']],
    ['the leader of the desk itself: holder', actor(['leader', LEAD, 'branch']), ['holder']],
    [
      'press, council, viewers and administrators: nothing',
      actor(
        ['press', LEAD, 'all'],
        ['council', LEAD, 'all'],
        ['viewer', LEAD, 'all'],
        ['admin', PROVINCE, 'all'],
      ),
      [],
    ],
  ])('%s', (_name, who, expected) => {
    expect(sides(who)).toEqual(expected);
  });

  it('is never holder or above while it lies on nobody’s desk', () => {
    expect(
      sides(actor(['lead', LEAD, 'own'], ['standing', STANDING, 'all'], ['unit', COMMUNE, 'own']), null),
    ).toEqual(['author']);
  });

  it('lets an office above allow a second return, and never the office that returns it', () => {
    const at = (who: Actor, deskPath = AT_LEAD) => mayAllowReturn(who, deskPath);
    expect(at(actor(['standing', STANDING, 'all']))).toBe(true);
    expect(at(actor(['leader', PROVINCE, 'branch']))).toBe(true);
    expect(at(actor(['lead', LEAD, 'branch']))).toBe(false);
    expect(at(actor(['leader', LEAD, 'branch']))).toBe(false);
    expect(at(actor(['unit', COMMUNE, 'own']))).toBe(false);
    // the standing body that returned it itself needs the leaders
    expect(at(actor(['standing', STANDING, 'all']), [PROVINCE, STANDING])).toBe(false);
    expect(at(actor(['leader', PROVINCE, 'all']), [PROVINCE, STANDING])).toBe(true);
  });
});
