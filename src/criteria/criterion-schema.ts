import { z } from 'zod';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import {
  checkbox,
  choice,
  choices,
  optionalChoice,
  optionalId,
  optionalNumber,
  optionalText,
  optionalWholeNumber,
  optionalYear,
  parseVietnameseNumber,
  text,
} from '../web/form-fields.ts';
import { keyOf, type PerOption } from './grouping.ts';
import { CRITERION_KINDS, type CriterionKind, type Rule, VOTE_BASES } from './rule.ts';
import { type CriterionInput, LONGEST_CRITERION, MOST_POINTS } from './set-input.ts';

const MOST = 1e12;
const bound = (what: string) => optionalNumber(what, -MOST, MOST);

/** Every field that any kind of criterion has; those of other kinds are not in the form and count for nothing. */
const fields = z.object({
  kind: choice('loại tiêu chí', CRITERION_KINDS),
  name: text('nội dung tiêu chí', LONGEST_CRITERION),
  mandatory: checkbox,
  subjectKinds: choices('loại chủ thể', SUBJECT_KINDS),
  parentId: optionalId('nhóm'),
  points: optionalNumber('điểm tối đa', 0, MOST_POINTS),
  source: optionalText('nguồn', 500),
  hint: optionalText('hướng dẫn', 500),
  atLeast: bound('mức ít nhất'),
  atMost: bound('mức nhiều nhất'),
  unit: optionalText('đơn vị tính', 50),
  per: optionalText('mức theo nhóm', 2_000),
  of: optionalChoice('cách tính tỷ lệ', VOTE_BASES),
  from: optionalYear('năm đầu', 1900, 2200),
  to: optionalYear('năm cuối', 1900, 2200),
  rank: optionalWholeNumber('thứ hạng', 1, 100_000),
  norm: optionalText('định mức', 60),
  factor: optionalNumber('số lần', 0, 1_000_000),
  pass: optionalNumber('điểm chuẩn', 0, MOST_POINTS),
  n: optionalWholeNumber('số tiêu chí', 1, 100),
});
type Typed = z.infer<typeof fields>;

export const criterionForm = fields.transform((typed, context): { input: CriterionInput } => {
  const per = typedPer(typed.per ?? '');
  if (typeof per === 'string') context.addIssue({ code: 'custom', path: ['per'], message: per });
  const { name, mandatory, subjectKinds, parentId, points, source, hint } = typed;
  const rule = ruleIn(typed, typeof per === 'string' || Object.keys(per).length === 0 ? undefined : per);
  return { input: { name, mandatory, subjectKinds, parentId, points, source, hint, rule } };
});

/** "Xã đặc biệt khó khăn: 90", one option a line; a sentence where a line is none. */
function typedPer(typed: string): PerOption | string {
  const per: Record<string, number> = {};
  for (const line of typed.split('\n').flatMap((one) => one.trim() || [])) {
    const at = line.lastIndexOf(':');
    const figure = at < 0 ? null : parseVietnameseNumber(line.slice(at + 1).trim());
    if (figure === null)
      return `Không đọc được “${line.slice(0, 60)}”; hãy ghi như: Xã đặc biệt khó khăn: 90.`;
    per[keyOf(line.slice(0, at))] = figure;
  }
  return per;
}

function ruleIn(typed: Typed, per: PerOption | undefined): Rule {
  const { kind, atLeast, atMost, unit, of, from, to, rank, norm, factor, pass, n } = typed;
  const rules: Record<CriterionKind, Rule> = {
    yes_no: { kind: 'yes_no' },
    disqualifier: { kind: 'disqualifier' },
    threshold: { kind: 'threshold', atLeast, atMost, unit, per },
    vote_percent: { kind: 'vote_percent', atLeast, of: of ?? 'present' },
    every_year: { kind: 'every_year', from, to },
    rank_in_locality: { kind: 'rank_in_locality', rank },
    multiple_of_norm: { kind: 'multiple_of_norm', norm, factor },
    points: { kind: 'points', atLeast },
    points_sum: { kind: 'points_sum', pass, per },
    any_of: { kind: 'any_of', n },
  };
  return rules[kind];
}
