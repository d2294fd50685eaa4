import type { AuditFields } from '../audit/record.ts';
import { type Answer, UNANSWERED } from '../criteria/answer.ts';
import { countResults, type Finding } from '../criteria/assess.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { type Asked, criteriaAsked, findingFor, latestAssessment } from './assessment-queries.ts';
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
}

/**
 * Assesses an exemplar by the criteria of its field as they are today, and keeps the set and every answer with the
 * result and its explanation. Earlier assessments stay; the latest one counts.
 */
export function assessExemplar(acting: Acting, input: AssessmentInput): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'assessment');
    if (refusal) return refused(refusal);
    const asked = await criteriaAsked(tx, exemplar, acting.clock.today());
    const nothing = refusalToAssess(exemplar, asked, input.answers);
    if (nothing || !asked) return refused(nothing ?? NO_CRITERIA);
    const before = await latestAssessment(tx, exemplar.id);
    const findings = await writeAssessment(tx, acting, exemplar.id, asked, input.answers);
    const was = before ? inWords(before.setName, before.answers) : {};
    await recordChange(tx, acting, exemplar, 'exemplar.assessed', {
      ...difference(was, inWords(asked.set.name, findings)),
    });
    return done({ id: exemplar.id });
  });
}

const NO_CRITERIA: Reason = {
  rule: 'criteria_set_missing',
  sentence:
    'Lĩnh vực của hồ sơ này chưa có bộ tiêu chí áp dụng cho loại điển hình này nên không có gì để đánh giá.',
};

/** Why there is nothing to assess by; null when there is. */
export function refusalToAssess(
  exemplar: Pick<ExemplarInView, 'fieldId'>,
  asked: Asked | null,
  answers: ReadonlyMap<number, Answer>,
): Reason | null {
  if (exemplar.fieldId === null) {
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
  answers: AssessmentInput['answers'],
): Promise<Finding[]> {
  const { id } = await tx
    .insertInto('assessment')
    .values({
      exemplar_id: exemplarId,
      criteria_set_id: asked.set.id,
      assessed_on: acting.clock.today(),
      assessed_by: acting.actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = asked.criteria.map((criterion) => {
    const answer = answers.get(criterion.id) ?? UNANSWERED;
    const kept = { assessment_id: id, criterion_id: criterion.id, answer: JSON.stringify(answer) };
    return { ...kept, ...findingFor(criterion, answer) };
  });
  await tx.insertInto('assessment_answer').values(rows).execute();
  return rows;
}

function inWords(setName: string, findings: readonly Pick<Finding, 'result'>[]): AuditFields {
  const count = countResults(findings.map((finding) => finding.result));
  return {
    'bộ tiêu chí': setName,
    'tiêu chí đạt': count.met,
    'tiêu chí không đạt': count.not_met,
    'tiêu chí chưa rõ': count.unknown,
  };
}
