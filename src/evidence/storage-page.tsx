import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField } from '../ui/field.tsx';
import { formatCount, formatDateTime, formatPercent } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import type { ReadForm } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { sizeInWords } from './size.ts';
import type { OfficeUse, PastCleaning } from './storage-queries.ts';

export const STORAGE_PATH = '/danh-muc/dung-luong';
const MB = 1024 * 1024;

export interface StorageProps {
  quota: number;
  offices: readonly OfficeUse[];
  /** For those who keep the house; null for everybody else, who see their own offices. */
  house: {
    kept: { files: number; bytes: number; unused: number };
    cleanings: readonly PastCleaning[];
    form: Pick<ReadForm<unknown>, 'typed'> & { errors: Record<string, string> };
  } | null;
}

/** How much the offices keep, of how much they may. */
export function StoragePage({ quota, offices, house }: StorageProps) {
  return (
    <>
      <PageHead
        title="Dung lượng tệp"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Dung lượng tệp' }]}
        lead={`Mỗi đơn vị được giữ ${sizeInWords(quota)} tệp: minh chứng, tệp kèm kế hoạch, mẫu Word. Một tệp gửi nhiều lần chỉ tính một lần.`}
      />
      <Section
        id="don-vi"
        title={house ? 'Đơn vị dùng nhiều nhất' : 'Đơn vị của bạn'}
        count={offices.length > 0 ? offices.length : undefined}
      >
        <OfficeTable quota={quota} offices={offices} />
      </Section>
      {house ? <House quota={quota} {...house} /> : null}
    </>
  );
}

function OfficeTable({ quota, offices }: Pick<StorageProps, 'quota' | 'offices'>) {
  return (
    <DataTable
      caption="Dung lượng đã dùng theo đơn vị"
      captionHidden
      columns={[
        { key: 'office', label: 'Đơn vị', width: 'wide' },
        { key: 'files', label: 'Số tệp', align: 'end' },
        { key: 'used', label: 'Đã dùng', align: 'end' },
        { key: 'share', label: 'So với mức được giữ', align: 'end' },
      ]}
      rows={offices.map((one) => ({
        office: <a href={`/don-vi/${one.officeId}`}>{one.officeName}</a>,
        files: formatCount(one.files),
        used: sizeInWords(one.bytes),
        share: one.bytes < quota / 100 ? 'dưới 1%' : formatPercent(one.bytes / quota),
      }))}
      empty="Chưa có tệp nào được giữ."
    />
  );
}

function House({ quota, kept, cleanings, form }: NonNullable<StorageProps['house']> & { quota: number }) {
  const [last] = cleanings;
  return (
    <>
      <Section id="muc" title="Mức cho mỗi đơn vị">
        <form method="post" class="form" action={STORAGE_PATH}>
          <ErrorSummary errors={form.errors} />
          <HiddenFields typed={form.typed} />
          <NumberField
            name="megabytes"
            label="Dung lượng mỗi đơn vị"
            unit="MB"
            hint="1.024 MB là 1 GB. Đơn vị đã dùng quá mức vẫn giữ tệp đang có, nhưng không gửi thêm được."
            value={typeof form.typed.megabytes === 'string' ? form.typed.megabytes : quota / MB}
            error={form.errors.megabytes}
            required
          />
          <ButtonRow>
            <Button kind="primary">Đặt mức này</Button>
          </ButtonRow>
        </form>
      </Section>
      <Section id="don-tep" title="Dọn tệp không còn dùng">
        <SummaryList
          items={[
            { label: 'Đang giữ', value: `${formatCount(kept.files)} tệp, ${sizeOrNone(kept.bytes)}` },
            {
              label: 'Chờ xóa',
              value: sizeOrNone(kept.unused),
              note: 'Tệp không còn hồ sơ nào dùng được xóa hẳn sau một ngày.',
            },
            {
              label: 'Lần dọn gần nhất',
              value: last ? formatDateTime(last.startedAt) : 'chưa dọn lần nào',
              note: 'Mỗi ngày một lần, theo giờ của máy chủ.',
            },
          ]}
        />
        <DataTable
          caption="Các lần dọn gần đây"
          columns={[
            { key: 'at', label: 'Lúc' },
            { key: 'files', label: 'Tệp không còn ai dùng', align: 'end' },
            { key: 'strays', label: 'Tệp lạc trên đĩa', align: 'end' },
            { key: 'bytes', label: 'Đã giải phóng', align: 'end' },
          ]}
          rows={cleanings.map((one) => ({
            at: formatDateTime(one.startedAt),
            files: formatCount(one.files),
            strays: formatCount(one.strays),
            bytes: sizeOrNone(one.bytes + one.strayBytes),
          }))}
          empty="Chưa có lần dọn nào; lần đầu chạy ít phút sau khi khởi động."
        />
      </Section>
    </>
  );
}

const sizeOrNone = (bytes: number): string => (bytes === 0 ? '0 KB' : sizeInWords(bytes));
