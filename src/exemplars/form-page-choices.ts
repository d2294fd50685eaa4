import { sql } from 'kysely';
import type { Actor, Role } from '../identity/actor.ts';
import { growTrees, type OfficeInTree, type OfficeNode, officesOn, officesWithin } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type SubjectFacts, tidySubject } from '../subjects/facts.ts';
import { sameSubjects } from '../subjects/same.ts';
import { type ToldSame, tellSame } from '../subjects/same-tell.ts';
import type { SameReason } from '../subjects/same-types.ts';

const RECORDERS: readonly Role[] = ['unit', 'lead', 'standing'];

/** May this person record an exemplar anywhere? Where exactly is for the command to judge. */
export const mayRecord = (actor: Actor): boolean =>
  actor.grants.some((grant) => RECORDERS.includes(grant.role));

export interface FieldChoice {
  id: number;
  name: string;
  planId: number;
  planNumber: string;
  leadOfficeName: string;
}

/** What the form offers to choose from. */
export interface FormChoices {
  fields: FieldChoice[];
  movements: { id: number; name: string }[];
  /** The plan of an exemplar without a field: the one in force, where there is just one. */
  planId: number | null;
}

export async function formChoices(db: Reader): Promise<FormChoices> {
  const [fields, movements, plans] = await Promise.all([
    db
      .selectFrom('pilot_field as f')
      .innerJoin('plan as p', 'p.id', 'f.plan_id')
      .innerJoin('office as o', 'o.id', 'f.lead_office_id')
      .where('p.state', '=', 'in_force')
      .select(['f.id', 'f.name', 'p.id as planId', 'p.number as planNumber', 'o.name as leadOfficeName'])
      .orderBy('p.period_from', 'desc')
      .orderBy('p.id')
      .orderBy('f.ord')
      .execute(),
    db
      .selectFrom('movement as m')
      .leftJoin('plan as p', 'p.id', 'm.plan_id')
      .where((eb) => eb.or([eb('m.plan_id', 'is', null), eb('p.state', '=', 'in_force')]))
      .select(['m.id', 'm.name'])
      .orderBy(sql`m.name COLLATE "vi-x-icu"`)
      .execute(),
    db.selectFrom('plan').select('id').where('state', '=', 'in_force').execute(),
  ]);
  return { fields, movements, planId: plans.length === 1 ? (plans[0]?.id ?? null) : null };
}

export interface OfficeGroup {
  label: string;
  offices: { id: number; name: string }[];
}

/**
 * The offices with which this person may record: those of their roles. A lead office finds its field's exemplars
 * anywhere, so it is offered every office of the day; the command holds it to its field.
 */
export async function officeGroups(db: Reader, actor: Actor, today: Day): Promise<OfficeGroup[]> {
  const leads = actor.grants.some((grant) => grant.role === 'lead');
  const offices = leads ? await officesOn(db, today) : await officesWithin(db, actor, RECORDERS, today);
  return groupsOf(growTrees(offices), offices);
}

/** An office with others below it heads a group of its own; offices on their own stand together on top. */
function groupsOf(trees: readonly OfficeNode[], all: readonly OfficeInTree[]): OfficeGroup[] {
  const groups: OfficeGroup[] = [];
  const visit = (node: OfficeNode): void => {
    if (node.children.length === 0) return;
    const leaves = node.children.filter((child) => child.children.length === 0);
    groups.push({ label: node.office.name, offices: [node.office, ...leaves.map((leaf) => leaf.office)] });
    for (const child of node.children) visit(child);
  };
  for (const tree of trees) visit(tree);
  const grouped = new Set(groups.flatMap((group) => group.offices.map((office) => office.id)));
  const alone = all.filter((office) => !grouped.has(office.id));
  return alone.length > 0 ? [{ label: 'Đơn vị', offices: alone }, ...groups] : groups;
}

/**
 * Subjects that are known already and may be the one that is typed, the likeliest first, with reasons and only as far as
 * this person may know of them: to be looked at before the same one is recorded twice. A name that is merely like it stops
 * nobody, but where both are in one place.
 */
export async function knownAgain(
  db: Reader,
  actor: Actor,
  subject: SubjectFacts,
  officeId: number | null,
): Promise<ToldSame[]> {
  const officeIds = officeId === null ? [] : [officeId];
  const found = await sameSubjects(db, { ...tidySubject(subject), officeIds });
  const [told] = await tellSame(db, actor, [found]);
  return (told ?? []).filter(({ strength, reasons }) => strength !== 'faint' || reasons.some(isSamePlace));
}

const isSamePlace = ({ topic, agrees }: SameReason): boolean => topic === 'place' && agrees;
