import type { Acting } from '../identity/actor.ts';
import { done, notFound, type Outcome } from '../platform/outcome.ts';
import { readFigure } from './achievements-figure.ts';
import type { ContradictTyped } from './achievements-forms.ts';
import type { Understood } from './achievements-typed.ts';
import {
  addContribution,
  type ContributionFacts,
  changeContribution,
  contradictContribution,
} from './contributions.ts';
import type { ContributionTyped } from './contributions-forms.ts';
import type { WorkInput } from './work-form.tsx';

type Typed = WorkInput<ContributionTyped>;

/** Adds a contribution as it was typed. */
export const addTypedContribution = (acting: Acting, input: Typed): Understood =>
  withFacts(acting, input, addContribution);

/** Changes a contribution as it was typed. */
export const changeTypedContribution = (acting: Acting, input: Typed): Understood =>
  withFacts(acting, input, changeContribution);

async function withFacts(
  acting: Acting,
  { amount, ...rest }: Typed,
  command: (acting: Acting, facts: WorkInput<ContributionFacts>) => Promise<Outcome<{ id: number }>>,
): Understood {
  const read = await readFigure(acting.db, { measureId: rest.measureId, amounts: { amount } });
  if (!read.ok) return read;
  const { values, understood } = read.value;
  const asTyped = understood === null ? null : amount;
  const outcome = await command(acting, { ...rest, amount: values.amount ?? 0, asTyped });
  return outcome.ok ? done({ ...outcome.value, understood }) : outcome;
}

/** Keeps what another source says of a contribution, its figure read by the unit of the measure. */
export async function contradictTypedContribution(
  acting: Acting,
  input: WorkInput<ContradictTyped>,
): Understood {
  const { value, ...rest } = input;
  const kept = await acting.db
    .selectFrom('contribution')
    .select('measure_id')
    .where('id', '=', input.item)
    .where('exemplar_id', '=', input.id)
    .executeTakeFirst();
  if (!kept) return notFound();
  const read = await readFigure(acting.db, { measureId: kept.measure_id, amounts: { value } });
  if (!read.ok) return read;
  const { values, understood } = read.value;
  const outcome = await contradictContribution(acting, { ...rest, value: values.value ?? null });
  return outcome.ok ? done({ ...outcome.value, understood }) : outcome;
}
