import type { Child } from 'hono/jsx';
import { DeskLine } from '../desks/desk-line.tsx';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { withQuery } from '../web/query.ts';
import { type currentForms, type ListFilter, type listReports, PER_PAGE, type Rate } from './list-queries.ts';
import { RatesSection } from './list-rates.tsx';
import { ReportStateTag } from './marks.tsx';
import { reportTitle } from './rules.ts';
import { type ReportState, reportWorkflow } from './workflow.ts';

export interface ListProps {
  today: Day;
  filter: ListFilter;
  list: Awaited<ReturnType<typeof listReports>>;
  forms: Awaited<ReturnType<typeof currentForms>>;
  rates: readonly Rate[];
  /** What this person may open, above the list and below it; null for those who only read. */
  due: Child;
  opening: Child;
}

/** Reports in view, what is still to be opened, and how many come and come in time. */
export function ReportListPage({ today, filter, list, forms, rates, due, opening }: ListProps) {
  const { reports, total } = list;
  return (
    <>
      <PageHead
        title="Báo cáo"
        lead="Số liệu do hệ thống tính đến ngày chốt, lời văn do người viết; nộp lên cấp trên thì số liệu được chốt."
        actions={
          <>
            <ButtonLink href="/bao-cao/da-thay-doi">Số liệu thay đổi sau khi gửi</ButtonLink>
            <ButtonLink href="/danh-muc/mau-bao-cao">Mẫu báo cáo</ButtonLink>
            <ButtonLink href="/bao-cao/mau-word">Mẫu Word</ButtonLink>
          </>
        }
      />
      {due}
      <Section id="danh-sach" title="Báo cáo đã lập">
        <Filters filter={filter} total={total} forms={forms} />
        <DataTable
          caption="Báo cáo đã lập"
          captionHidden
          columns={[
            { key: 'name', label: 'Báo cáo' },
            { key: 'office', label: 'Đơn vị lập' },
            { key: 'closing', label: 'Ngày chốt', align: 'end' },
            { key: 'state', label: 'Tình trạng', width: 'narrow' },
            { key: 'desk', label: 'Đang ở đâu', width: 'wide' },
          ]}
          rows={reports.map((report) => ({
            name: (
              <>
                <a href={`/bao-cao/${report.id}`}>{reportTitle(report.formName, report.periodWords)}</a>
                <div class="muted">Kế hoạch {report.planNumber}</div>
              </>
            ),
            office: report.officeName,
            closing: formatDate(report.closingOn),
            state: <ReportStateTag {...report} />,
            desk: report.stay ? <DeskLine stay={report.stay} today={today} /> : '–',
          }))}
          empty={
            <EmptyState title="Không có báo cáo nào">
              Báo cáo hiện ở đây khi được mở: theo nhiệm vụ đến hạn, hoặc mở thêm ở cuối trang.
            </EmptyState>
          }
        />
        <Pagination
          page={filter.page}
          pageCount={Math.max(1, Math.ceil(total / PER_PAGE))}
          hrefFor={(page) => withQuery('/bao-cao', { ...queryOf(filter), trang: page > 1 ? page : null })}
        />
      </Section>
      <RatesSection rates={rates} />
      {opening}
    </>
  );
}

function Filters({ filter, total, forms }: Pick<ListProps, 'filter' | 'forms'> & { total: number }) {
  const keep = Object.fromEntries(
    Object.entries({ ke_hoach: filter.planId, don_vi: filter.officeId, nam: filter.year }).flatMap(
      ([name, value]) => (value === null ? [] : [[name, String(value)]]),
    ),
  );
  const isFiltered = Object.values(queryOf(filter)).some((value) => value !== null);
  return (
    <FilterBar
      action="/bao-cao"
      count={formatCount(total)}
      noun="báo cáo"
      keep={keep}
      clearHref={isFiltered ? '/bao-cao' : undefined}
    >
      <SelectField
        name="mau"
        label="Mẫu báo cáo"
        placeholder="Mọi mẫu"
        value={filter.formKey}
        options={forms.map((form) => ({ value: form.key, label: form.name }))}
      />
      <SelectField
        name="trang_thai"
        label="Tình trạng"
        placeholder="Mọi tình trạng"
        value={filter.state}
        options={(Object.keys(reportWorkflow.states) as ReportState[]).map((state) => ({
          value: state,
          label: reportWorkflow.states[state].name,
        }))}
      />
    </FilterBar>
  );
}

const queryOf = ({ formKey, state, year, planId, officeId }: ListFilter) => ({
  mau: formKey,
  trang_thai: state,
  nam: year,
  ke_hoach: planId,
  don_vi: officeId,
});
