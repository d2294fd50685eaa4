import { z } from 'zod';
import { formatNumber } from '../ui/format.ts';

/**
 * What a criterion asks, read from its row (`criterion.kind`, `criterion.params`). Null is a norm that nobody has
 * entered yet: such a criterion is never met and never failed.
 */
export type Rule =
  | { kind: 'yes_no' }
  /** params `{"at_least": 1.5, "unit": "lần"}` or `{"at_most": 5, "unit": "%"}`; both bounds count as within. */
  | { kind: 'threshold'; atLeast: number | null; atMost: number | null; unit: string | null }
  /** params `{"from": 2016, "to": 2020}`; a year that is left out follows the plan, see `years.ts`. */
  | { kind: 'every_year'; from: number | null; to: number | null }
  /** params `{"rank": 1}`: among the first so many of its locality. */
  | { kind: 'rank_in_locality'; rank: number | null };

export type CriterionKind = Rule['kind'];

export const CRITERION_KIND_NAMES: Record<CriterionKind, string> = {
  yes_no: 'Có hoặc không',
  threshold: 'So với định mức',
  every_year: 'Hằng năm',
  rank_in_locality: 'Thứ hạng tại địa phương',
};

const number = z.number().nullable().catch(null);
const year = z.int().min(1900).max(2200).nullable().catch(null);
const paramsShape = z
  .object({
    at_least: number.default(null),
    at_most: number.default(null),
    unit: z.string().min(1).nullable().catch(null).default(null),
    from: year.default(null),
    to: year.default(null),
    rank: z.int().min(1).nullable().catch(null).default(null),
  })
  .catch({ at_least: null, at_most: null, unit: null, from: null, to: null, rank: null });

/** Reads the rule of a row; what is not a norm is a norm that is not known. */
export function ruleOf(kind: CriterionKind, params: unknown): Rule {
  const { at_least, at_most, unit, from, to, rank } = paramsShape.parse(params);
  switch (kind) {
    case 'yes_no':
      return { kind };
    case 'threshold':
      return { kind, atLeast: at_least, atMost: at_most, unit };
    case 'every_year':
      return { kind, from, to };
    case 'rank_in_locality':
      return { kind, rank };
  }
}

/** What is asked, in a few words: "ít nhất 1,5 lần", "mọi năm từ 2016 đến 2020". */
export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'yes_no':
      return 'có';
    case 'threshold':
      return boundsInWords(rule) ?? 'chưa có định mức';
    case 'every_year':
      return spanInWords(rule);
    case 'rank_in_locality':
      return rankInWords(rule.rank);
  }
}

/** Null when neither bound is known. */
export function boundsInWords({
  atLeast,
  atMost,
  unit,
}: Extract<Rule, { kind: 'threshold' }>): string | null {
  const bounds = [
    ...(atLeast === null ? [] : [`ít nhất ${withUnit(atLeast, unit)}`]),
    ...(atMost === null ? [] : [`nhiều nhất ${withUnit(atMost, unit)}`]),
  ];
  return bounds.length > 0 ? bounds.join(', ') : null;
}

/** "1,5 lần", "5%". */
export const withUnit = (value: number, unit: string | null): string =>
  `${formatNumber(value)}${unit === null ? '' : unit.startsWith('%') ? unit : ` ${unit}`}`;

function spanInWords({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null && to === null) return 'mọi năm của kế hoạch đã qua';
  if (to === null) return `mọi năm từ ${from}`;
  return from === null ? `mọi năm của kế hoạch đến ${to}` : `mọi năm từ ${from} đến ${to}`;
}

export function rankInWords(rank: number | null): string {
  if (rank === null) return 'chưa có định mức';
  return rank === 1 ? 'đứng đầu địa phương' : `trong nhóm ${formatNumber(rank)} đầu của địa phương`;
}
