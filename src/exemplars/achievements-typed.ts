import type { Acting } from '../identity/actor.ts';
import { done, notFound, type Outcome } from '../platform/outcome.ts';
import { addAchievement, changeAchievement, contradictAchievement } from './achievements.ts';
import { readFigure } from './achievements-figure.ts';
import type { AchievementTyped, ContradictTyped } from './achievements-forms.ts';
import type { AchievementFacts } from './achievements-words.ts';
import type { WorkInput } from './work-form.tsx';

/** Done, and what was understood of a figure that was typed in another unit. */
export type Understood = Promise<Outcome<{ id: number; understood: string | null }>>;

type Typed = WorkInput<AchievementTyped>;

/** Adds an achievement as it was typed. */
export const addTypedAchievement = (acting: Acting, input: Typed): Understood =>
  withFacts(acting, input, addAchievement);

/** Changes an achievement as it was typed. */
export const changeTypedAchievement = (acting: Acting, input: Typed): Understood =>
  withFacts(acting, input, changeAchievement);

async function withFacts(
  acting: Acting,
  input: Typed,
  command: (acting: Acting, facts: WorkInput<AchievementFacts>) => Promise<Outcome<{ id: number }>>,
): Understood {
  const { value, valueBefore, ...rest } = input;
  const read = await readFigure(acting.db, { measureId: rest.measureId, amounts: { value, valueBefore } });
  if (!read.ok) return read;
  const { values, understood } = read.value;
  const facts = {
    ...rest,
    value: values.value ?? null,
    valueBefore: values.valueBefore ?? null,
    asTyped: understood === null ? null : value,
  };
  const outcome = await command(acting, facts);
  return outcome.ok ? done({ ...outcome.value, understood }) : outcome;
}

/** Keeps what another source says, its figure read by the unit of the achievement. */
export async function contradictTyped(acting: Acting, input: WorkInput<ContradictTyped>): Understood {
  const { value, ...rest } = input;
  const kept = await acting.db
    .selectFrom('achievement')
    .select('measure_id')
    .where('id', '=', input.item)
    .where('exemplar_id', '=', input.id)
    .executeTakeFirst();
  if (!kept) return notFound();
  const read = await readFigure(acting.db, { measureId: kept.measure_id, amounts: { value } });
  if (!read.ok) return read;
  const { values, understood } = read.value;
  const outcome = await contradictAchievement(acting, { ...rest, value: values.value ?? null });
  return outcome.ok ? done({ ...outcome.value, understood }) : outcome;
}
