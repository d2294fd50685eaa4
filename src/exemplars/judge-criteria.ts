import type { Reason } from '../platform/outcome.ts';

/** What the latest assessment by the set of the field says. */
export interface CriteriaFacts {
  /** Has the field a criteria set that asks anything of this kind of subject? */
  asked: boolean;
  /** Is there an assessment by the field's present criteria set? */
  assessed: boolean;
  /** Names of the disqualifying conditions that the latest assessment finds to hold. */
  disqualifiedBy: readonly string[];
  /** Names of the mandatory criteria that the latest assessment finds not met; points below their pass mark too. */
  notMet: readonly string[];
  /** Names of the mandatory criteria without an answer or with "unknown". */
  unknown: readonly string[];
}

/** Nothing disqualifies and no mandatory criterion is found not met; points count by their pass mark. */
export function judgeMet(criteria: CriteriaFacts): Reason | null {
  if (!criteria.asked) return null;
  if (!criteria.assessed) {
    return {
      rule: 'assessment_missing',
      sentence: 'Chưa đánh giá theo bộ tiêu chí của lĩnh vực: hãy đánh giá ở mục “Tiêu chí”.',
      mayOverride: true,
    };
  }
  if (criteria.disqualifiedBy.length > 0) {
    return {
      rule: 'criteria_disqualified',
      sentence: `Vướng điều kiện loại ${quoted(criteria.disqualifiedBy)}: hãy xác minh; nếu không đúng thì đánh giá lại ở mục “Tiêu chí”.`,
      mayOverride: true,
    };
  }
  if (criteria.notMet.length === 0) return null;
  return {
    rule: 'criteria_not_met',
    sentence: `Chưa đạt tiêu chí bắt buộc ${quoted(criteria.notMet)}: hãy bổ sung thành tích rồi đánh giá lại.`,
    mayOverride: true,
  };
}

/** No mandatory criterion is unknown. */
export function judgeKnown(criteria: CriteriaFacts): Reason | null {
  if (!criteria.asked || !criteria.assessed || criteria.unknown.length === 0) return null;
  return {
    rule: 'criteria_unknown',
    sentence: `Chưa rõ có đạt tiêu chí bắt buộc ${quoted(criteria.unknown)} hay không: hãy xác minh rồi đánh giá lại.`,
    mayOverride: true,
  };
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
