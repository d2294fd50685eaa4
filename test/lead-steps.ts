import type { Actor } from '../src/identity/actor.ts';
import { openRegistration } from '../src/leads/decide.ts';
import { verifyLead } from '../src/leads/look-into.ts';
import { actingAs } from './factories.ts';
import type { LeadDesk } from './lead-desk.ts';

/** What an officer writes after a look into a lead. */
export const LOOK = {
  verifiedOn: '2018-11-15',
  how: 'visit',
  who: 'Hà Văn Khương',
  result: 'so',
  words: 'Gặp trưởng khu 7.',
} as const;

export const at = (id: number) => ({ id, version: null });

/** What an officer makes sure of when they open a registration from a lead of the commune. */
export const opening = (desk: LeadDesk, id: number) =>
  ({
    ...at(id),
    officeId: desk.world.place.commune.id,
    kind: 'individual',
    fullName: 'Bà Hòa',
    subjectId: null,
    title: null,
  }) as const;

/** The exemplar that a new lead became. */
export async function openedExemplar(desk: LeadDesk, by: Actor = desk.world.unit): Promise<number> {
  const { id } = await desk.lead();
  const acting = actingAs(desk.site.db, by);
  await verifyLead(acting, { ...at(id), ...LOOK });
  const made = await openRegistration(acting, opening(desk, id));
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.exemplarId;
}
