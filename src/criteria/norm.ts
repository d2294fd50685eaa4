import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { type Chosen, type Grouping, keyOf } from './grouping.ts';

/** A figure that law or a decision sets, for a time and perhaps a region. */
export interface Norm {
  key: string;
  name: string;
  unit: string;
  /** Null: everywhere. */
  region: string | null;
  /** Null: there is such a norm, but nobody has entered how much. */
  value: number | null;
  validFrom: Day;
  validTo: Day | null;
}

export interface NormsFor {
  /** Every norm that may hold; one when the region is known or makes no difference. Null: no row, or marked unknown. */
  values: readonly (Norm | null)[];
  open: Grouping | null;
  /** Why a value is missing, without a full stop; null when none is. */
  missing: string | null;
}

export const inForce = ({ validFrom, validTo }: Pick<Norm, 'validFrom' | 'validTo'>, day: Day): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/** The norm in force on a day, for the region that was chosen; where there is none for the region, that for everywhere. */
export function normFor(
  key: string,
  around: { norms: readonly Norm[]; day: Day; groupings: readonly Grouping[]; chosen: Chosen },
): NormsFor {
  const { norms, day, groupings, chosen } = around;
  const named = norms.filter((norm) => norm.key === key);
  const rows = named.filter((norm) => inForce(norm, day));
  const name = named[0]?.name ?? key;
  const general = rows.find(({ region }) => region === null) ?? null;
  const of = (option: string) =>
    rows.find(({ region }) => region !== null && keyOf(region) === option) ?? general;
  const missingFor = (found: readonly { norm: Norm | null; where: string | null }[]) => {
    const without = found.filter(({ norm }) => norm === null || norm.value === null);
    if (without.length === 0) return null;
    const where = without.flatMap((one) => (one.where ? [`“${one.where}”`] : [])).join(', ');
    return `chưa có định mức “${name}”${where ? ` cho ${where}` : ''} vào ngày ${formatDate(day)}`;
  };
  // regions count also when their rows are of another day: then the norm of the region is what is missing
  const regions = new Set(named.flatMap(({ region }) => (region === null ? [] : [keyOf(region)])));
  const grouping = groupings.find(({ options }) => options.some((option) => regions.has(option.key)));
  if (!grouping)
    return { values: [general], open: null, missing: missingFor([{ norm: general, where: null }]) };
  const option = grouping.options.find((one) => one.key === chosen[grouping.key]);
  const found = (option ? [option] : grouping.options).map((one) => ({ norm: of(one.key), where: one.name }));
  const different = new Set(found.map(({ norm }) => norm?.value ?? null)).size > 1;
  return {
    values: found.map(({ norm }) => norm),
    open: !option && different ? grouping : null,
    missing: missingFor(found),
  };
}
