import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField, SelectField } from '../ui/field.tsx';
import { formatDate, formatDateTime } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { listReports, plansInForce } from './queries.ts';

interface ListProps {
  reports: Awaited<ReturnType<typeof listReports>>;
  /** Null: this person does not open reports. */
  opening: { plans: Awaited<ReturnType<typeof plansInForce>>; year: number } | null;
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

export function ReportListPage({ reports, opening, errors, reasons, typed }: ListProps) {
  return (
    <>
      <PageHead
        title="Báo cáo"
        lead="Báo cáo năm của cơ quan thường trực: số liệu do hệ thống tính theo ngày chốt, lời văn do người viết."
      />
      <DataTable
        caption="Báo cáo đã lập"
        captionHidden
        columns={[
          { key: 'name', label: 'Báo cáo', width: 'wide' },
          { key: 'office', label: 'Đơn vị lập' },
          { key: 'closing', label: 'Ngày chốt', align: 'end' },
          { key: 'state', label: 'Tình trạng' },
        ]}
        rows={reports.map((report) => ({
          name: <a href={`/bao-cao/${report.id}`}>{`Năm ${report.year} – Kế hoạch ${report.planNumber}`}</a>,
          office: report.officeName,
          closing: formatDate(report.closing_on),
          state: <ReportState state={report.state} finishedAt={report.finished_at} />,
        }))}
        empty={
          <EmptyState title="Chưa có báo cáo nào">
            {opening
              ? 'Báo cáo sẽ hiện ở đây sau khi mở. Hãy chọn kế hoạch và năm ở dưới.'
              : 'Báo cáo năm của cơ quan thường trực sẽ hiện ở đây khi được lập.'}
          </EmptyState>
        }
      />
      {opening ? <OpenReport {...opening} errors={errors} reasons={reasons} typed={typed} /> : null}
    </>
  );
}

export function ReportState({ state, finishedAt }: { state: string; finishedAt: Date | null }) {
  return state === 'finished' ? (
    <StateTag tone="good" word={finishedAt ? `hoàn thành ${formatDateTime(finishedAt)}` : 'hoàn thành'} />
  ) : (
    <StateTag tone="progress" word="đang soạn" />
  );
}

function OpenReport(
  props: NonNullable<ListProps['opening']> & Pick<ListProps, 'errors' | 'reasons' | 'typed'>,
) {
  const { plans, year, errors, reasons, typed } = props;
  const typedYear = typeof typed.year === 'string' ? typed.year : String(year);
  return (
    <Section id="mo-bao-cao" title="Mở báo cáo năm">
      <form method="post" action="/bao-cao">
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa mở được báo cáo" reasons={reasons} />
        <HiddenFields typed={typed} />
        <SelectField
          name="planId"
          label="Kế hoạch"
          required
          placeholder={null}
          value={typeof typed.planId === 'string' ? typed.planId : String(plans[0]?.id ?? '')}
          options={plans.map((plan) => ({ value: String(plan.id), label: `${plan.number} – ${plan.title}` }))}
          error={errors.planId}
        />
        <NumberField name="year" label="Năm" required value={typedYear} error={errors.year} />
        <ButtonRow>
          <Button kind="primary">Mở báo cáo</Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
