import type { AuditFields } from '../audit/record.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import { ADDING_NAMES, CONTRIBUTION_KIND_NAMES, MEASURE_KIND_NAMES, SHOWING_NAMES } from './kinds.ts';
import type { MeasureFacts } from './measure-form.ts';
import { rangeInWords, sourceInWords } from './plausible.ts';

/** A measure as the audit tells it. */
export const inWords = (facts: MeasureFacts): AuditFields => ({
  Tên: facts.name,
  Loại: MEASURE_KIND_NAMES[facts.kind],
  'Đơn vị tính': facts.unit,
  'Cách gộp': ADDING_NAMES[facts.adding],
  'Số chữ số thập phân': facts.decimals,
  'Cách viết': SHOWING_NAMES[facts.shown],
  'Loại đóng góp': facts.contribution && CONTRIBUTION_KIND_NAMES[facts.contribution],
  'Tên gọi khác': [...facts.synonyms],
  'Dùng từ': facts.validFrom && formatDate(facts.validFrom),
  'Khoảng thường gặp': facts.ranges.map(
    (range) =>
      `${SUBJECT_KIND_NAMES[range.subjectKind]}: ${rangeInWords(range, facts)}, ${sourceInWords(range)}`,
  ),
});
