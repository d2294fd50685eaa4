import { CYCLE_NAMES, CYCLES } from '../calendar/periods.ts';
import type { OfficeInTree } from '../offices/tree.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, NumberField, RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officeGroups } from '../web/offices/office-options.ts';
import { SelectionField } from '../web/offices/selection-field.tsx';
import type { DutyInView, PlanOfDuties } from './duty-queries.ts';
import { dueKept } from './forms.ts';
import { DUTY_WHATS, WHAT_NAMES } from './kinds.ts';

export interface DutyFormChoices {
  offices: readonly OfficeInTree[];
  kinds: readonly { id: string; name: string }[];
  blocs: readonly { id: number; name: string }[];
  forms: readonly { key: string; name: string }[];
}

export interface DutyFormAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

interface DutyFormProps extends DutyFormAgain {
  plan: PlanOfDuties;
  /** Null: a new one. */
  duty: DutyInView | null;
  choices: DutyFormChoices;
}

/** Who owes what to whom, when. */
export function DutyFormPage({ plan, duty, choices, errors, reasons, typed }: DutyFormProps) {
  const list = `/ke-hoach/${plan.id}/nhiem-vu`;
  const title = duty ? `Sửa nhiệm vụ “${duty.name}”` : 'Đặt nhiệm vụ';
  const field = fieldOf(keptOf(duty, plan), typed, errors);
  const groups = officeGroups(choices.offices);
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          ...planCrumbs(plan.id, plan.number),
          { label: 'Nhiệm vụ', href: list },
          { label: duty ? 'Sửa' : 'Thêm' },
        ]}
      />
      <form method="post" class="form" action={duty ? `${list}/${duty.id}` : `${list}/moi`}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={duty?.version ?? null} />
        <TextField {...field('name')} label="Tên nhiệm vụ" required hint="Ví dụ: Báo cáo năm" />
        <RadioGroup
          {...field('what')}
          label="Việc phải làm"
          required
          options={DUTY_WHATS.map((what) => ({
            value: what,
            label: WHAT_NAMES[what],
            hint: DONE_WHEN[what],
          }))}
        />
        <SelectField
          {...field('reportFormKey')}
          label="Mẫu báo cáo"
          hint="Chỉ khi việc phải làm là báo cáo."
          options={choices.forms.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <SelectionField
          label="Ai thực hiện"
          kept={duty?.who ?? null}
          typed={typed}
          errors={errors}
          {...choices}
        />
        <SelectField
          {...field('cycle')}
          label="Chu kỳ"
          required
          width="half"
          options={CYCLES.map((cycle) => ({ value: cycle, label: CYCLE_NAMES[cycle] }))}
        />
        <DateField {...field('fromOn')} label="Từ ngày" required />
        <DateField {...field('toOn')} label="Đến hết ngày" required />
        <DueFields field={field} />
        <SelectField
          {...field('toOfficeId')}
          label="Gửi cho"
          placeholder="– Cơ quan cấp trên trực tiếp –"
          groups={groups}
        />
        <SelectField {...field('viaOfficeId')} label="Gửi qua" placeholder="– Gửi thẳng –" groups={groups} />
        <TextArea
          {...field('basis')}
          label="Căn cứ"
          rows={3}
          hint="Câu của kế hoạch hoặc văn bản đặt ra nhiệm vụ này; nếu cơ quan tự đặt hạn, hãy ghi rõ."
        />
        <ButtonRow>
          <Button kind="primary">Lưu nhiệm vụ</Button>
          <ButtonLink kind="quiet" href={list}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

const DONE_WHEN = {
  unit_plan: 'Xong khi đơn vị gửi kế hoạch của mình.',
  report: 'Xong khi đơn vị gửi báo cáo của kỳ.',
  check: 'Xong khi mọi điển hình đang bồi dưỡng, đã công nhận trong nhánh được kiểm tra trong năm.',
  proposal: 'Xong khi có điển hình đầu tiên được đề nghị trong kỳ.',
};

type Field = (name: string) => { name: string; value: string | null; error: string | undefined };

function DueFields({ field }: { field: Field }) {
  return (
    <>
      <RadioGroup
        {...field('dueKind')}
        label="Cách tính hạn"
        required
        options={[
          { value: 'on', label: 'Một ngày cố định', hint: 'Chỉ với việc làm một lần.' },
          { value: 'fixed', label: 'Một ngày trong tháng' },
          { value: 'working_days', label: 'Sau một số ngày làm việc' },
        ]}
      />
      <DateField {...field('dueDay')} label="Hạn" hint="Với “Một ngày cố định”; ví dụ 30/06/2016" />
      <NumberField
        {...field('dueDayOfMonth')}
        label="Ngày trong tháng"
        hint="Với “Một ngày trong tháng”: từ 1 đến 31"
      />
      <NumberField
        {...field('dueMonthsAfter')}
        label="Tháng thứ mấy sau tháng cuối kỳ"
        hint="0 là chính tháng cuối kỳ, 1 là tháng liền sau, -1 là tháng liền trước"
      />
      <NumberField
        {...field('dueWorkingDays')}
        label="Số ngày làm việc"
        unit="ngày"
        hint="Với “Sau một số ngày làm việc”"
      />
      <SelectField
        {...field('dueAfter')}
        label="Tính từ"
        width="half"
        options={[
          { value: 'period_end', label: 'Khi hết kỳ' },
          { value: 'period_start', label: 'Khi bắt đầu kỳ' },
        ]}
      />
    </>
  );
}

const fieldOf =
  (kept: Record<string, string | null>, typed: Typed, errors: FieldErrors): Field =>
  (name) => {
    const given = typed[name];
    return { name, value: typeof given === 'string' ? given : (kept[name] ?? null), error: errors[name] };
  };

function keptOf(duty: DutyInView | null, plan: PlanOfDuties): Record<string, string | null> {
  if (!duty) return { fromOn: plan.periodFrom, toOn: plan.periodTo, dueMonthsAfter: '0' };
  const id = (value: number | null) => (value === null ? null : String(value));
  return {
    name: duty.name,
    what: duty.what,
    reportFormKey: duty.reportFormKey,
    cycle: duty.cycle,
    fromOn: duty.fromOn,
    toOn: duty.toOn,
    ...dueKept(duty.dueRule),
    toOfficeId: id(duty.toOfficeId),
    viaOfficeId: id(duty.viaOfficeId),
    basis: duty.basis,
  };
}
