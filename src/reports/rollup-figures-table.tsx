import { formatCount, formatNumber, UNKNOWN } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { MergedFigure } from './merged-figures.ts';

/** How an indicator is added up, where it is not a plain sum. */
const RULE_WORDS = {
  sum: '',
  mean: 'trung bình các báo cáo',
  max: 'lấy số lớn nhất',
  none: 'tỷ lệ, không cộng',
} as const;

const shown = (value: number | null) =>
  value === null ? <span class="unknown">{UNKNOWN}</span> : formatNumber(value);

/** Indicator by indicator: own, below, accepted of it, together, and what stands in the report. */
export function RollupFiguresTable(props: {
  figures: readonly MergedFigure[];
  locked: boolean;
  /** What the figures are with the late reports that were merged, by key. */
  corrected: ReadonlyMap<string, number>;
}) {
  const { figures, locked, corrected } = props;
  return (
    <DataTable
      caption="Số liệu tổng hợp"
      captionHidden
      columns={[
        { key: 'name', label: 'Chỉ tiêu', width: 'wide' },
        { key: 'below', label: 'Cấp dưới', align: 'end' },
        { key: 'accepted', label: 'Trong đó đã chấp nhận', align: 'end' },
        { key: 'known', label: 'Báo cáo có số', align: 'end' },
        { key: 'own', label: 'Riêng đơn vị', align: 'end' },
        { key: 'total', label: 'Tổng hợp', align: 'end' },
        { key: 'written', label: locked ? 'Đã nộp' : 'Trong báo cáo', align: 'end' },
      ]}
      rows={figures.map((figure) => row(figure, corrected.get(figure.indicator.key) ?? null))}
      empty="Mẫu báo cáo này không có chỉ tiêu nào."
    />
  );
}

function row(figure: MergedFigure, corrected: number | null) {
  const { indicator, below, accepted, own, total, known, unknown } = figure;
  const never = indicator.add === 'none';
  const rule = RULE_WORDS[indicator.add];
  return {
    name: (
      <>
        {indicator.name}
        <span class="muted"> ({[indicator.unit, rule].filter(Boolean).join(', ')})</span>
      </>
    ),
    below: never ? '–' : shown(below),
    accepted: never ? '–' : shown(accepted),
    known: `${formatCount(known)}/${formatCount(known + unknown)}`,
    own: never ? '–' : shown(own),
    total: never ? '–' : <strong>{shown(total)}</strong>,
    written: <Written figure={figure} corrected={corrected} />,
  };
}

/** Why it may differ: the program counts its records, a person has typed it, or reports have come since it was merged. */
const DIFFERENT = { system: 'hệ thống đếm', typed: 'gõ khác', rolled_up: 'khác lần ghép' } as const;

function Written({ figure, corrected }: { figure: MergedFigure; corrected: number | null }) {
  const { indicator, written, total } = figure;
  if (!written) return <span class="muted">chưa ghi</span>;
  const differs = indicator.add !== 'none' && written.value !== total;
  if (!differs) return shown(written.value);
  const isCorrected = corrected !== null && corrected === total;
  const word = isCorrected ? 'đã đính chính' : DIFFERENT[written.source];
  return (
    <>
      {shown(written.value)}
      <div>
        {written.source === 'system' || isCorrected ? (
          <span class="muted">{word}</span>
        ) : (
          <StateTag tone="warn" word={word} />
        )}
      </div>
    </>
  );
}
