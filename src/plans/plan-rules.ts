import type { FieldErrors } from '../platform/outcome.ts';
import type { Allocation, DraftField, PlanFacts } from './plan-draft.ts';
import type { Stage } from './queries.ts';

/** What is wrong with the facts of a plan, by field; empty when nothing is. Days are ISO. */
export function factErrors(facts: PlanFacts): FieldErrors {
  const errors: FieldErrors = {};
  if (!facts.title.trim()) errors.title = 'Hãy ghi tên kế hoạch.';
  if (!facts.issuerName.trim()) errors.issuerName = 'Hãy ghi cơ quan ban hành.';
  if (facts.periodTo < facts.periodFrom) {
    errors.periodTo = `Ngày kết thúc không được trước ngày bắt đầu (${written(facts.periodFrom)}).`;
  }
  if (facts.issuedOn !== null && facts.issuedOn > facts.periodTo) {
    errors.issuedOn = `Ngày ban hành không được sau ngày kết thúc của kế hoạch (${written(facts.periodTo)}).`;
  }
  return errors;
}

/** What is wrong with a stage of a plan with this period: its `name`, or `when` it is. */
export function stageErrors(
  stage: Pick<Stage, 'name' | 'fromOn' | 'toOn'>,
  period: Pick<PlanFacts, 'periodFrom' | 'periodTo'>,
): FieldErrors {
  const errors: FieldErrors = {};
  if (!stage.name.trim()) errors.name = 'Hãy ghi tên giai đoạn.';
  if (stage.toOn < stage.fromOn) errors.when = 'Giai đoạn không được kết thúc trước khi bắt đầu.';
  else if (stage.fromOn < period.periodFrom || stage.toOn > period.periodTo) {
    const [from, to] = [written(period.periodFrom), written(period.periodTo)];
    errors.when = `Giai đoạn phải nằm trong thời gian thực hiện kế hoạch (${from} – ${to}).`;
  }
  return errors;
}

/** Two stages that share a day: not wrong, plans do have such, but worth a look. */
export function overlappingStages(
  stages: readonly Pick<Stage, 'name' | 'fromOn' | 'toOn'>[],
): [string, string][] {
  return stages.flatMap((one, n) =>
    stages
      .slice(n + 1)
      .filter((other) => one.fromOn <= other.toOn && other.fromOn <= one.toOn)
      .map((other): [string, string] => [one.name, other.name]),
  );
}

/** What is wrong with a field and its quota, by field of the form. */
export function fieldErrors(field: Omit<DraftField, 'coordination'>): FieldErrors {
  const errors: FieldErrors = { ...quotaErrors(field) };
  if (!field.name.trim()) errors.name = 'Hãy ghi tên lĩnh vực.';
  if (field.subjectKinds.length === 0)
    errors.subjectKinds = 'Hãy chọn ít nhất một loại chủ thể (cá nhân, tập thể, hộ gia đình).';
  const outside = field.quotaCounts.filter((kind) => !field.subjectKinds.includes(kind));
  if (outside.length > 0) {
    errors.quotaCounts = 'Chỉ tiêu chỉ tính các loại chủ thể mà lĩnh vực này nhận.';
  }
  // shares of a quota that is wrong itself would only be told twice
  const shares = errors.quotaNumber ? null : allocationError(field);
  if (shares) errors.allocations = shares;
  return errors;
}

const MOST_OF_A_QUOTA = 100_000;

function quotaErrors({ quotaKind, quotaNumber }: Pick<DraftField, 'quotaKind' | 'quotaNumber'>): FieldErrors {
  if (quotaKind === 'none') {
    return quotaNumber === null
      ? {}
      : { quotaNumber: 'Lĩnh vực không đặt chỉ tiêu thì để trống số lượng, hoặc chọn cách tính chỉ tiêu.' };
  }
  if (quotaNumber === null) return { quotaNumber: 'Hãy ghi số lượng của chỉ tiêu.' };
  if (!Number.isInteger(quotaNumber) || quotaNumber < 0 || quotaNumber > MOST_OF_A_QUOTA) {
    return { quotaNumber: 'Chỉ tiêu phải là số nguyên từ 0 đến 100.000.' };
  }
  if (quotaNumber === 0 && quotaKind !== 'at_most') {
    return { quotaNumber: 'Chỉ tiêu “đúng” hoặc “ít nhất” phải từ 1 trở lên.' };
  }
  return {};
}

/** Shares named for single offices may not come to more than the whole; those of a kind depend on how many there are. */
function allocationError({
  quotaNumber,
  quotaKind,
  allocations,
}: Pick<DraftField, 'quotaNumber' | 'quotaKind' | 'allocations'>): string | null {
  if (allocations.length === 0) return null;
  if (allocations.some(wrongShare))
    return 'Mỗi phần phân bổ ghi số lượng hoặc phần trăm (0–100), không ghi cả hai.';
  if (quotaKind === 'none' || quotaNumber === null) {
    return allocations.some(({ percent }) => percent !== null)
      ? 'Lĩnh vực không có chỉ tiêu chung thì chỉ phân bổ bằng số lượng.'
      : null;
  }
  const percent = total(allocations, ({ percent: share }) => share);
  if (percent > 100) return `Tổng các phần trăm là ${percent.toLocaleString('vi-VN')}%, vượt quá 100%.`;
  const number = total(allocations, ({ number: share }) => share);
  if (quotaKind !== 'at_least' && number > quotaNumber) {
    return `Tổng phân bổ là ${number.toLocaleString('vi-VN')}, vượt chỉ tiêu ${quotaNumber.toLocaleString('vi-VN')} của lĩnh vực.`;
  }
  return null;
}

const wrongShare = ({ number, percent }: Allocation): boolean =>
  (number === null) === (percent === null) ||
  (percent !== null && (percent < 0 || percent > 100)) ||
  (number !== null && (number < 0 || !Number.isInteger(number)));

const total = (list: readonly Allocation[], share: (one: Allocation) => number | null): number =>
  list.filter(({ to }) => to.by === 'office').reduce((sum, one) => sum + (share(one) ?? 0), 0);

const written = (day: string): string => day.split('-').reverse().join('/');
