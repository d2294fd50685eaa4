import { BarChart } from './bar-chart.tsx';
import { ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { SelectField, TextField } from './field.tsx';
import { FilterBar } from './filter.tsx';
import { formatMoney } from './format.ts';
import { HeatGallery } from './gallery-heat.tsx';
import { PageSteps } from './page-steps.tsx';
import { Pagination } from './pagination.tsx';
import { Section } from './panel.tsx';
import { ProgressQuota } from './progress-quota.tsx';
import { StateTag } from './state-tag.tsx';
import { SwitchLinks } from './switch-links.tsx';
import { type Column, DataTable, TableGroup, TableRow } from './table.tsx';

const COLUMNS: Column[] = [
  { key: 'name', label: 'Điển hình', sortHref: '?xep=-ten', sorted: 'asc', width: 'wide' },
  { key: 'office', label: 'Đơn vị đề nghị', sortHref: '?xep=don-vi' },
  { key: 'since', label: 'Từ ngày', width: 'narrow' },
  { key: 'income', label: 'Thu nhập', align: 'end', sortHref: '?xep=thu-nhap' },
  { key: 'state', label: 'Trạng thái', width: 'narrow' },
];

const ROWS = [
  {
    name: <a href="#1">Nguyễn Thị Phương Nguyệt Quỳnh (mẫu)</a>,
    office: 'Hội Nông dân huyện Thanh Thủy',
    since: '15/11/2018',
    income: formatMoney(187_250_000),
    state: <StateTag tone="progress" word="Đang bồi dưỡng" />,
  },
  {
    name: (
      <a href="#2">
        Hợp tác xã dịch vụ nông nghiệp tổng hợp và chế biến chè xanh Mường Cúc, xã Minh Đài (mẫu)
      </a>
    ),
    office: 'Ủy ban nhân dân huyện Tân Sơn, phối hợp Liên minh Hợp tác xã tỉnh',
    since: '02/9/2016',
    income: formatMoney(2_400_000_000),
    state: <StateTag tone="honour" word="Đã tôn vinh" />,
  },
  {
    name: <a href="#3">Hộ ông Lê Văn Ưởng (mẫu)</a>,
    office: 'Sở NN&PTNT',
    since: '',
    income: 'chưa rõ',
    state: <StateTag tone="warn" shape="return" word="Trả lại bổ sung" />,
  },
];

const STATES = [
  <StateTag tone="neutral" word="Mới phát hiện" />,
  <StateTag tone="progress" shape="arrow" word="Đã đề nghị" />,
  <StateTag tone="warn" shape="return" word="Trả lại bổ sung" />,
  <StateTag tone="neutral" shape="clock" word="Danh sách chờ" />,
  <StateTag tone="progress" word="Đang bồi dưỡng" />,
  <StateTag tone="good" word="Đã công nhận" />,
  <StateTag tone="honour" word="Đã tôn vinh" />,
  <StateTag tone="warn" shape="pause" word="Tạm dừng xác minh" />,
  <StateTag tone="warn" word="Quá hạn 12 ngày" />,
  <StateTag tone="stopped" word="Không chọn" />,
  <StateTag tone="neutral" shape="dash" word="Không còn là điển hình" />,
  <StateTag tone="progress" shape="dot" word="Đang diễn ra" />,
];

/** A list with its filter, states, a table in groups, and empty ones. */
export function ListsGallery() {
  return (
    <Section id="danh-sach" title="Danh sách" count={3}>
      <FilterBar
        action="#danh-sach"
        count={1654}
        noun="điển hình"
        keep={{ xep: 'ten' }}
        clearHref="#xoa"
        chips={[
          { label: 'Lĩnh vực: Xây dựng nông thôn mới', removeHref: '#a' },
          { label: 'Đơn vị: Ủy ban nhân dân huyện Thanh Thủy', removeHref: '#b' },
        ]}
        actions={
          <ButtonLink href="#xuat" small icon="download">
            Xuất đúng danh sách này
          </ButtonLink>
        }
      >
        <TextField name="ten" label="Tên" value="Nguyễn" />
        <SelectField
          name="linhVuc"
          label="Lĩnh vực"
          placeholder="Tất cả"
          options={[{ value: 'ntm', label: 'Xây dựng nông thôn mới' }]}
        />
        <SelectField
          name="trangThai"
          label="Trạng thái"
          placeholder="Tất cả"
          options={[{ value: 'a', label: 'Đang bồi dưỡng' }]}
        />
      </FilterBar>
      <DataTable caption="Điển hình theo bộ lọc" captionHidden columns={COLUMNS} rows={ROWS} />
      <Pagination page={7} pageCount={42} hrefFor={(page) => `?trang=${page}`} />
      <PageSteps start="?" previous="?truoc=7" next="?sau=8" />
      <DataTable
        caption="Theo giai đoạn"
        columns={COLUMNS}
        foot={{ name: 'Cộng', income: formatMoney(2_587_250_000) }}
      >
        <TableGroup columns={COLUMNS}>Năm 2018</TableGroup>
        {ROWS.slice(0, 1).map((row) => (
          <TableRow columns={COLUMNS} row={row} />
        ))}
        <TableGroup columns={COLUMNS}>Năm 2016</TableGroup>
        {ROWS.slice(1).map((row) => (
          <TableRow columns={COLUMNS} row={row} />
        ))}
      </DataTable>
      <SwitchLinks
        label="Xem theo tình trạng"
        links={[
          { label: 'Tất cả', href: '#tat-ca', count: 277, current: true },
          { label: 'Chưa có', href: '#chua-co', count: 60 },
          { label: 'Đã nộp, chờ nhận', href: '#cho-nhan', count: 13 },
        ]}
      />
      <DataTable caption="Trống" columns={COLUMNS} empty="Chưa có điển hình nào khớp bộ lọc." />
      <EmptyState
        title="Ở đây sẽ có những điểm đã làm theo mô hình này"
        action={
          <ButtonLink href="#ghi" icon="plus">
            Ghi điểm nhân rộng đầu tiên
          </ButtonLink>
        }
      >
        Mỗi điểm ghi nơi làm theo, từ ngày nào, học từ đâu, và được kiểm tra lại sau một năm.
      </EmptyState>
    </Section>
  );
}

/** States, quotas and a picture of data. */
export function FiguresGallery() {
  return (
    <Section id="so-lieu" title="Trạng thái, chỉ tiêu, biểu đồ">
      <ul class="chips">
        {STATES.map((state) => (
          <li>{state}</li>
        ))}
      </ul>
      <div class="card-grid">
        <ProgressQuota label="Hộ sản xuất kinh doanh giỏi" filled={3} quota={5} rule="exact" unit="hộ" />
        <ProgressQuota
          label="Xây dựng nông thôn mới"
          filled={12}
          quota={10}
          rule="at_least"
          unit="điển hình"
        />
        <ProgressQuota label="Giáo dục và đào tạo" filled={6} quota={5} rule="at_most" unit="điển hình" />
        <ProgressQuota label="Lĩnh vực đơn vị tự chọn" filled={4} quota={null} rule="none" unit="điển hình" />
      </div>
      <BarChart
        title="Hội Nông dân tỉnh có nhiều điển hình được công nhận nhất"
        labelHead="Đơn vị"
        valueHead="Điển hình"
        note="Số liệu đến ngày 31/12/2018, trong đó 78,8% đã được xác nhận."
        rows={[
          { label: 'Hội Nông dân tỉnh', value: 41 },
          { label: 'Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Phú Thọ', value: 23 },
          { label: 'Sở Giáo dục và Đào tạo', value: 7 },
          { label: 'Ủy ban nhân dân huyện Tân Sơn', value: 0 },
          { label: 'Công ty TNHH một thành viên chè Phú Bền', value: null },
        ]}
      />
      <HeatGallery />
    </Section>
  );
}
