import { z } from 'zod';
import type { DueRule } from '../calendar/due-rule.ts';
import { CYCLES } from '../calendar/periods.ts';
import type { OfficeSelection } from '../offices/selection.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import {
  choice,
  day,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
} from '../web/form-fields.ts';
import { selectionFields, selectionTyped } from '../web/offices/selection-form.ts';
import { DUTY_WHATS } from './kinds.ts';

export const DUE_KINDS = ['on', 'fixed', 'working_days'] as const;
export const DUE_AFTER = ['period_start', 'period_end'] as const;

export const dutyForm = z.object({
  name: text('tên nhiệm vụ', 300),
  what: choice('việc phải làm', DUTY_WHATS),
  reportFormKey: optionalText('mẫu báo cáo', 40),
  ...selectionFields,
  cycle: choice('chu kỳ', CYCLES),
  fromOn: day('ngày bắt đầu'),
  toOn: day('ngày kết thúc'),
  dueKind: choice('cách tính hạn', DUE_KINDS),
  dueDay: optionalDay('hạn'),
  dueDayOfMonth: optionalWholeNumber('ngày trong tháng', 1, 31),
  dueMonthsAfter: optionalWholeNumber('số tháng sau kỳ', -12, 12),
  dueWorkingDays: optionalWholeNumber('số ngày làm việc', 1, 250),
  dueAfter: optionalChoice('mốc tính', DUE_AFTER),
  toOfficeId: optionalId('nơi nhận'),
  viaOfficeId: optionalId('nơi gửi qua'),
  basis: optionalText('căn cứ', 2_000),
});

export type DutyTyped = z.infer<typeof dutyForm>;

export const excuseForm = z.object({ reason: text('lý do', 1_000) });

/** A duty as a command takes it. */
export interface DutyInput {
  name: string;
  what: DutyTyped['what'];
  reportFormKey: string | null;
  who: OfficeSelection;
  cycle: DutyTyped['cycle'];
  fromOn: string;
  toOn: string;
  dueRule: DueRule;
  toOfficeId: number | null;
  viaOfficeId: number | null;
  basis: string | null;
}

/** What was typed as a duty, or what is missing of it, by field. */
export function dutyTyped(
  typed: DutyTyped,
): { ok: true; duty: DutyInput } | { ok: false; errors: FieldErrors } {
  const who = selectionTyped(typed);
  const due = dueTyped(typed);
  if (!who.ok || !due.ok) {
    return { ok: false, errors: { ...(who.ok ? {} : who.errors), ...(due.ok ? {} : due.errors) } };
  }
  const { name, what, cycle, fromOn, toOn, toOfficeId, viaOfficeId, basis } = typed;
  const reportFormKey = what === 'report' ? typed.reportFormKey : null;
  return {
    ok: true,
    duty: {
      ...{ name, what, cycle, fromOn, toOn, toOfficeId, viaOfficeId, basis, reportFormKey },
      who: who.selection,
      dueRule: due.rule,
    },
  };
}

function dueTyped(typed: DutyTyped): { ok: true; rule: DueRule } | { ok: false; errors: FieldErrors } {
  const { dueKind, dueDay, dueDayOfMonth, dueMonthsAfter, dueWorkingDays, dueAfter } = typed;
  switch (dueKind) {
    case 'on':
      return dueDay === null
        ? { ok: false, errors: { dueDay: 'Hãy ghi hạn theo dạng ngày/tháng/năm.' } }
        : { ok: true, rule: { kind: 'on', day: dueDay } };
    case 'fixed':
      return dueDayOfMonth === null
        ? { ok: false, errors: { dueDayOfMonth: 'Hãy ghi ngày trong tháng, từ 1 đến 31.' } }
        : { ok: true, rule: { kind: 'fixed', monthsAfter: dueMonthsAfter ?? 0, day: dueDayOfMonth } };
    case 'working_days':
      return dueWorkingDays === null
        ? { ok: false, errors: { dueWorkingDays: 'Hãy ghi số ngày làm việc, từ 1 đến 250.' } }
        : { ok: true, rule: { kind: 'working_days', n: dueWorkingDays, after: dueAfter ?? 'period_end' } };
  }
}

/** A rule as the fields of its form. */
export function dueKept(rule: DueRule): Record<string, string | null> {
  return {
    dueKind: rule.kind,
    dueDay: rule.kind === 'on' ? rule.day : null,
    dueDayOfMonth: rule.kind === 'fixed' ? String(rule.day) : null,
    dueMonthsAfter: rule.kind === 'fixed' ? String(rule.monthsAfter) : null,
    dueWorkingDays: rule.kind === 'working_days' ? String(rule.n) : null,
    dueAfter: rule.kind === 'working_days' ? rule.after : null,
  };
}
