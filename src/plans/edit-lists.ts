import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { editingPlan, type PlanTarget, recordPlanChange, type StoredPlan } from './changing-plan.ts';
import { spanInWords } from './pages-when.ts';
import { stageErrors } from './plan-rules.ts';
import type { Basis, Stage } from './queries.ts';
import {
  insertMovements,
  replaceBasis,
  replaceStages,
  replaceUnitPlanParts,
  unitPlanPartsOf,
  writeUnitPlanHints,
} from './write-parts.ts';

interface ListChange {
  /** What the list is called in the audit. */
  name: string;
  before(tx: Tx, planId: number): Promise<string[]>;
  errors(tx: Tx, plan: StoredPlan): Promise<FieldErrors> | FieldErrors;
  write(tx: Tx, planId: number): Promise<void>;
}

/** One list of a plan put in the place of the one before, as a whole, with both in the audit. */
function editList(acting: Acting, target: PlanTarget, change: ListChange): Promise<Outcome<{ id: number }>> {
  return editingPlan(acting, target, async (tx, plan) => {
    const errors = await change.errors(tx, plan);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const before = await change.before(tx, plan.id);
    await change.write(tx, plan.id);
    const after = await change.before(tx, plan.id);
    await recordPlanChange(tx, acting, plan, {
      before: { [change.name]: before },
      after: { [change.name]: after },
    });
    return done({ id: plan.id });
  });
}

export const editBasis = (acting: Acting, input: PlanTarget & { basis: readonly Basis[] }) =>
  editList(acting, input, {
    name: 'Căn cứ',
    errors: () => ({}),
    write: (tx, planId) => replaceBasis(tx, planId, input.basis),
    before: async (tx, planId) => {
      const rows = await tx
        .selectFrom('plan_basis')
        .selectAll()
        .where('plan_id', '=', planId)
        .orderBy('ord')
        .execute();
      return rows.map(
        (row) => `${row.kind} ${row.number}${row.dated_on ? ` ngày ${formatDate(row.dated_on)}` : ''}`,
      );
    },
  });

/** Errors come back under `stages.<n>.<field>`, n from 0. */
export const editStages = (acting: Acting, input: PlanTarget & { stages: readonly Stage[] }) =>
  editList(acting, input, {
    name: 'Giai đoạn',
    errors: (_tx, plan) =>
      Object.fromEntries(
        input.stages.flatMap((stage, n) =>
          Object.entries(stageErrors(stage, plan)).map(([field, sentence]) => [
            `stages.${n}.${field}`,
            sentence,
          ]),
        ),
      ),
    write: (tx, planId) => replaceStages(tx, planId, input.stages),
    before: async (tx, planId) => {
      const rows = await tx
        .selectFrom('stage')
        .select(['name', 'precision', 'from_on as fromOn', 'to_on as toOn'])
        .where('plan_id', '=', planId)
        .orderBy('ord')
        .execute();
      return rows.map(
        (row) => `${row.name} (${spanInWords({ ...row, precision: row.precision as Stage['precision'] })})`,
      );
    },
  });

export const editUnitPlanParts = (acting: Acting, input: PlanTarget & { names: readonly string[] }) =>
  editList(acting, input, {
    name: 'Phần phải có trong kế hoạch của đơn vị',
    errors: () => ({}),
    write: (tx, planId) => replaceUnitPlanParts(tx, planId, input.names),
    before: async (tx, planId) => {
      const rows = await tx
        .selectFrom('unit_plan_part')
        .select('name')
        .where('plan_id', '=', planId)
        .orderBy('ord')
        .execute();
      return rows.map((row) => row.name);
    },
  });

/** Guiding words of the parts of a unit's plan, by place; null: none. */
export const editUnitPlanHints = (
  acting: Acting,
  input: PlanTarget & { hints: ReadonlyMap<number, string | null> },
) =>
  editList(acting, input, {
    name: 'Lời gợi ý cho kế hoạch của đơn vị',
    errors: () => ({}),
    write: (tx, planId) => writeUnitPlanHints(tx, planId, input.hints),
    before: async (tx, planId) => {
      const rows = await unitPlanPartsOf(tx, planId);
      return rows.flatMap(({ name, hint }) => (hint ? [`${name}: ${hint}`] : []));
    },
  });

/** A movement in which exemplars were found stays; one that nobody used may be left out. */
export const editMovements = (acting: Acting, input: PlanTarget & { names: readonly string[] }) =>
  editList(acting, input, {
    name: 'Phong trào, cuộc vận động',
    errors: async (tx, plan) => {
      const used = await movementsOf(tx, plan.id);
      const lost = used.find((one) => one.exemplars > 0 && !input.names.includes(one.name));
      return lost
        ? {
            names: `Phong trào “${lost.name}” đang có ${lost.exemplars.toLocaleString('vi-VN')} điển hình nên không bỏ được.`,
          }
        : {};
    },
    write: async (tx, planId) => {
      const present = await movementsOf(tx, planId);
      const gone = present.filter(({ name }) => !input.names.includes(name)).map(({ id }) => id);
      if (gone.length > 0) await tx.deleteFrom('movement').where('id', 'in', gone).execute();
      const known = new Set(present.map(({ name }) => name));
      await insertMovements(
        tx,
        planId,
        input.names.filter((name) => !known.has(name)),
      );
    },
    before: async (tx, planId) => (await movementsOf(tx, planId)).map(({ name }) => name),
  });

const movementsOf = (tx: Tx, planId: number) =>
  tx
    .selectFrom('movement as m')
    .leftJoin('exemplar as e', 'e.movement_id', 'm.id')
    .select(({ fn }) => ['m.id', 'm.name', fn.count<number>('e.id').as('exemplars')])
    .where('m.plan_id', '=', planId)
    .groupBy('m.id')
    .orderBy('m.id')
    .execute();
