import { formatCount, formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import type { Batch } from './batch.ts';
import { ROW_SORT_NAMES } from './sift.ts';

/** Who sent a list, when, and how far it is. */
export function leadOf({ state, counts, officeName, byName, madeOn, movedOn, reason }: Batch): string {
  const sent = `${officeName}, ${byName ?? 'chương trình'} gửi ngày ${formatDate(madeOn)}.`;
  const made = formatCount(counts.new + counts.known);
  if (state === 'applied') return `${sent} Đã nhập ${made} dòng ngày ${formatDate(movedOn)}.`;
  if (state === 'undone') return `${sent} Đã hoàn tác ngày ${formatDate(movedOn)}: ${reason ?? ''}`;
  return `Bước 3/4. ${sent} Chưa có gì được ghi; xem từng dòng sẽ làm gì rồi hãy nhập.`;
}

/** Rows that are no data are counted, so that nobody wonders where they are. */
export function LeftOut({ batch }: { batch: Batch }) {
  const left = Object.entries(batch.counts.left).flatMap(([sort, count]) =>
    sort in ROW_SORT_NAMES
      ? [`${formatCount(count)} ${ROW_SORT_NAMES[sort as keyof typeof ROW_SORT_NAMES]}`]
      : [],
  );
  const { joined } = batch.counts;
  if (left.length === 0 && joined === 0) return null;
  return (
    <p>
      {joined > 0
        ? `${formatCount(joined)} dòng cùng người mới với dòng khác: mỗi người chỉ ghi một lần. `
        : ''}
      {left.length > 0 ? `Không kể ${left.join(', ')}.` : ''}
    </p>
  );
}

/** Rows with a figure outside of the plausible range are asked about before anything is written. */
export function Doubtful({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      title={`${formatCount(count)} dòng có số liệu ngoài khoảng thường gặp: có đúng không?`}
    >
      <p>
        Xem câu hỏi ở từng dòng. Nếu nhầm, hãy sửa trong tệp rồi gửi lại; nếu đúng, cứ nhập: số được ghi và
        mang dấu “ngoài khoảng thường gặp”.
      </p>
    </Notice>
  );
}
