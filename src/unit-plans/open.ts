import { record } from '../audit/record.ts';
import { periodInWords } from '../calendar/periods.ts';
import { sidesOver } from '../desks/sides.ts';
import { moveToDesk } from '../desks/stay.ts';
import { type DutyItem, findItem } from '../duties/queries.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { replaceRows } from './content-queries.ts';
import { copyOf, previousUnitPlan } from './previous.ts';
import { judgePeriod, judgePlanInForce } from './rules.ts';

export interface OpenInput {
  /** The item of a duty that asks for the plan. */
  itemId: number;
  /** Begin with the words of the latest plan of the office, or of the offices before it. */
  fromPrevious: boolean;
}

export interface Opened {
  id: number;
  /** What was taken over from which plan; null when nothing was. */
  copied: string | null;
}

/**
 * Opens the draft that a duty asks an office for, or leads to the one that exists. It lies on the office's own desk
 * until it is sent.
 */
export function openUnitPlan(acting: Acting, input: OpenInput): Promise<Outcome<Opened>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const today = acting.clock.today();
    const item = await unitPlanItem(tx, acting, input.itemId);
    if (!item) return notFound();
    const there = await unitPlanFor(tx, item);
    if (there !== null) return done({ id: there, copied: null });
    const reasons = await refusalsToOpen(tx, acting, item, today);
    if (reasons.length > 0) return refused(...reasons);
    return make(tx, acting, item, input.fromPrevious);
  });
}

/** The item of a duty to write a plan; null when it is none, or out of the actor's reach. */
export async function unitPlanItem(db: Reader, acting: Acting, itemId: number): Promise<DutyItem | null> {
  const item = await findItem(db, acting.actor, itemId, acting.clock.today());
  return item?.what === 'unit_plan' ? item : null;
}

/** The unit plan that answers an item; null when nobody has begun it. */
export async function unitPlanFor(
  db: Reader,
  item: Pick<DutyItem, 'planId' | 'officeId' | 'periodFrom' | 'periodTo'>,
): Promise<number | null> {
  const row = await db
    .selectFrom('unit_plan')
    .select('id')
    .where('plan_id', '=', item.planId)
    .where('office_id', '=', item.officeId)
    .where('period_from', '<=', item.periodTo)
    .where('period_to', '>=', item.periodFrom)
    .orderBy('period_from')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Why the actor may not open the plan that an item asks for; empty when they may. */
export async function refusalsToOpen(
  db: Reader,
  acting: Acting,
  item: DutyItem,
  today: Day,
): Promise<Reason[]> {
  if (!sidesOver(acting.actor, { officePath: item.officePath, deskPath: null }).has('author')) {
    return [
      {
        rule: 'wrong_role',
        sentence: `Kế hoạch của ${item.officeName} do cán bộ của đơn vị đó soạn; tài khoản của bạn không giữ vai trò đó.`,
      },
    ];
  }
  const plan = await db
    .selectFrom('plan')
    .select(['number as planNumber', 'state as planState', 'period_from as planFrom', 'period_to as planTo'])
    .where('id', '=', item.planId)
    .executeTakeFirstOrThrow();
  return [judgePlanInForce(plan), judgePeriod(plan, today)].filter((reason) => reason !== null);
}

async function make(tx: Tx, acting: Acting, item: DutyItem, fromPrevious: boolean): Promise<Outcome<Opened>> {
  const period = { from: item.periodFrom, to: item.periodTo };
  const previous = fromPrevious ? await previousUnitPlan(tx, item) : null;
  const copy = previous ? await copyOf(tx, previous, item.planId) : null;
  const made = await tx
    .insertInto('unit_plan')
    .values({
      plan_id: item.planId,
      office_id: item.officeId,
      period_from: period.from,
      period_to: period.to,
      copied_from_id: previous?.id ?? null,
      ...(copy ? { words: JSON.stringify(copy.words), paper: JSON.stringify(copy.paper) } : {}),
    })
    .onConflict((conflict) => conflict.columns(['plan_id', 'office_id', 'period_from']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // somebody else opened it at the same moment
  if (!made) return done({ id: (await unitPlanFor(tx, item)) ?? 0, copied: null });
  if (copy) await replaceRows(tx, made.id, copy);
  await moveToDesk(
    tx,
    {
      paper: 'unit_plan',
      paperId: made.id,
      officeId: item.officeId,
      dueOn: item.dueOn,
      waitsFor: 'đơn vị viết và gửi kế hoạch',
      movedBy: acting.actor.accountId,
    },
    acting.clock.today(),
  );
  await record(tx, acting, {
    kind: 'unit_plan.opened',
    thingId: made.id,
    thingVersion: 1,
    officeId: item.officeId,
    after: { 'Kế hoạch': item.planNumber, Kỳ: periodInWords(period), 'Lấy lại từ': copy?.told ?? null },
  });
  return done({ id: made.id, copied: copy?.told ?? null });
}
