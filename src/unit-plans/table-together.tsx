import { formatCount, formatNumber, UNKNOWN } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { LinkedState } from './content-view.tsx';
import type { plannedTogether } from './table-query.ts';

/** What the offices set themselves, summed, and whom they mean to build up. */
export function PlannedTogether({ together }: { together: Awaited<ReturnType<typeof plannedTogether>> }) {
  return (
    <>
      <Section
        id="chi-tieu"
        title="Chỉ tiêu các đơn vị tự đặt"
        count={together.targets.length}
        intro="Cộng từ các kế hoạch đã gửi, cùng nội dung và đơn vị tính; kế hoạch đang sửa đổi tính theo lần đang có hiệu lực."
      >
        <DataTable
          caption="Chỉ tiêu cộng lại"
          captionHidden
          columns={[
            { key: 'what', label: 'Chỉ tiêu', width: 'wide' },
            { key: 'sum', label: 'Cộng', align: 'end' },
            { key: 'unit', label: 'Đơn vị tính' },
            { key: 'offices', label: 'Số đơn vị đặt', align: 'end' },
          ]}
          rows={together.targets.map(({ what, sum, unit, offices }) => ({
            what,
            sum: sum === null ? UNKNOWN : formatNumber(sum),
            unit: unit ?? '',
            offices: formatCount(offices),
          }))}
          empty="Chưa đơn vị nào đặt chỉ tiêu."
        />
      </Section>
      <Section id="dien-hinh" title="Điển hình dự kiến xây dựng" count={together.exemplars.length}>
        <DataTable
          caption="Điển hình dự kiến"
          captionHidden
          columns={[
            { key: 'name', label: 'Điển hình', width: 'wide' },
            { key: 'office', label: 'Đơn vị' },
            { key: 'field', label: 'Lĩnh vực' },
            { key: 'note', label: 'Xây dựng về việc gì', width: 'wide' },
            { key: 'file', label: 'Hồ sơ đã đăng ký' },
          ]}
          rows={together.exemplars.map(({ name, officeName, fieldName, note, file }) => ({
            name,
            office: officeName,
            field: fieldName ?? <span class="muted">chưa chọn</span>,
            note: note ?? '',
            file: file ? <LinkedState file={file} /> : <span class="muted">chưa gắn</span>,
          }))}
          empty="Chưa đơn vị nào ghi điển hình dự kiến."
        />
      </Section>
    </>
  );
}
