import type { Child } from 'hono/jsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { withQuery } from '../web/query.ts';
import { BEHIND_PER_PAGE, type Behind, type BehindList } from './behind.ts';
import { figureInWords } from './figure-words.ts';
import type { FigureSource } from './freeze.ts';
import type { Indicator } from './indicators/kinds.ts';
import type { ReportInView } from './queries.ts';
import { reportTitle } from './rules.ts';

export interface BehindProps {
  report: ReportInView;
  indicator: Indicator;
  /** What stands in the report, and what the records say now as of the same day. */
  shown: { value: number | null; source: FigureSource };
  recounted: number | null;
  list: BehindList;
  page: number;
}

const HREFS: Record<string, (id: number) => string> = {
  exemplar: (id) => `/dien-hinh/${id}`,
  office: (id) => `/don-vi/${id}`,
  unit_plan: (id) => `/ke-hoach-don-vi/${id}`,
  report: (id) => `/bao-cao/${id}`,
};

/** The list behind one figure of a report. */
export function BehindPage({ report, indicator, shown, recounted, list, page }: BehindProps) {
  const title = reportTitle(report.formName, report.periodWords);
  const path = `/bao-cao/${report.id}/so-lieu/${indicator.key}`;
  const hidden = list.total - list.seen;
  return (
    <>
      <PageHead
        title={indicator.name}
        crumbs={[
          { label: 'Báo cáo', href: '/bao-cao' },
          { label: title, href: `/bao-cao/${report.id}#sl-${indicator.key}` },
          { label: 'Danh sách đứng sau số liệu' },
        ]}
        kicker={report.officeName}
        lead={indicator.definition}
      />
      <SummaryList
        items={[
          { label: 'Số trong báo cáo', value: <strong>{figureInWords(shown.value, indicator.unit)}</strong> },
          {
            label: 'Tính đến hết ngày',
            value: formatDate(report.closingOn),
            note: `Kỳ từ ${formatDate(report.periodFrom)}`,
          },
        ]}
      />
      <SourceNotice report={report} indicator={indicator} shown={shown} recounted={recounted} />
      <DataTable
        caption={`${formatCount(list.total)} ${indicator.source.things} đứng sau số liệu này`}
        columns={[
          { key: 'title', label: 'Tên', width: 'wide' },
          { key: 'office', label: 'Đơn vị' },
          { key: 'day', label: indicator.source.dayLabel },
          { key: 'detail', label: 'Chi tiết', width: 'wide' },
        ]}
        rows={list.rows.map((row) => ({
          title: nameOf(row, report.planId),
          office: row.officeName,
          day: row.onDay ? formatDate(row.onDay) : '–',
          detail: row.detail ?? '–',
        }))}
        empty={
          list.total === 0
            ? `Không có ${indicator.source.things} nào.`
            : 'Các mục này nằm ngoài phạm vi bạn được xem.'
        }
      />
      {hidden > 0 && list.seen > 0 ? (
        <p class="muted">
          Còn {formatCount(hidden)} {indicator.source.things} nằm ngoài phạm vi bạn được xem.
        </p>
      ) : null}
      <Pagination
        page={page}
        pageCount={Math.max(1, Math.ceil(list.seen / BEHIND_PER_PAGE))}
        hrefFor={(n) => withQuery(path, { trang: n > 1 ? n : null })}
      />
    </>
  );
}

function nameOf(row: Behind, planId: number): Child {
  const href = row.thing === 'field' ? `/ke-hoach/${planId}` : HREFS[row.thing]?.(row.thingId);
  return href ? <a href={href}>{row.title}</a> : row.title;
}

function SourceNotice({
  report,
  indicator,
  shown,
  recounted,
}: Pick<BehindProps, 'report' | 'indicator' | 'shown' | 'recounted'>) {
  if (shown.source === 'rolled_up') {
    return (
      <Notice tone="info" title="Số này cộng từ báo cáo của cấp dưới">
        <p>
          Danh sách dưới đây là những gì hệ thống đang ghi nhận.{' '}
          <a href={`/bao-cao/${report.id}/tong-hop`}>Xem số của từng đơn vị</a>.
        </p>
      </Notice>
    );
  }
  if (shown.source === 'typed') {
    return (
      <Notice
        tone="info"
        title="Số này do đơn vị gửi bằng văn bản, nhập tay; hệ thống không có danh sách của đơn vị"
      />
    );
  }
  if (shown.value === recounted || indicator.momentary) return null;
  return (
    <Notice
      tone="warn"
      title={`Hồ sơ đã được sửa sau khi chốt: tính lại đến cùng ngày là ${figureInWords(recounted, indicator.unit)}`}
    >
      <p>Danh sách dưới đây theo hồ sơ hiện nay.</p>
    </Notice>
  );
}
