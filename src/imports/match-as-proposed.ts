import type { Acting } from '../identity/actor.ts';
import { notFound, type Outcome } from '../platform/outcome.ts';
import { contentOf, findBatch } from './batch.ts';
import type { Choices } from './choices.ts';
import { unpackTables } from './content.ts';
import { planRows } from './plan-rows.ts';
import { proposeChoices } from './propose.ts';
import { keepPlan } from './steps.ts';
import { targetOf } from './targets.ts';

/**
 * Matches a list as the program proposes, without a person: for the sample, the bench and tests. What is not right in the
 * proposal is put right by `choose`.
 */
export async function matchAsProposed(
  acting: Acting,
  id: number,
  choose: (choices: Choices) => Choices = (choices) => choices,
): Promise<Outcome<{ id: number }>> {
  const { db, actor, clock } = acting;
  const batch = await findBatch(db, actor, id);
  const target = batch && targetOf(batch.target);
  const content = await contentOf(db, id);
  if (!batch || !target || !content) return notFound();
  const tables = await unpackTables(content);
  const chosen = { table: null, font: 'auto' as const, headFrom: null, headTo: null };
  const proposal = await proposeChoices(db, actor, clock.today(), { batch, target, tables, chosen });
  const choices = choose(proposal.choices);
  const raw = tables[choices.table];
  if (!raw) return notFound();
  const plan = await planRows(db, actor, clock.today(), target, raw, choices);
  return keepPlan(acting, { id, version: null, choices, plan });
}
