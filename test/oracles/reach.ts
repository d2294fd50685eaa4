import type { Actor, Role } from '../../src/identity/actor.ts';

/** What the oracle knows of the world: plain lists, as one would draw them on paper. */
export interface Surroundings {
  /** office → the office above it */
  parentOf: ReadonlyMap<number, number | null>;
  /** field → the office that leads it */
  leadOf: ReadonlyMap<number, number>;
}

export interface Lying {
  officeId: number;
  fieldId: number | null;
}

/** Does the office stand below the other, or is it the same? Climbs the tree step by step. */
function standsBelow({ parentOf }: Surroundings, officeId: number, above: number): boolean {
  for (let at: number | null = officeId; at !== null; at = parentOf.get(at) ?? null) {
    if (at === above) return true;
  }
  return false;
}

function coversOffice(world: Surroundings, grant: Actor['grants'][number], officeId: number): boolean {
  switch (grant.reach) {
    case 'all':
      return true;
    case 'own':
      return grant.officeId === officeId;
    case 'branch':
      return standsBelow(world, officeId, grant.officeId);
  }
}

const leads = (world: Surroundings, officeId: number, thing: Lying): boolean =>
  thing.fieldId !== null && world.leadOf.get(thing.fieldId) === officeId;

/** May the actor see the thing? Asked grant by grant, as the rule is told: slow, and plain to read. */
export function mayVisit(world: Surroundings, actor: Actor, thing: Lying): boolean {
  return actor.grants.some(
    (grant) =>
      coversOffice(world, grant, thing.officeId) ||
      (grant.role === 'lead' && leads(world, grant.officeId, thing)),
  );
}

/** The roles that the actor holds over the thing. To lead is to lead a field, wherever its things lie. */
export function rolesHeld(world: Surroundings, actor: Actor, thing: Lying): Set<Role> {
  const held = new Set<Role>();
  for (const grant of actor.grants) {
    const holds =
      grant.role === 'lead'
        ? grant.reach === 'all' || leads(world, grant.officeId, thing)
        : coversOffice(world, grant, thing.officeId);
    if (holds) held.add(grant.role);
  }
  return held;
}
