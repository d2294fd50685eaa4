import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { ExemplarInView } from './queries.ts';
import type { Registration } from './record-registration.ts';
import { refusalToWork } from './work-rules.ts';
import type { ExemplarState } from './workflow.ts';

const CHOSEN: ReadonlySet<ExemplarState> = new Set(['nurtured', 'recognised', 'honoured']);
const OPEN: ReadonlySet<ExemplarState> = new Set(['found', 'returned']);
const CLOSED: ReadonlySet<ExemplarState> = new Set(['declined', 'withdrawn', 'lapsed']);

/**
 * What the state of an exemplar no longer lets be changed: what was proposed stays complete, and what was chosen
 * stays in the field and of the kind for which it took a place in the quota.
 */
export function lockedErrors(exemplar: ExemplarInView, after: Registration, kind: SubjectKind): FieldErrors {
  const errors: FieldErrors = {};
  const state = exemplar.heldFrom ?? exemplar.state;
  if (!OPEN.has(state)) Object.assign(errors, missingErrors(after));
  if (!CHOSEN.has(state)) return errors;
  if (after.planId !== exemplar.planId) errors.planId = 'Hồ sơ đã được chọn nên không đổi kế hoạch được nữa.';
  if (after.fieldId !== exemplar.fieldId)
    errors.fieldId = 'Hồ sơ đã được chọn nên không đổi lĩnh vực được nữa.';
  if (kind !== exemplar.subject.kind) errors.kind = 'Hồ sơ đã được chọn nên không đổi loại chủ thể được nữa.';
  return errors;
}

function missingErrors(after: Registration): FieldErrors {
  const errors: FieldErrors = {};
  if (after.planId === null) errors.planId = 'Hồ sơ đã đề nghị phải có kế hoạch.';
  if (after.fieldId === null) errors.fieldId = 'Hồ sơ đã đề nghị phải có lĩnh vực.';
  if (after.breadth === null) errors.breadth = 'Hồ sơ đã đề nghị phải ghi là toàn diện hay từng mặt.';
  if (after.statement === null) errors.statement = 'Hồ sơ đã đề nghị phải có phần tóm tắt thành tích.';
  return errors;
}

/**
 * A subject is known once: who corrects its name here corrects it in its other files, and must have a say in
 * each of them. A closed file asks no more than a say. Its kind stays: their fields and quotas rest on it.
 */
export function whyNotShared(siblings: readonly ExemplarInView[], kind: SubjectKind): Reason | null {
  if (siblings.some((sibling) => sibling.subject.kind !== kind)) return KIND_SHARED;
  const untouchable = siblings.some((sibling) =>
    CLOSED.has(sibling.state) ? !hasSay(sibling) : refusalToWork(sibling, 'registration') !== null,
  );
  if (!untouchable) return null;
  return {
    rule: 'subject_shared',
    sentence:
      'Chủ thể này còn có ở hồ sơ khác mà bạn không được sửa: hãy đề nghị Cơ quan thường trực sửa tên, năm sinh, địa chỉ, chức vụ của chủ thể.',
  };
}

const KIND_SHARED: Reason = {
  rule: 'kind_shared',
  sentence:
    'Chủ thể này còn có ở hồ sơ khác nên không đổi loại được: nếu ghi nhầm, hãy lập hồ sơ mới cho đúng loại.',
};

const hasSay = ({ roles }: ExemplarInView): boolean =>
  roles.has('unit') || roles.has('lead') || roles.has('standing');
