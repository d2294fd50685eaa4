import type { Day } from '../platform/clock.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, SelectField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { currentForms, DueReport } from './list-queries.ts';
import type { plansInForce } from './queries.ts';
import { reportTitle } from './rules.ts';

/** Reports that a duty asks for and nobody has begun: one button each. */
export function DueSection({ items, today }: { items: readonly DueReport[]; today: Day }) {
  if (items.length === 0) return null;
  return (
    <Section id="phai-lap" title="Báo cáo phải lập" count={items.length}>
      <DataTable
        caption="Báo cáo phải lập"
        captionHidden
        columns={[
          { key: 'name', label: 'Báo cáo', width: 'wide' },
          { key: 'office', label: 'Đơn vị' },
          { key: 'due', label: 'Hạn' },
          { key: 'open', label: 'Mở', labelHidden: true },
        ]}
        rows={items.map((item) => ({
          name: reportTitle(item.formName, item.periodWords),
          office: item.officeName,
          due: (
            <>
              {formatDate(item.dueOn)}{' '}
              {item.dueOn < today ? <StateTag tone="warn" shape="clock" word="quá hạn" /> : null}
            </>
          ),
          open: <OpenDue itemId={item.itemId} name={reportTitle(item.formName, item.periodWords)} />,
        }))}
      />
    </Section>
  );
}

export function OpenDue({ itemId, name }: { itemId: number; name: string }) {
  return (
    <form method="post" action={`/bao-cao/mo?muc=${itemId}`}>
      <HiddenFields />
      <Button small>
        Mở báo cáo<span class="visually-hidden"> {name}</span>
      </Button>
    </form>
  );
}

export interface OpeningProps {
  plans: Awaited<ReturnType<typeof plansInForce>>;
  forms: Awaited<ReturnType<typeof currentForms>>;
  offices: readonly { id: number; name: string }[];
  today: Day;
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

/** A report that no duty asks for. */
export function OpenSection({ plans, forms, offices, today, errors, reasons, typed }: OpeningProps) {
  const wrong = Object.keys(errors).length + reasons.length > 0;
  const given = (name: string, kept: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value : kept;
  };
  const year = today.slice(0, 4);
  return (
    <Section id="mo-bao-cao" title="Mở báo cáo không theo nhiệm vụ">
      <Fold summary="Chọn mẫu, đơn vị và kỳ báo cáo" open={wrong}>
        <form method="post" action="/bao-cao">
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa mở được báo cáo" reasons={reasons} />
          <HiddenFields typed={typed} />
          <SelectField
            name="formKey"
            label="Mẫu báo cáo"
            required
            placeholder={null}
            value={given('formKey', forms[0]?.key ?? '')}
            options={forms.map((form) => ({ value: form.key, label: form.name }))}
            error={errors.formKey}
          />
          <SelectField
            name="planId"
            label="Kế hoạch"
            required
            placeholder={null}
            value={given('planId', String(plans[0]?.id ?? ''))}
            options={plans.map((plan) => ({
              value: String(plan.id),
              label: `${plan.number} – ${plan.title}`,
            }))}
            error={errors.planId}
          />
          <SelectField
            name="officeId"
            label="Đơn vị lập báo cáo"
            required
            placeholder={null}
            value={given('officeId', String(offices[0]?.id ?? ''))}
            options={offices.map((office) => ({ value: String(office.id), label: office.name }))}
            error={errors.officeId}
          />
          <DateField
            name="from"
            label="Kỳ từ ngày"
            required
            value={given('from', `${year}-01-01`)}
            error={errors.from}
          />
          <DateField
            name="to"
            label="Đến hết ngày"
            required
            value={given('to', `${year}-12-31`)}
            error={errors.to}
          />
          <ButtonRow>
            <Button kind="primary">Mở báo cáo</Button>
          </ButtonRow>
        </form>
      </Fold>
    </Section>
  );
}
