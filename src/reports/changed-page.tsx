import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatDateTime } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { DataTable } from '../ui/table.tsx';
import type { ChangedReports } from './changed-recount.ts';
import { figureInWords } from './figure-words.ts';
import { indicator } from './indicators/registry.ts';

/** Reports whose figures have changed since they were sent, and how far the looking has come. */
export function ChangedPage({ reports }: { reports: ChangedReports }) {
  const { changed, total, fresh } = reports;
  const waiting = total - fresh;
  return (
    <>
      <PageHead
        title="Số liệu thay đổi sau khi gửi"
        crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: 'Số liệu thay đổi' }]}
        lead={`Đã đối chiếu ${formatCount(fresh)} trong ${formatCount(total)} báo cáo đã nộp với hồ sơ hiện nay.`}
        actions={
          waiting > 0 ? (
            <ButtonLink href="/bao-cao/da-thay-doi">
              {`Đối chiếu tiếp ${formatCount(waiting)} báo cáo`}
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        caption="Báo cáo có số liệu thay đổi"
        captionHidden
        columns={[
          { key: 'report', label: 'Báo cáo', width: 'wide' },
          { key: 'office', label: 'Đơn vị' },
          { key: 'changes', label: 'Đã chốt → tính lại', width: 'wide' },
          { key: 'at', label: 'Đối chiếu lúc' },
        ]}
        rows={changed.map((row) => ({
          report: <a href={`/bao-cao/${row.id}#thay-doi`}>{row.title}</a>,
          office: row.officeName,
          changes: (
            <ul class="plain-list">
              {row.changes.map(({ key, before, after }) => (
                <li>{`${nameOf(key)}: ${written(key, before)} → ${written(key, after)}`}</li>
              ))}
            </ul>
          ),
          at: formatDateTime(row.countedAt),
        }))}
        empty={
          <EmptyState title="Không có số liệu nào thay đổi">
            {waiting > 0
              ? 'Trong các báo cáo đã đối chiếu, số đã chốt vẫn khớp với hồ sơ.'
              : 'Mọi báo cáo đã nộp đều khớp với hồ sơ, tính đến cùng ngày chốt.'}
          </EmptyState>
        }
      />
    </>
  );
}

const nameOf = (key: string): string => indicator(key)?.name ?? key;
const written = (key: string, value: number | null): string =>
  figureInWords(value, indicator(key)?.unit ?? '');
