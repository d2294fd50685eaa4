import type { Actor } from '../identity/actor.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { covers, dayBefore, holdsOn, overlap, type Validity } from './validity.ts';

/** What the rules need to know of an office: when it holds and where it stands in the tree. */
export interface PlacedOffice extends Validity {
  id: number;
  name: string;
  /** Ids from the root down to the office itself. */
  path: readonly number[];
}

/** The tree is the ground under everybody's reach, so only an administrator of the whole programme changes it. */
export function refusalToChangeOffices(actor: Actor): Reason | null {
  if (actor.grants.some((grant) => grant.role === 'admin' && grant.reach === 'all')) return null;
  return {
    rule: 'wrong_role',
    sentence:
      'Cây đơn vị do quản trị viên toàn chương trình sửa; hãy gửi đề nghị kèm văn bản cho quản trị viên.',
  };
}

/** An office that is about to be written; `id` is null for a new one. */
export interface OfficeDraft extends Validity {
  id: number | null;
  name: string;
}

/**
 * What is wrong with an office as it is to be written, by form field. `below` and `beside` are its children and
 * the other children of its parent.
 */
export function wrongOffice(
  office: OfficeDraft,
  parent: PlacedOffice | null,
  below: readonly (Validity & { name: string })[],
  beside: readonly OfficeDraft[],
): FieldErrors {
  const errors: FieldErrors = {};
  const { validFrom, validTo } = office;
  if (validFrom !== null && validTo !== null && validFrom > validTo) {
    errors.validTo = 'Ngày kết thúc phải từ ngày bắt đầu trở đi.';
  }
  if (parent && office.id !== null && parent.path.includes(office.id)) {
    errors.parentId = `“${parent.name}” là chính đơn vị này hoặc nằm dưới nó; hãy chọn đơn vị cấp trên khác.`;
  } else if (parent && !covers(parent, office)) {
    errors.parentId = `“${parent.name}” không có hiệu lực suốt thời gian của đơn vị này; hãy sửa thời gian hoặc chọn đơn vị cấp trên khác.`;
  }
  const outside = below.find((child) => !covers(office, child));
  if (outside) {
    errors.validTo ??= `Đơn vị trực thuộc “${outside.name}” có hiệu lực ngoài thời gian này; hãy sửa hoặc kết thúc đơn vị đó trước.`;
  }
  const twin = beside.find(
    (other) => other.id !== office.id && sameName(other.name, office.name) && overlap(other, office),
  );
  if (twin)
    errors.name = `Đã có “${twin.name}” thuộc cùng đơn vị cấp trên trong thời gian này; hãy mở đơn vị đó.`;
  return errors;
}

const sameName = (one: string, other: string) =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

/** Why these offices cannot follow each other on a day; all reasons at once. `followed`: who already follows whom. */
export function refusalToSucceed(
  from: readonly PlacedOffice[],
  to: readonly PlacedOffice[],
  onDate: string,
  followed: readonly { from: number; to: number }[],
): Reason[] {
  const late = to
    .filter((office) => !holdsOn(office, onDate))
    .map((office) =>
      reason(
        'successor_not_valid',
        `“${office.name}” không có hiệu lực vào ngày kế thừa; hãy sửa thời gian hiệu lực của đơn vị này trước.`,
      ),
    );
  const gone = from
    .filter((office) => !holdsOn(office, dayBefore(onDate)))
    .map((office) =>
      reason(
        'predecessor_not_valid',
        `“${office.name}” không có hiệu lực vào ngày liền trước ngày kế thừa; hãy xem lại ngày.`,
      ),
    );
  const circles = from.flatMap((old) =>
    to
      .filter((next) => next.id === old.id || follows(followed, next.id, old.id))
      .map((next) =>
        reason(
          'succession_circle',
          `“${old.name}” đã kế thừa “${next.name}” từ trước nên không thể ghi ngược lại.`,
        ),
      ),
  );
  return [...late, ...gone, ...circles];
}

/** Does `later` come from `earlier`, directly or over others? */
function follows(followed: readonly { from: number; to: number }[], earlier: number, later: number): boolean {
  const reached = new Set([earlier]);
  for (const id of reached) {
    for (const edge of followed) if (edge.from === id) reached.add(edge.to);
  }
  return reached.has(later);
}

/** Why an office cannot end on a day. */
export function refusalToEnd(
  office: PlacedOffice,
  lastDay: string,
  below: readonly (Validity & { name: string })[],
): Reason[] {
  const reasons: Reason[] = [];
  if (office.validFrom !== null && lastDay < office.validFrom) {
    reasons.push(
      reason('ends_before_begin', 'Ngày kết thúc ở trước ngày đơn vị bắt đầu có hiệu lực; hãy xem lại ngày.'),
    );
  }
  const staying = below.filter((child) => child.validTo === null || child.validTo > lastDay);
  if (staying.length > 0) {
    const names = staying
      .slice(0, 3)
      .map((child) => `“${child.name}”`)
      .join(', ');
    const more = staying.length > 3 ? ` và ${staying.length - 3} đơn vị khác` : '';
    reasons.push(
      reason(
        'children_stay',
        `Còn đơn vị trực thuộc có hiệu lực sau ngày này: ${names}${more}; hãy kết thúc hoặc chuyển các đơn vị đó trước.`,
      ),
    );
  }
  return reasons;
}

const reason = (rule: string, sentence: string): Reason => ({ rule, sentence });
