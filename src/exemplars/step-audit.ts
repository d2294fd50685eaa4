import type { AuditFields } from '../audit/record.ts';
import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import { difference } from './record-difference.ts';
import { LEVEL_NAMES, MATURITY_NAMES } from './show-words.ts';
import type { LifeFields } from './step-effect.ts';
import { exemplarWorkflow } from './workflow.ts';

/** The rules that may be overridden, as the audit and the life line name what was passed over. */
export const OVERRIDDEN_RULE_NAMES: Readonly<Record<string, string>> = {
  endorsement_missing: 'chưa có biên bản suy tôn',
  endorsement_rejected: 'cuộc họp suy tôn không tán thành',
  assessment_missing: 'chưa đánh giá theo tiêu chí',
  criteria_not_met: 'chưa đạt tiêu chí bắt buộc',
  criteria_disqualified: 'vướng điều kiện loại',
  criteria_unknown: 'chưa rõ tiêu chí bắt buộc',
  nurturing_missing: 'chưa có kế hoạch bồi dưỡng',
  quota_full: 'vượt chỉ tiêu',
  check_missing: 'chưa kiểm tra, đánh giá',
  voices_open: 'người có tên còn ý kiến chưa được trả lời',
};

interface TakenOn {
  onDay: Day;
  today: Day;
  overrides: readonly string[];
}

/** What a step changed, in the words of the history. */
export function stepFields(
  before: LifeFields,
  after: LifeFields,
  taken: TakenOn,
): { before: AuditFields; after: AuditFields } {
  const changed = difference(lifeInWords(before), lifeInWords(after));
  return { before: changed.before, after: { ...changed.after, ...circumstances(taken) } };
}

const lifeInWords = (life: LifeFields): AuditFields => ({
  'trạng thái': exemplarWorkflow.states[life.state].name,
  'cấp công nhận': life.level && LEVEL_NAMES[life.level],
  'mức độ': MATURITY_NAMES[life.maturity],
  'gộp vào hồ sơ số': life.mergedIntoId,
});

/** A day is worth a word only when it is not the day on which it was written down. */
function circumstances({ onDay, today, overrides }: TakenOn): AuditFields {
  const fields: AuditFields = {};
  if (onDay !== today) fields['ngày quyết định'] = formatDate(onDay);
  if (overrides.length > 0) {
    fields['điều kiện bỏ qua'] = overrides.map((rule) => OVERRIDDEN_RULE_NAMES[rule] ?? rule);
  }
  return fields;
}
