import type { Child } from 'hono/jsx';
import type { HistoryEntry } from '../audit/timeline.ts';
import { DeskLine } from '../desks/desk-line.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { Day } from '../platform/clock.ts';
import type { Reason } from '../platform/outcome.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { History } from '../web/history.tsx';
import { type FigureGroup, isFrozen, wordedFigures } from './figures-view.ts';
import { ReportStateTag } from './marks.tsx';
import { TABLES_OF_ALL } from './paper.ts';
import type { ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { reportTitle } from './rules.ts';
import { ReportActions } from './show-actions.tsx';
import { FiguresSection } from './show-figures.tsx';
import { TablesSection } from './show-tables.tsx';
import { WordsSection } from './show-words.tsx';
import type { ReportAction } from './workflow.ts';

export interface ShowProps {
  report: ReportInView;
  today: Day;
  parts: readonly { key: string; name: string }[];
  groups: readonly FigureGroup[];
  tables: readonly ReportTable[];
  offered: readonly { action: ReportAction; reasons: Reason[] }[];
  returns: readonly PaperReturn[];
  history: readonly HistoryEntry[];
  /** Corrections and what other parts of the office hand in. */
  corrections: Child;
  /** Where the paper is and has been, and what may be done about it. */
  desk: Child;
}

export function ReportPage(props: ShowProps) {
  const { report, today, parts, groups, tables, offered, returns, history, corrections, desk } = props;
  const figures = wordedFigures(groups);
  const isRolledUp = groups.some((group) => group.figures.some((figure) => figure.source === 'rolled_up'));
  const cameBack = report.state === 'returned' ? returns : [];
  return (
    <>
      <PageHead
        title={reportTitle(report.formName, report.periodWords)}
        crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: report.officeName }]}
        kicker={`Kế hoạch ${report.planNumber} · ${report.officeName}`}
        tag={<ReportStateTag {...report} />}
        lead={<Lead report={report} today={today} />}
        actions={<Downloads address={`/bao-cao/${report.id}`} />}
      />
      <DeskLine stay={report.stay} today={today} />
      <ReportActions report={report} offered={offered} />
      {corrections}
      <WordsSection
        reportId={report.id}
        parts={parts}
        words={report.words}
        figures={figures}
        returns={cameBack}
      />
      <FiguresSection reportId={report.id} groups={groups} intro={asOf(report, today)} />
      <TablesSection tables={tables} intro={isRolledUp ? TABLES_OF_ALL : undefined} />
      <Section id="ban" title="Văn bản đang ở đâu">
        {desk}
      </Section>
      <Section id="lich-su" title="Lịch sử">
        <Fold summary={`${history.length} lần thay đổi`}>
          <History entries={history} />
        </Fold>
      </Section>
    </>
  );
}

function Lead({ report, today }: { report: ReportInView; today: Day }) {
  const due = report.dueOn ? ` Hạn nộp ${formatDate(report.dueOn)}.` : '';
  const outside = report.isOutside ? ' Báo cáo của đơn vị ngoài hệ thống, do cấp trên nhập hộ.' : '';
  return (
    <p>
      {asOf(report, today)}
      {due}
      {outside}
    </p>
  );
}

function asOf(report: ReportInView, today: Day): string {
  const day = formatDate(report.closingOn);
  if (isFrozen(report))
    return `Số liệu tính đến hết ngày ${day}, đã chốt khi nộp ngày ${formatDate(report.submittedOn)}.`;
  if (report.closingOn > today) return `Số liệu tạm tính đến hôm nay; ngày chốt ${day} chưa tới.`;
  return `Số liệu tính đến hết ngày ${day}, tính lại mỗi lần mở trang cho đến khi nộp.`;
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
        Excel
      </ButtonLink>
    </>
  );
}
