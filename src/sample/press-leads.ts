import { addAchievement } from '../exemplars/achievements.ts';
import { recordExemplar } from '../exemplars/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { readSeed, type Seed } from './seed-files.ts';

type Lead = Seed<'phu-tho-2016/press-leads.json'>['leads'][number];

/**
 * Records the real exemplars that the press tells of as leads: what the pages say, with their addresses, and
 * nothing else. They lie with the standing body, or where the commune and district of the page match exactly.
 */
export async function loadPressLeads(tx: Tx, acting: Acting, offices: OfficeIds): Promise<void> {
  const { standingBody } = await readSeed('phu-tho-2016/offices.json');
  const { leads } = await readSeed('phu-tho-2016/press-leads.json');
  const asStanding = standingIn(tx, acting, idOf(offices, standingBody));
  for (const lead of leads) {
    await loadLead(asStanding, lead, idOf(offices, lead.office ?? standingBody));
  }
}

/** Whoever loads the data records the leads in the place of the standing body. */
function standingIn(tx: Tx, acting: Acting, officeId: number): Acting {
  const grant = { role: 'standing', officeId, officeName: '', reach: 'all' } as const;
  return { ...acting, db: tx, requestKey: null, actor: { ...acting.actor, grants: [grant] } };
}

async function loadLead(acting: Acting, lead: Lead, officeId: number): Promise<void> {
  const { name, kind, place, position, fieldHint, sources, sourceNote } = lead;
  const { id } = must(
    await recordExemplar(acting, {
      officeId,
      subject: { kind, fullName: name, birthYear: null, place, position, representative: null },
      ...{ planId: null, fieldId: null, movementId: null, breadth: null, title: null, statement: null },
      ...{ origin: 'press', sources, sourceNote, fieldHint, foundOn: null },
    }),
  );
  const none = { measure: null, value: null, unit: null, year: null };
  const figures = lead.figures.map(({ what, value, unit }) => ({
    statement: what,
    measure: what,
    value,
    unit,
    year: null,
  }));
  const merits = [...lead.achievements.map((statement) => ({ statement, ...none })), ...figures];
  for (const merit of merits) must(await addAchievement(acting, { id, version: null, item: 0, ...merit }));
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`A press lead was refused: ${JSON.stringify(outcome.refusal)}`);
}
