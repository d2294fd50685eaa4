import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { changingUnitPlan, type UnitPlanTarget } from './changing.ts';
import { mayBeLinked } from './link-queries.ts';
import { note } from './note.ts';
import type { UnitPlanInView } from './queries.ts';

export interface LinkInput extends UnitPlanTarget {
  /** Place of the exemplar in the list of the plan, the first being 1. */
  ord: number;
  /** Null: takes the link off. */
  exemplarId: number | null;
}

/** Why this person may not say which file came of a listed exemplar; null when they may. Whether the text is locked does not matter: a link changes no word of it. */
export function refusalToLink({ mayWrite, officeName }: UnitPlanInView): Reason | null {
  if (mayWrite) return null;
  return {
    rule: 'wrong_role',
    sentence: `Việc gắn hồ sơ do cán bộ của ${officeName} thực hiện; tài khoản của bạn chỉ được xem.`,
  };
}

/** Says which registered file came of an exemplar that the office listed in its plan, or takes that back. */
export function linkExemplar(acting: Acting, input: LinkInput): Promise<Outcome<{ id: number }>> {
  return changingUnitPlan(acting, input, async (tx, plan) => {
    const refusal = refusalToLink(plan);
    if (refusal) return refused(refusal);
    const row = await listedRow(tx, plan.id, input.ord);
    if (!row) return notFound();
    const wrong = await whyNotThis(tx, acting, plan, { key: row.key, exemplarId: input.exemplarId });
    if (wrong) return invalid({ exemplar: wrong });
    await tx
      .deleteFrom('unit_plan_exemplar_link')
      .where('unit_plan_id', '=', plan.id)
      .where('name_key', '=', row.key)
      .execute();
    if (input.exemplarId !== null) {
      await tx
        .insertInto('unit_plan_exemplar_link')
        .values({
          unit_plan_id: plan.id,
          name_key: row.key,
          exemplar_id: input.exemplarId,
          linked_on: acting.clock.today(),
          linked_by: acting.actor.accountId,
        })
        .execute();
    }
    await tx
      .updateTable('unit_plan')
      .set({ version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    const what = `Hồ sơ của “${row.name}”`;
    await note(tx, acting, plan, 'unit_plan.exemplar_linked', {
      before: { [what]: await nameOf(tx, row.linkedId) },
      after: { [what]: await nameOf(tx, input.exemplarId) },
    });
    return done({ id: plan.id });
  });
}

const listedRow = (tx: Tx, unitPlanId: number, ord: number) =>
  tx
    .selectFrom('unit_plan_exemplar as x')
    .leftJoin('unit_plan_exemplar_link as l', (join) =>
      join
        .onRef('l.unit_plan_id', '=', 'x.unit_plan_id')
        .on('l.name_key', '=', sql<string>`search_key(x.name)`),
    )
    .select(['x.name', sql<string>`search_key(x.name)`.as('key'), 'l.exemplar_id as linkedId'])
    .where('x.unit_plan_id', '=', unitPlanId)
    .where('x.ord', '=', ord)
    .executeTakeFirst();

/** What is wrong with the choice; a file stands for one row of a plan only, or the count of those registered would be too high. */
async function whyNotThis(
  tx: Tx,
  acting: Acting,
  plan: UnitPlanInView,
  { key, exemplarId }: { key: string; exemplarId: number | null },
): Promise<string | null> {
  if (exemplarId === null) return null;
  if (!(await mayBeLinked(tx, acting.actor, plan, exemplarId)))
    return 'Hồ sơ này không thuộc kế hoạch và phạm vi của đơn vị; hãy chọn lại trong danh sách.';
  const taken = await tx
    .selectFrom('unit_plan_exemplar_link as l')
    .leftJoin('unit_plan_exemplar as x', (join) =>
      join
        .onRef('x.unit_plan_id', '=', 'l.unit_plan_id')
        .on('l.name_key', '=', sql<string>`search_key(x.name)`),
    )
    .select(['x.name', 'l.name_key'])
    .where('l.unit_plan_id', '=', plan.id)
    .where('l.exemplar_id', '=', exemplarId)
    .where('l.name_key', '<>', key)
    .executeTakeFirst();
  if (!taken) return null;
  if (taken.name !== null)
    return `Hồ sơ này đã gắn với “${taken.name}”; bỏ gắn ở đó trước, hoặc chọn hồ sơ khác.`;
  // it was linked to a row that is no longer listed: the link goes where the name went
  await tx
    .deleteFrom('unit_plan_exemplar_link')
    .where('unit_plan_id', '=', plan.id)
    .where('name_key', '=', taken.name_key)
    .execute();
  return null;
}

async function nameOf(tx: Tx, exemplarId: number | null): Promise<string | null> {
  if (exemplarId === null) return null;
  const row = await tx
    .selectFrom('exemplar')
    .select('full_name')
    .where('id', '=', exemplarId)
    .executeTakeFirst();
  return row?.full_name ?? null;
}
