import { z } from 'zod';
import type { PerOption } from './grouping.ts';

/**
 * What a criterion asks, read from its row (`criterion.kind`, `criterion.params`). Null is a norm that nobody has
 * entered yet: such a criterion is never met and never failed. `per` holds figures of single options of a grouping.
 */
export type Rule =
  | { kind: 'yes_no' }
  /** "Yes" means that the subject is out, whatever else it meets. */
  | { kind: 'disqualifier' }
  /**
   * params `{"at_least": 1.5, "unit": "lần"}` or `{"at_most": 5, "unit": "%"}`; both bounds count as within. `per`
   * stands for the upper bound where that is the only one, else for the lower one.
   */
  | {
      kind: 'threshold';
      atLeast: number | null;
      atMost: number | null;
      unit: string | null;
      per?: PerOption | undefined;
    }
  /** params `{"at_least": 90, "of": "present"}`: percent of those present, or of all. */
  | { kind: 'vote_percent'; atLeast: number | null; of: VoteBase }
  /** params `{"from": 2016, "to": 2020}`; a year that is left out follows the plan, see `years.ts`. */
  | { kind: 'every_year'; from: number | null; to: number | null }
  /** params `{"rank": 1}`: among the first so many of its locality. */
  | { kind: 'rank_in_locality'; rank: number | null }
  /** params `{"norm": "thu-nhap-ntm", "factor": 1.5}`: so many times the norm in force on the day, see `norm.ts`. */
  | { kind: 'multiple_of_norm'; norm: string | null; factor: number | null }
  /** params `{"at_least": 16}`: points given by the one who assesses; `at_least` is a minimum of its own, if any. */
  | { kind: 'points'; atLeast: number | null }
  /** params `{"pass": 95, "per": {"xa-dac-biet-kho-khan": 90}}`: the points of its criteria together. */
  | { kind: 'points_sum'; pass: number | null; per?: PerOption | undefined }
  /** params `{"n": 1}`: at least so many of its criteria. */
  | { kind: 'any_of'; n: number | null };

export type CriterionKind = Rule['kind'];

export const VOTE_BASES = ['present', 'all'] as const;
export type VoteBase = (typeof VOTE_BASES)[number];

export const VOTE_BASE_NAMES: Record<VoteBase, string> = {
  present: 'số người dự họp',
  all: 'tổng số người có quyền biểu quyết',
};

export const CRITERION_KINDS = [
  'yes_no',
  'threshold',
  'vote_percent',
  'every_year',
  'rank_in_locality',
  'multiple_of_norm',
  'points',
  'points_sum',
  'any_of',
  'disqualifier',
] as const satisfies readonly CriterionKind[];

export const CRITERION_KIND_NAMES: Record<CriterionKind, string> = {
  yes_no: 'Có hoặc không',
  disqualifier: 'Điều kiện loại',
  threshold: 'So với định mức',
  vote_percent: 'Tỷ lệ tán thành',
  every_year: 'Hằng năm',
  rank_in_locality: 'Thứ hạng tại địa phương',
  multiple_of_norm: 'Gấp nhiều lần một định mức',
  points: 'Chấm điểm',
  points_sum: 'Tổng điểm của một nhóm',
  any_of: 'Đạt một số trong nhóm',
};

/** Kinds that hold other criteria, and are judged by them. */
export const isGroup = (kind: CriterionKind): kind is 'points_sum' | 'any_of' =>
  kind === 'points_sum' || kind === 'any_of';

/** Kinds that may stand within a group: no group within a group, and what disqualifies counts by itself. */
export const mayStandIn = (parent: CriterionKind, kind: CriterionKind): boolean =>
  !isGroup(kind) && kind !== 'disqualifier' && (kind !== 'points' || parent === 'points_sum');

const number = z.number().nullable().catch(null).default(null);
const year = z.int().min(1900).max(2200).nullable().catch(null).default(null);
const count = z.int().min(1).nullable().catch(null).default(null);
const word = z.string().min(1).nullable().catch(null).default(null);
const paramsShape = z.object({
  at_least: number,
  at_most: number,
  unit: word,
  per: z.record(z.string(), z.number()).optional().catch(undefined),
  of: z.enum(VOTE_BASES).catch('present').default('present'),
  from: year,
  to: year,
  rank: count,
  norm: word,
  factor: number,
  pass: number,
  n: count,
});
const NOTHING = paramsShape.parse({});

/** Reads the rule of a row; what is not a norm is a norm that is not known. */
export function ruleOf(kind: CriterionKind, params: unknown): Rule {
  const read = paramsShape.catch(NOTHING).parse(params);
  switch (kind) {
    case 'yes_no':
    case 'disqualifier':
      return { kind };
    case 'threshold':
      return { kind, atLeast: read.at_least, atMost: read.at_most, unit: read.unit, per: read.per };
    case 'vote_percent':
      return { kind, atLeast: read.at_least, of: read.of };
    case 'every_year':
      return { kind, from: read.from, to: read.to };
    case 'rank_in_locality':
      return { kind, rank: read.rank };
    case 'multiple_of_norm':
      return { kind, norm: read.norm, factor: read.factor };
    case 'points':
      return { kind, atLeast: read.at_least };
    case 'points_sum':
      return { kind, pass: read.pass, per: read.per };
    case 'any_of':
      return { kind, n: read.n };
  }
}

export type Params = Record<string, number | string | PerOption>;

/** The row of a rule: the other way round of `ruleOf`. */
export function paramsOf(rule: Rule): Params {
  const { kind: _kind, atLeast, atMost, ...rest } = { atLeast: null, atMost: null, ...rule };
  const all = { at_least: atLeast, at_most: atMost, ...rest };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== undefined),
  ) as Params;
}
