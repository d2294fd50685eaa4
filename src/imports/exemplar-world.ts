import type { Actor } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import { measuresOn } from '../measures/queries.ts';
import { presentOffices } from '../offices/succession.ts';
import { type OfficeInTree, offices } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import { type ExemplarWorld, type NamedField, RECORDERS } from './exemplar-judge.ts';
import { OfficeMatch } from './office-match.ts';
import type { Settings } from './target.ts';

export interface Catalogue {
  plans: { id: number; number: string }[];
  fields: NamedField[];
  movements: { id: number; name: string; planId: number | null }[];
}

/** Plans in force with their fields and movements. */
export async function readCatalogue(db: Reader): Promise<Catalogue> {
  const [plans, fields, movements] = [
    await db
      .selectFrom('plan')
      .select(['id', 'number'])
      .where('state', '=', 'in_force')
      .orderBy('period_from', 'desc')
      .orderBy('id')
      .execute(),
    await db
      .selectFrom('pilot_field as f')
      .innerJoin('plan as p', 'p.id', 'f.plan_id')
      .where('p.state', '=', 'in_force')
      .select(['f.id', 'f.name', 'f.plan_id as planId', 'f.lead_office_id as leadOfficeId'])
      .select('f.subject_kinds as subjectKinds')
      .orderBy('p.period_from', 'desc')
      .orderBy('f.ord')
      .execute(),
    await db.selectFrom('movement').select(['id', 'name', 'plan_id as planId']).orderBy('id').execute(),
  ];
  return { plans: plans.map((plan) => ({ ...plan, number: plan.number ?? '' })), fields, movements };
}

/** Names of the settings, as they stand in forms and are kept. */
export const SETTING = {
  office: 'officeId',
  plan: 'planId',
  field: 'fieldId',
  kind: 'kind',
  names: 'names',
} as const;

const idOf = (settings: Settings, name: string): number | null => {
  const id = Number(settings[name] ?? '');
  return Number.isSafeInteger(id) && id > 0 ? id : null;
};

/** All that rows are judged by, with a fixed number of queries. */
export async function exemplarWorld(
  db: Reader,
  actor: Actor,
  today: Day,
  settings: Settings,
): Promise<Omit<ExemplarWorld, 'styleOf'>> {
  const all = await offices(db).orderBy('office.id').execute();
  const present = await presentOffices(
    db,
    all.map(({ id }) => id),
    today,
  );
  const { plans, fields, movements } = await readCatalogue(db);
  const field = fields.find(({ id }) => id === idOf(settings, SETTING.field)) ?? null;
  const planId = field?.planId ?? plans.find(({ id }) => id === idOf(settings, SETTING.plan))?.id ?? null;
  const officeId = idOf(settings, SETTING.office);
  const office = officeId === null ? null : presentOne(present.get(officeId) ?? [], officeId);
  return {
    actor,
    today,
    offices: new OfficeMatch({ all, present, within: (one) => mayRecordIn(actor, one) }),
    fields: planId === null ? fields : fields.filter((one) => one.planId === planId),
    measures: await measuresOn(db, today),
    movements: movements.filter((one) => one.planId === null || one.planId === planId),
    office,
    planId,
    field,
    kind: SUBJECT_KINDS.find((kind) => kind === settings[SETTING.kind]) ?? (null as SubjectKind | null),
    properCase: settings[SETTING.names] !== 'keep',
  };
}

/** An officer of a lead office records in its fields anywhere; whether this is such a field the row tells. */
function mayRecordIn(actor: Actor, office: OfficeInTree): boolean {
  if (actor.grants.some(({ role }) => role === 'lead')) return true;
  const roles = rolesOver(actor, { officePath: office.path, leadOfficeId: null });
  return RECORDERS.some((role) => roles.has(role));
}

const presentOne = (found: readonly OfficeInTree[], id: number): OfficeInTree | null =>
  found.find((one) => one.id === id) ?? null;
