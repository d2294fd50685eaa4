import { type DecisionInput, prepare } from '../src/choosing/prepare.ts';
import type { Actor } from '../src/identity/actor.ts';
import { type MadePlan, makePlan } from './factories.ts';
import { answerOf, as, type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';

type Quota = Parameters<typeof makePlan>[2];

/** A field of its own with complete proposals, of households, that nobody of the lead office proposed. */
export async function fieldWith(
  world: ExemplarWorld,
  quota: Quota,
  candidates: number,
): Promise<{ plan: MadePlan; ids: number[] }> {
  const plan = await makePlan(world.db, world.place.lead, quota);
  const ids: number[] = [];
  for (let n = 0; n < candidates; n++)
    ids.push(await candidate(world, plan, `Nguyễn Văn ${LETTERS[n % 20]}${n}`));
  return { plan, ids };
}

const LETTERS = 'ABCDEGHIKLMNOPQRSTUV';

export const candidate = (
  world: ExemplarWorld,
  plan: MadePlan,
  fullName: string,
  more: Partial<Parameters<typeof makeExemplar>[1]> = {},
): Promise<number> =>
  makeExemplar(world, { state: 'proposed', kind: 'household', complete: true, plan, fullName, ...more });

/** Prepares a decision by the officer of the lead office unless told, and answers its list. */
export async function prepared(
  world: ExemplarWorld,
  plan: MadePlan,
  exemplarId: number,
  decision: Partial<DecisionInput> = {},
  by: Actor = world.lead,
): Promise<number> {
  const action = decision.action ?? 'choose';
  const input: DecisionInput & { fieldId: number } = {
    ...{ fieldId: plan.fieldId, exemplarId, exemplarVersion: null, decisionVersion: null, action },
    ...{ reason: action === 'choose' ? null : 'Chưa đủ tiêu biểu so với hồ sơ khác', overrideReason: null },
    ...decision,
  };
  return answerOf(await prepare(as(world, by), input)).listId;
}
