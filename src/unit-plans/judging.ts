import { awaitedOpinions } from '../desks/opinions.ts';
import { whyNotReturn } from '../desks/returns.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Judging } from './judge.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';

/** The level on whose desk a unit plan is decided, and that returns it. */
export const returningOffice = ({ stay, receiverId, officeId }: UnitPlanInView): number =>
  stay?.officeId ?? receiverId ?? officeId;

/** Reads what the rules ask before a step; whether it may come back once more only while it is being decided. */
export async function judgingOf(
  db: Reader,
  actor: Actor,
  plan: UnitPlanInView,
  today: Day,
): Promise<Judging> {
  const by = { paper: 'unit_plan' as const, paperId: plan.id, byOfficeId: returningOffice(plan) };
  return {
    actor,
    today,
    asked: await partsOfPlan(db, plan.planId),
    opinions: await awaitedOpinions(db, 'unit_plan', plan.id),
    returnRefusal: plan.state === 'submitted' ? await whyNotReturn(db, by, today) : null,
  };
}
