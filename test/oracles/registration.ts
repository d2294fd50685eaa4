import { type ChangeExemplarInput, changeExemplar } from '../../src/exemplars/change.ts';
import { findExemplar } from '../../src/exemplars/queries.ts';
import type { Registration } from '../../src/exemplars/record-registration.ts';
import type { Actor } from '../../src/identity/actor.ts';
import type { SubjectFacts } from '../../src/subjects/facts.ts';
import { as, type ExemplarWorld } from './exemplar-world.ts';

/** The least that can be registered: that a citizen told of it. */
export const BARE_REGISTRATION: Registration = {
  planId: null,
  fieldId: null,
  movementId: null,
  breadth: null,
  title: null,
  statement: null,
  origin: 'citizen',
  sources: [],
  sourceNote: null,
  fieldHint: null,
  foundOn: null,
};

/** Sends the form of a correction as it was opened, with something edited. */
export async function changeBy(
  world: ExemplarWorld,
  actor: Actor,
  id: number,
  edit: Edit,
  requestKey?: string,
) {
  const opened = await findExemplar(world.db, world.standing, id);
  if (!opened) throw new Error(`Exemplar ${id} not found`);
  const { subject, ...rest } = edit;
  const acting = as(world, actor, requestKey ? { requestKey } : {});
  return changeExemplar(acting, { ...opened, subject: { ...opened.subject, ...subject }, ...rest });
}

export type Edit = Partial<Omit<ChangeExemplarInput, 'subject'>> & { subject?: Partial<SubjectFacts> };
