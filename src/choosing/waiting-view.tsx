import { formatCount, formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Waiting } from './waiting.ts';

interface WaitingProps {
  base: string;
  waiting: readonly Waiting[];
  /** Places that are left; null without a limit. */
  room: number | null;
  mayDecide: boolean;
}

/** The waiting list in its order; where there is room, who is next. */
export function WaitingView({ base, waiting, room, mayDecide }: WaitingProps) {
  const [first] = waiting;
  return (
    <>
      {first && room !== null && room > 0 ? (
        <Notice tone="info" title={`Còn ${formatCount(room)} chỗ`}>
          <p>
            Đứng đầu danh sách chờ: <a href={`${base}/${first.exemplarId}`}>{first.fullName}</a>,{' '}
            {first.officeName}.
          </p>
        </Notice>
      ) : null}
      <DataTable
        caption="Danh sách chờ"
        captionHidden
        columns={[
          { key: 'position', label: 'Thứ tự', align: 'end', width: 'narrow' },
          { key: 'name', label: 'Tên', width: 'wide', primary: true },
          { key: 'since', label: 'Chờ từ ngày', width: 'narrow' },
          { key: 'reason', label: 'Vì sao chờ', width: 'wide' },
          ...(mayDecide && waiting.length > 1 ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
        ]}
        rows={waiting.map((one) => ({
          position: formatCount(one.position),
          name: (
            <>
              <a href={`/dien-hinh/${one.exemplarId}`}>{one.fullName}</a>
              <div class="muted">{one.officeName}</div>
            </>
          ),
          since: formatDate(one.since),
          reason: (
            <>
              {one.reason ?? ''}
              {one.movedReason ? (
                <div class="muted">
                  {one.movedBy ?? 'Chương trình'} đổi thứ tự ngày {formatDate(one.movedOn)}: {one.movedReason}
                </div>
              ) : null}
            </>
          ),
          act: (
            <a href={`${base}/${one.exemplarId}/thu-tu`}>
              Đổi thứ tự<span class="visually-hidden"> của {one.fullName}</span>
            </a>
          ),
        }))}
        empty="Không có hồ sơ nào chờ."
      />
    </>
  );
}
