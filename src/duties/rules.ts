import type { Actor, Grant } from '../identity/actor.ts';
import { refusalToKeepBlocs } from '../offices/bloc-rules.ts';
import { holdsOn, type Validity } from '../offices/validity.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { type DutyState, isOpen } from './state.ts';

const reason = (rule: string, sentence: string): Reason => ({ rule, sentence });
const written = (day: string): string => day.split('-').reverse().join('/');

/** Why an actor may not write the duties of a plan; null when they may. They are kept by the same people as blocs. */
export function refusalToKeepDuties(actor: Actor, plan: { state: string } | null): Reason | null {
  if (refusalToKeepBlocs(actor)) {
    return reason(
      'not_keeper',
      'Nhiệm vụ do cơ quan thường trực toàn chương trình đặt; hãy gửi đề nghị tới cơ quan đó.',
    );
  }
  if (plan?.state === 'closed') {
    return reason('plan_closed', 'Kế hoạch đã kết thúc nên không đặt thêm, không sửa nhiệm vụ nữa.');
  }
  return null;
}

/** An office that a duty names, with its time. */
export interface NamedOffice extends Validity {
  name: string;
}

export interface DutyDraft {
  fromOn: string;
  toOn: string;
  /** The day of a rule with one named day; null for the other rules. */
  onDay: string | null;
  cycle: string;
  what: string;
  reportFormKey: string | null;
}

/** The offices of a draft by form field; undefined where the field names none, null where there is no such office. */
export type NamedOffices = Partial<Record<'whoOfficeId' | 'toOfficeId' | 'viaOfficeId', NamedOffice | null>>;

/** What is wrong with a duty as it is to be written, by form field. */
export function wrongDuty(
  duty: DutyDraft,
  plan: { periodFrom: string; periodTo: string },
  named: NamedOffices,
): FieldErrors {
  return {
    ...wrongOffices(named, duty),
    ...wrongSpan(duty, plan),
    ...wrongForm(duty),
  };
}

function wrongSpan(duty: DutyDraft, plan: { periodFrom: string; periodTo: string }): FieldErrors {
  const { periodFrom, periodTo } = plan;
  const inPlan = `Kế hoạch thực hiện từ ${written(periodFrom)} đến ${written(periodTo)}`;
  const errors: FieldErrors = {};
  if (duty.fromOn < periodFrom || duty.fromOn > periodTo)
    errors.fromOn = `${inPlan}; hãy chọn ngày trong thời gian đó.`;
  if (duty.toOn < periodFrom || duty.toOn > periodTo)
    errors.toOn = `${inPlan}; hãy chọn ngày trong thời gian đó.`;
  if (duty.fromOn > duty.toOn)
    errors.toOn = `Ngày kết thúc phải từ ngày bắt đầu (${written(duty.fromOn)}) trở đi.`;
  if (duty.onDay !== null && duty.cycle !== 'once') {
    errors.dueDay =
      'Một ngày cố định chỉ dùng cho việc làm một lần; việc theo chu kỳ hãy chọn cách tính khác.';
  } else if (duty.onDay !== null && duty.onDay < duty.fromOn) {
    errors.dueDay = `Hạn không được ở trước ngày bắt đầu (${written(duty.fromOn)}).`;
  }
  return errors;
}

function wrongForm({ what, reportFormKey }: DutyDraft): FieldErrors {
  if (what === 'report' && reportFormKey === null) return { reportFormKey: 'Hãy chọn mẫu báo cáo.' };
  return {};
}

/** Every office that is named must hold on the first day of the duty. */
function wrongOffices(named: NamedOffices, { fromOn }: DutyDraft): FieldErrors {
  const errors: FieldErrors = {};
  for (const [field, office] of Object.entries(named)) {
    if (office === undefined) continue;
    if (office === null) errors[field] = 'Đơn vị đã chọn không có; hãy chọn lại trong danh sách.';
    else if (!holdsOn(office, fromOn)) {
      errors[field] =
        `“${office.name}” không có hiệu lực vào ngày ${written(fromOn)}; hãy chọn đơn vị của ngày đó hoặc sửa ngày bắt đầu.`;
    }
  }
  return errors;
}

/** Where an item lies: its office, and where it goes. */
export interface PlacedItem {
  officeId: number;
  receiverId: number | null;
  state: DutyState;
}

const RECEIVING: readonly Grant['role'][] = ['unit', 'lead', 'standing', 'leader'];

/** Why an actor may not excuse an office from an item (or take that back); null when they may. */
export function refusalToExcuse(
  actor: Actor,
  item: Pick<PlacedItem, 'officeId' | 'receiverId'>,
): Reason | null {
  if (actor.grants.some(({ officeId }) => officeId === item.officeId)) {
    return reason(
      'own_office',
      'Không ai tự miễn việc cho đơn vị của mình; hãy đề nghị cơ quan nhận hoặc cơ quan thường trực.',
    );
  }
  const receives = actor.grants.some(
    ({ role, officeId }) => RECEIVING.includes(role) && officeId === item.receiverId,
  );
  const standing = actor.grants.some(({ role, reach }) => role === 'standing' && reach === 'all');
  if (receives || standing) return null;
  return reason('not_receiver', 'Chỉ cơ quan nhận việc này hoặc cơ quan thường trực được miễn.');
}

/** What stands against excusing an item by its state. */
export function wrongToExcuse({ state }: Pick<PlacedItem, 'state'>): Reason | null {
  if (isOpen(state)) return null;
  if (state === 'excused') return reason('excused_before', 'Việc này đã được miễn từ trước.');
  if (state === 'void') return reason('nothing_to_do', 'Kỳ này không phát sinh việc nên không cần miễn.');
  return reason('done_before', 'Việc này đã xong nên không cần miễn.');
}

const REMINDING: readonly Grant['role'][] = ['unit', 'lead', 'standing', 'leader'];

/** May this person remind the office of an item? Who receives it, who stands above it, and the standing body. */
export const mayRemindOf = (
  actor: Actor,
  item: { officeId: number; receiverId: number | null; officePath: readonly number[] },
): boolean =>
  actor.grants.some(
    ({ role, reach, officeId }) =>
      REMINDING.includes(role) &&
      officeId !== item.officeId &&
      (officeId === item.receiverId ||
        (reach === 'branch' && item.officePath.includes(officeId)) ||
        (reach === 'all' && role === 'standing')),
  );
