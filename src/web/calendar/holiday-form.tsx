import type { KeptHoliday } from '../../calendar/edit-holidays.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateField, RadioGroup, TextField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section } from '../../ui/panel.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { FORM_VERSION, type Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';

interface HolidayFormProps {
  year: number;
  changed: KeptHoliday | null;
  typed: Typed;
  errors: FieldErrors;
  reasons: readonly Reason[];
}

/** One day to be written or changed, with the paper that says so. */
export function HolidayForm({ year, changed, typed, errors, reasons }: HolidayFormProps) {
  const isChange = changed !== null || typed[FORM_VERSION] !== undefined;
  const day = changed ? formatDate(changed.day) : String(typed.day ?? '');
  const field = (name: 'day' | 'kind' | 'name' | 'source') => {
    const given = typed[name];
    return { name, value: typeof given === 'string' ? given : changed?.[name], error: errors[name] };
  };
  return (
    <Section id="ghi" title={isChange ? `Sửa ngày ${day}` : 'Ghi thêm một ngày'}>
      <form method="post" action={`/danh-muc/ngay-nghi?nam=${year}`} class="form">
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa ghi được" reasons={reasons} />
        <HiddenFields typed={typed} version={changed?.version ?? null} />
        {isChange ? (
          <input type="hidden" name="day" value={day} />
        ) : (
          <DateField {...field('day')} label="Ngày" required />
        )}
        <RadioGroup
          {...field('kind')}
          label="Loại"
          required
          inline
          options={[
            { value: 'off', label: 'Nghỉ' },
            { value: 'work', label: 'Làm bù (thứ bảy, chủ nhật)' },
          ]}
        />
        <TextField {...field('name')} label="Tên ngày" required />
        <TextField
          {...field('source')}
          label="Căn cứ"
          hint="Số, ngày của quyết định hoặc thông báo; để trống nếu chưa đối chiếu."
        />
        <ButtonRow>
          <Button kind="primary">{isChange ? 'Lưu ngày này' : 'Ghi ngày này'}</Button>
          {isChange ? (
            <ButtonLink kind="quiet" href={`/danh-muc/ngay-nghi?nam=${year}`}>
              Không lưu
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
    </Section>
  );
}
