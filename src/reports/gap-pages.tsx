import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup, TextArea } from '../ui/field.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { Correction } from './gap-arrival.ts';
import { indicatorsOf } from './merged-indicators.ts';
import { type AboveReport, refusalToMerge } from './merged-report.ts';
import type { BelowOffice } from './rollup-below.ts';
import { crumbsOf } from './rollup-page.tsx';

export interface GapAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

interface Props {
  report: AboveReport;
  office: BelowOffice;
  again: GapAgain;
}

const textIn = (typed: Typed, name: string): string | null => {
  const value = typed[name];
  return typeof value === 'string' ? value : null;
};

/** Names an office below that does not answer, so that the report may go on without it. */
export function GapPage({ report, office, again }: Props) {
  const path = `/bao-cao/${report.id}/tong-hop/neu-thieu/${office.officeId}`;
  const { errors, typed, reasons } = again;
  return (
    <>
      <PageHead
        title={`Nêu thiếu: ${office.officeName}`}
        crumbs={crumbsOf(report, 'Nêu thiếu')}
        lead={`Báo cáo được nộp mà không có phần của ${office.officeName}, có nêu tên và lý do. Nếu báo cáo đến sau, nó được ghép thành đính chính.`}
      />
      <form method="post" action={path}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa ghi nhận được" reasons={reasons} />
        <HiddenFields typed={typed} version={report.version} />
        <RadioGroup
          name="kind"
          label="Ghi nhận"
          required
          value={textIn(typed, 'kind') ?? office.gap?.kind ?? null}
          error={errors.kind}
          options={[
            {
              value: 'none',
              label: 'Ước tính không phát sinh',
              hint: 'Đơn vị không có gì phải báo cáo trong kỳ, theo sự nắm bắt của cơ quan tổng hợp.',
            },
            { value: 'missing', label: 'Thiếu', hint: 'Đơn vị có việc phải báo cáo nhưng không gửi.' },
          ]}
        />
        <TextArea
          name="reason"
          label="Lý do"
          hint="Ghi rõ đã nhắc mấy lần, ai trả lời, vì sao không chờ được. Lý do đi cùng báo cáo."
          required
          rows={4}
          value={textIn(typed, 'reason') ?? office.gap?.reason ?? null}
          error={errors.reason}
        />
        <ButtonRow>
          <Button kind="primary">Ghi nhận</Button>
          <ButtonLink kind="quiet" href={`/bao-cao/${report.id}/tong-hop`}>
            Quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
      {office.gap && !office.gap.arrivedOn ? (
        <form method="post" action={`${path}/bo`}>
          <HiddenFields version={report.version} />
          <Button>Bỏ ghi chú này, chờ báo cáo</Button>
        </form>
      ) : null}
    </>
  );
}

/** Shows what a late report would change before it is merged. */
export function LatePage({ report, office, changes, again }: Props & { changes: Correction }) {
  const names = new Map(indicatorsOf(report.figureKeys).map((one) => [one.key, one.name]));
  const locked = refusalToMerge(report) !== null;
  return (
    <>
      <PageHead
        title={`Báo cáo đến muộn: ${office.officeName}`}
        crumbs={crumbsOf(report, 'Báo cáo đến muộn')}
        lead={`Nêu thiếu ngày ${formatDate(office.gap?.namedOn)}: ${office.gap?.reason ?? ''}`}
      />
      <RefusalList title="Chưa ghép được" reasons={again.reasons} />
      <p>
        {office.gap?.arrivedOn
          ? `Đã ghép ngày ${formatDate(office.gap.arrivedOn)}.`
          : locked
            ? 'Báo cáo của đơn vị đã nộp: số đã nộp giữ nguyên, đính chính ghi bên cạnh.'
            : 'Báo cáo của đơn vị còn đang soạn: số tổng hợp được cập nhật, đính chính vẫn được ghi lại.'}
      </p>
      <DataTable
        caption="Số liệu thay đổi khi ghép"
        columns={[
          { key: 'name', label: 'Chỉ tiêu', width: 'wide' },
          { key: 'before', label: 'Hiện nay', align: 'end' },
          { key: 'after', label: 'Sau khi ghép', align: 'end' },
        ]}
        rows={Object.entries(changes).map(([key, { before, after }]) => ({
          name: names.get(key) ?? key,
          before: formatNumber(before),
          after: <strong>{formatNumber(after)}</strong>,
        }))}
        empty="Báo cáo này không làm thay đổi số liệu nào đã tổng hợp."
      />
      {office.gap?.waitsForMerge ? (
        <form method="post" action={`/bao-cao/${report.id}/tong-hop/den-muon/${office.officeId}`}>
          <HiddenFields version={report.version} />
          <ButtonRow>
            <Button kind="primary">Ghép thành đính chính</Button>
            <ButtonLink kind="quiet" href={`/bao-cao/${report.id}/tong-hop`}>
              Để sau
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : null}
    </>
  );
}
