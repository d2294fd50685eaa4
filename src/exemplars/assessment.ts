import type { AuditFields } from '../audit/record.ts';
import { type Answer, UNANSWERED } from '../criteria/answer.ts';
import { type Asked, type Assessed, assessBy } from '../criteria/asked.ts';
import { countResults, RESULT_NAMES, type Result } from '../criteria/finding.ts';
import { type Chosen, chosenInWords, type Grouping } from '../criteria/grouping.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { assessmentsOf, criteriaAsked } from './assessment-queries.ts';
import { changing } from './changing.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import { difference } from './record-difference.ts';
import { refusalToWork } from './work-rules.ts';

export interface AssessmentInput {
  id: number;
  version: number | null;
  /** Answers by id of the criterion; what is left out is unknown. */
  answers: ReadonlyMap<number, Answer>;
  /** The option of each grouping of the set; what is left out is not known. */
  groups?: Chosen;
  /** Another set than that of the field, in force today; null or left out: that of the field. */
  setId?: number | null;
}

/**
 * Assesses an exemplar by the criteria of its field as they are today, or by another set in force, and keeps the
 * edition and every answer with the result and its explanation. Earlier assessments stay; the latest one by the set of
 * the field counts.
 */
export function assessExemplar(acting: Acting, input: AssessmentInput): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'assessment');
    if (refusal) return refused(refusal);
    const setId = input.setId ?? null;
    const asked = await criteriaAsked(tx, exemplar, acting.clock.today(), setId);
    const nothing = refusalToAssess(exemplar, asked, input.answers, setId);
    if (nothing || !asked) return refused(nothing ?? NO_CRITERIA);
    const groups = input.groups ?? {};
    const assessed = assessBy(asked, input.answers, groups);
    const earlier = (await assessmentsOf(tx, [exemplar.id])).get(exemplar.id) ?? [];
    // of the same set, else what counted until now: the difference says that the set is another one
    const before =
      earlier.find(({ chain }) => chain === asked.set.chain) ?? (setId === null ? earlier[0] : undefined);
    await writeAssessment(tx, acting, exemplar.id, asked, { ...input, groups }, assessed);
    const now = {
      ...asked.set,
      groups,
      result: assessed.verdict.result,
      findings: findingsOf(asked, assessed),
    };
    const was = before
      ? inWords({
          ...before,
          name: before.setName,
          findings: before.answers.filter(({ parentId }) => parentId === null),
        })
      : {};
    await recordChange(tx, acting, exemplar, 'exemplar.assessed', { ...difference(was, inWords(now)) });
    return done({ id: exemplar.id });
  });
}

const NO_CRITERIA: Reason = {
  rule: 'criteria_set_missing',
  sentence:
    'Lĩnh vực của hồ sơ này chưa có bộ tiêu chí áp dụng cho loại điển hình này nên không có gì để đánh giá.',
};

const SET_NOT_IN_FORCE: Reason = {
  rule: 'set_not_in_force',
  sentence:
    'Bộ tiêu chí này nay không áp dụng, hoặc không dành cho loại điển hình này: hãy chọn bộ tiêu chí khác.',
};

/** Why there is nothing to assess by; null when there is. */
export function refusalToAssess(
  exemplar: Pick<ExemplarInView, 'fieldId'>,
  asked: Asked | null,
  answers: ReadonlyMap<number, Answer>,
  setId: number | null = null,
): Reason | null {
  if (setId !== null && !asked) return SET_NOT_IN_FORCE;
  if (exemplar.fieldId === null && setId === null) {
    return {
      rule: 'field_missing',
      sentence:
        'Chưa chọn lĩnh vực nên chưa biết đánh giá theo tiêu chí nào: hãy sửa hồ sơ và chọn lĩnh vực.',
    };
  }
  if (!asked || asked.criteria.length === 0) return NO_CRITERIA;
  const ids = new Set(asked.criteria.map((criterion) => criterion.id));
  if ([...answers.keys()].every((id) => ids.has(id))) return null;
  return {
    rule: 'criteria_changed',
    sentence:
      'Bộ tiêu chí của lĩnh vực đã thay đổi từ lúc mở biểu mẫu: hãy mở lại biểu mẫu và trả lời theo bộ mới.',
  };
}

async function writeAssessment(
  tx: Tx,
  acting: Acting,
  exemplarId: number,
  asked: Asked,
  input: { answers: ReadonlyMap<number, Answer>; groups: Chosen },
  { results, verdict }: Assessed,
): Promise<void> {
  const { id } = await tx
    .insertInto('assessment')
    .values({
      exemplar_id: exemplarId,
      criteria_set_id: asked.set.id,
      assessed_on: acting.clock.today(),
      assessed_by: acting.actor.accountId,
      groups: JSON.stringify(input.groups),
      result: verdict.result,
      summary: verdict.summary,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = asked.criteria.flatMap((criterion) => {
    const found = results.get(criterion.id);
    if (!found) return [];
    const { result, explanation, points } = found;
    return {
      assessment_id: id,
      criterion_id: criterion.id,
      answer: JSON.stringify(input.answers.get(criterion.id) ?? UNANSWERED),
      result,
      explanation,
      points: points?.reached ?? null,
      points_open: points?.open ?? null,
    };
  });
  await tx.insertInto('assessment_answer').values(rows).execute();
}

/** Criteria of a group count by their group. */
const findingsOf = ({ criteria }: Asked, { results }: Assessed): { result: Result }[] =>
  criteria
    .filter(({ parentId }) => parentId === null)
    .map(({ id }) => ({ result: results.get(id)?.result ?? 'unknown' }));

interface Told {
  name: string;
  edition: number;
  groupings: readonly Grouping[];
  groups: Chosen;
  result: Result;
  findings: readonly { result: Result }[];
}

function inWords({ name, edition, groupings, groups, result, findings }: Told): AuditFields {
  const count = countResults(findings.map((finding) => finding.result));
  const chosen = chosenInWords(groupings, groups);
  return {
    'bộ tiêu chí': edition > 1 ? `${name} (lần ${edition})` : name,
    ...(chosen ? { nhóm: chosen } : {}),
    'kết luận': RESULT_NAMES[result],
    'tiêu chí đạt': count.met,
    'tiêu chí không đạt': count.not_met,
    'tiêu chí chưa rõ': count.unknown,
  };
}
