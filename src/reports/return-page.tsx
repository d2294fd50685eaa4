import { ReturnFields, type ReturnPart } from '../desks/return-form.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Fold } from '../ui/fold.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { ReportInView } from './queries.ts';
import { reportTitle } from './rules.ts';
import type { Again } from './with-report.ts';

/** Sends a report back with everything that is to be mended: parts first, single figures folded away. */
export function ReturnPage(props: Again & { report: ReportInView; parts: readonly ReturnPart[] }) {
  const { report, parts, errors, reasons, typed } = props;
  const isFigure = ({ field }: ReturnPart) => field.startsWith('sl_');
  const figures = parts.filter(isFigure);
  const inFigures = figures.some(({ field }) => errors[`ly_do_${field}`] || typed[`ly_do_${field}`]);
  const title = reportTitle(report.formName, report.periodWords);
  return (
    <>
      <PageHead
        title="Trả lại báo cáo để bổ sung"
        crumbs={[
          { label: 'Báo cáo', href: '/bao-cao' },
          { label: title, href: `/bao-cao/${report.id}` },
          { label: 'Trả lại' },
        ]}
        kicker={`${title} · ${report.officeName}`}
        lead="Mỗi cấp trả lại một lần, ghi đủ mọi điều cần bổ sung. Lý do hiện ngay tại từng mục cho người soạn."
      />
      <form method="post" action={`/bao-cao/${report.id}/tra-lai`}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa trả lại được" reasons={reasons} />
        <HiddenFields typed={typed} version={report.version} />
        <ReturnFields parts={parts.filter((part) => !isFigure(part))} typed={typed} errors={errors} />
        {figures.length > 0 ? (
          <Fold summary={`Lý do ở từng số liệu (${figures.length})`} open={inFigures}>
            <ReturnFields parts={figures} typed={typed} errors={errors} />
          </Fold>
        ) : null}
        <ButtonRow>
          <Button kind="primary">Trả lại báo cáo</Button>
          <ButtonLink kind="quiet" href={`/bao-cao/${report.id}`}>
            Không trả lại, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
