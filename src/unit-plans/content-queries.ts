import type { MediaType } from '../evidence/media-types.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { type PlannedExemplar, type Target, type UnitPlanContent, writtenParts } from './content.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';

/** What the office sets itself, in its order. */
export const targetsOf = (db: Reader, unitPlanId: number): Promise<Target[]> =>
  db
    .selectFrom('unit_plan_target')
    .select(['what', 'number', 'unit', 'due_on as dueOn'])
    .where('unit_plan_id', '=', unitPlanId)
    .orderBy('ord')
    .execute();

/** Whom the office means to build up, in its order. */
export const exemplarsOf = (db: Reader, unitPlanId: number): Promise<PlannedExemplar[]> =>
  db
    .selectFrom('unit_plan_exemplar as e')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['e.name', 'e.field_id as fieldId', 'f.name as fieldName', 'e.note'])
    .where('e.unit_plan_id', '=', unitPlanId)
    .orderBy('e.ord')
    .execute();

export interface AttachedFile {
  id: number;
  /** Id of the stored bytes. */
  fileId: number;
  title: string;
  mediaType: MediaType;
  size: number;
  addedBy: string | null;
  addedAt: Date;
}

/** What is attached now, the first one first. */
export async function filesOf(db: Reader, unitPlanId: number): Promise<AttachedFile[]> {
  const rows = await db
    .selectFrom('unit_plan_file as a')
    .innerJoin('file as f', 'f.id', 'a.file_id')
    .leftJoin('account as by', 'by.id', 'a.added_by')
    .select(['a.id', 'a.file_id as fileId', 'a.title', 'f.media_type', 'f.size'])
    .select(['by.display_name as addedBy', 'a.added_at as addedAt'])
    .where('a.unit_plan_id', '=', unitPlanId)
    .orderBy('a.id')
    .execute();
  // only what `examine` lets through is in the table
  return rows.map(({ media_type, ...row }) => ({ ...row, mediaType: media_type as MediaType }));
}

/** All that a unit plan says now; four queries. */
export async function contentOf(
  db: Reader,
  plan: Pick<UnitPlanInView, 'id' | 'planId' | 'words' | 'paper'>,
): Promise<UnitPlanContent> {
  const asked = await partsOfPlan(db, plan.planId);
  const targets = await targetsOf(db, plan.id);
  const exemplars = await exemplarsOf(db, plan.id);
  const files = await filesOf(db, plan.id);
  return {
    parts: writtenParts(asked, plan.words),
    targets,
    exemplars,
    files: files.map(({ fileId, title }) => ({ fileId, title })),
    paper: plan.paper,
  };
}

/** Puts these targets and exemplars in the place of those before. */
export async function replaceRows(
  tx: Tx,
  unitPlanId: number,
  rows: { targets: readonly Target[]; exemplars: readonly PlannedExemplar[] },
): Promise<void> {
  await tx.deleteFrom('unit_plan_target').where('unit_plan_id', '=', unitPlanId).execute();
  await tx.deleteFrom('unit_plan_exemplar').where('unit_plan_id', '=', unitPlanId).execute();
  const targets = rows.targets.map(({ what, number, unit, dueOn }, n) => ({
    unit_plan_id: unitPlanId,
    ord: n + 1,
    what,
    number,
    unit,
    due_on: dueOn,
  }));
  if (targets.length > 0) await tx.insertInto('unit_plan_target').values(targets).execute();
  const exemplars = rows.exemplars.map(({ name, fieldId, note }, n) => ({
    unit_plan_id: unitPlanId,
    ord: n + 1,
    name,
    field_id: fieldId,
    note,
  }));
  if (exemplars.length > 0) await tx.insertInto('unit_plan_exemplar').values(exemplars).execute();
}
