import type { HistoryEntry } from '../audit/timeline.ts';
import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { ReportState } from './list-page.tsx';
import type { ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { refusalToFinish } from './rules.ts';

interface ShowProps {
  report: ReportInView & { finishedAt?: Date | null };
  tables: readonly ReportTable[];
  parts: readonly { key: string; name: string; hint: string | null }[];
  history: readonly HistoryEntry[];
}

export function ReportPage({ report, tables, parts, history }: ShowProps) {
  const missing = report.state === 'draft' ? refusalToFinish(report, parts) : [];
  const address = `/bao-cao/${report.id}`;
  return (
    <>
      <PageHead
        title={`Báo cáo năm ${report.year}`}
        crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: `Năm ${report.year}` }]}
        kicker={`Kế hoạch ${report.planNumber} · ${report.officeName}`}
        tag={<ReportState state={report.state} finishedAt={null} />}
        lead={`Số liệu tính đến hết ngày ${formatDate(report.closingOn)}${report.figures ? ', đã chốt' : ', tính lại mỗi lần mở trang cho đến khi hoàn thành'}.`}
        actions={<Downloads address={address} />}
      />
      {report.mayWrite ? <Actions report={report} address={address} missing={missing} /> : null}
      <Section id="loi-van" title="Lời văn">
        {parts.map((part) => (
          <>
            <h3>{part.name}</h3>
            {report.words[part.key] ? (
              <p class="prose-lines">{report.words[part.key]}</p>
            ) : (
              <p class="muted">Chưa viết.</p>
            )}
          </>
        ))}
      </Section>
      <Section id="so-lieu" title="Số liệu">
        {tables.map((table) => (
          <FigureTable table={table} />
        ))}
      </Section>
      <Section id="lich-su" title="Lịch sử">
        <Timeline
          entries={history.map((entry) => ({
            at: entry.at,
            who: entry.who,
            sentence: entry.verb,
            reason: entry.reason,
          }))}
        />
      </Section>
    </>
  );
}

function Downloads({ address }: { address: string }) {
  return (
    <>
      <ButtonLink href={`${address}/bao-cao.docx`} icon="download">
        Word
      </ButtonLink>
      <ButtonLink href={`${address}/bao-cao.pdf`} icon="download">
        PDF
      </ButtonLink>
      <ButtonLink href={`${address}/bao-cao.xlsx`} icon="download">
        Excel (các bảng)
      </ButtonLink>
    </>
  );
}

/** The one place of the page where something can be done. */
function Actions({ report, address, missing }: { report: ReportInView; address: string; missing: Reason[] }) {
  if (report.state === 'finished') return <Reopen report={report} address={address} />;
  return (
    <Section id="viec" title="Việc có thể làm">
      <MissingList title="Còn thiếu để hoàn thành" items={missing.map((reason) => reason.sentence)} />
      <div class="button-row">
        <ButtonLink kind={missing.length > 0 ? 'primary' : 'secondary'} href={`${address}/soan`} icon="edit">
          Viết báo cáo
        </ButtonLink>
        {missing.length === 0 ? (
          <form method="post" action={`${address}/hoan-thanh`}>
            <HiddenFields version={report.version} />
            <Button kind="primary">Hoàn thành, chốt số liệu</Button>
          </form>
        ) : null}
      </div>
    </Section>
  );
}

function Reopen({ report, address }: { report: ReportInView; address: string }) {
  return (
    <Notice tone="success" title="Báo cáo đã hoàn thành, số liệu đã chốt">
      <Dialog trigger="Mở lại để sửa" title="Mở lại báo cáo để sửa? Số liệu sẽ được tính lại khi hoàn thành.">
        <form method="post" action={`${address}/mo-lai`}>
          <HiddenFields version={report.version} />
          <TextField name="reason" label="Lý do mở lại" required hint="Lý do được lưu trong lịch sử." />
          <Button>Mở lại báo cáo</Button>
        </form>
      </Dialog>
    </Notice>
  );
}

function FigureTable({ table }: { table: ReportTable }) {
  const cells = (row: ReportTable['rows'][number]) =>
    Object.fromEntries(table.columns.map((_, index) => [String(index), shown(row[index] ?? null)]));
  return (
    <div class="report-table">
      <DataTable
        caption={table.title}
        wide={table.columns.length > 4}
        columns={table.columns.map(({ label, kind }, index) => ({
          key: String(index),
          label,
          align: kind === 'text' ? ('start' as const) : ('end' as const),
        }))}
        rows={table.rows.map(cells)}
        foot={table.totals && table.rows.length > 0 ? cells(table.totals) : undefined}
        empty={`${table.title}: không có.`}
      />
      {table.note ? <p class="muted">{table.note}</p> : null}
    </div>
  );
}

const shown = (cell: string | number | null): string =>
  cell === null ? '–' : typeof cell === 'number' ? formatNumber(cell) : cell;
