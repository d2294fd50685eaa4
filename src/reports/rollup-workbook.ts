import type { Workbook } from '../papers/workbook.ts';
import type { MergedFigure } from './merged-figures.ts';
import type { AboveReport } from './merged-report.ts';
import type { BelowOffice, BelowStatus } from './rollup-below.ts';
import { completenessInWords, completenessOf } from './rollup-rules.ts';

const STATUS_WORDS: Record<BelowStatus, string> = {
  accepted: 'đã chấp nhận',
  submitted: 'đã nộp, chờ xem',
  returned: 'đã trả lại',
  waiting: 'chưa có',
  gap: 'thiếu, có lý do',
  none: 'ước tính không phát sinh',
  excused: 'được miễn',
};

/** The roll-up as it is shown: the figures, and the offices with where they stand. */
export function rollupWorkbook(
  report: AboveReport,
  below: readonly BelowOffice[],
  figures: readonly MergedFigure[],
): Workbook {
  const whole = `${completenessInWords(completenessOf(below))}.`;
  const sums = { kind: 'figures' } as const;
  return {
    title: `Tổng hợp ${report.formName}`,
    sheets: [
      {
        name: 'Số liệu',
        title: `${report.officeName}: ${report.formName}`,
        columns: [
          { label: 'Chỉ tiêu' },
          { label: 'Đơn vị tính' },
          { label: 'Cấp dưới', ...sums },
          { label: 'Trong đó đã chấp nhận', ...sums },
          { label: 'Báo cáo có số', ...sums },
          { label: 'Riêng đơn vị', ...sums },
          { label: 'Tổng hợp', ...sums },
          { label: 'Trong báo cáo', ...sums },
        ],
        rows: figures.map(({ indicator, below: sum, accepted, known, own, total, written }) => [
          indicator.name,
          indicator.unit,
          sum,
          accepted,
          known,
          own,
          total,
          written?.value ?? null,
        ]),
        note: whole,
      },
      {
        name: 'Đơn vị',
        title: whole,
        columns: [
          { label: 'Đơn vị' },
          { label: 'Gửi cho' },
          { label: 'Hạn', kind: 'date' },
          { label: 'Tình trạng' },
          { label: 'Ngày nộp', kind: 'date' },
          { label: 'Lý do' },
        ],
        rows: below.map((office) => [
          office.officeName,
          office.receiverName ?? report.officeName,
          office.dueOn,
          STATUS_WORDS[office.status],
          office.firstSubmittedOn,
          office.gap?.reason ?? office.excuse,
        ]),
      },
    ],
  };
}
