import { dutyCopying } from '../duties/copy-duties.ts';
import type { Acting } from '../identity/actor.ts';
import { decide } from '../plans/copy-decide.ts';
import { decisionsOf } from '../plans/copy-decisions.ts';
import { copyPlan } from '../plans/copy-plan.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { SAMPLE_TODAY } from './days.ts';
import { type People, personOf } from './load-people.ts';
import { OfficeHours } from './stage.ts';

const STANDING_OFFICER = 'tdkt.huyen';
const NEW_PERIOD = 2026;

/**
 * Kế hoạch 1711/KH-UBND copied to 2026–2030 as a draft, by the real command: with 148 communes and no districts. Two of
 * its decisions are taken, the rest wait for whoever looks at the demo.
 */
export async function playCopy(
  tx: Tx,
  loaded: { planId: number; people: People },
): Promise<{ planId: number }> {
  const acting: Acting = {
    db: tx,
    clock: new OfficeHours().at(SAMPLE_TODAY),
    actor: personOf(loaded.people, STANDING_OFFICER),
    ip: null,
    requestKey: null,
  };
  const { planId } = agreed(
    await copyPlan(acting, { id: loaded.planId, fromYear: NEW_PERIOD }, dutyCopying),
    'chép kế hoạch',
  );
  await tx.updateTable('plan').set({ is_sample: true }).where('id', '=', planId).execute();
  const decisions = await decisionsOf(tx, planId);
  const [coordination] = decisions.filter(({ about }) => about.kind === 'coordination');
  const [quota] = decisions.filter(({ about }) => about.kind === 'quota');
  const chosen = [
    { decision: coordination, choice: coordination?.suggested ?? null },
    { decision: quota, choice: 'keep' },
  ];
  for (const { decision, choice } of chosen) {
    if (!decision || choice === null) continue;
    agreed(
      await decide(acting, { planId, decisionId: decision.id, choice, other: null }, dutyCopying),
      decision.question,
    );
  }
  return { planId };
}
