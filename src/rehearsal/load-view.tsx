import { formatCount } from '../ui/format.ts';
import { type HeatCell, type HeatLevel, HeatTable } from '../ui/heat-table.tsx';
import { Section } from '../ui/panel.tsx';
import type { Asked } from './asked.ts';
import type { MonthLoad } from './clashes.ts';
import type { Played } from './played.ts';

const MOST_ROWS = 60;

/** How much every office and every desk has in each month. */
export function LoadSections({ played, asked }: { played: Played; asked: Asked }) {
  return (
    <>
      <Section id="viec-theo-thang" title="Việc đến hạn theo đơn vị và tháng" count={played.due.length}>
        <LoadTable
          caption="Số việc đến hạn của mỗi đơn vị trong từng tháng"
          loads={played.due}
          months={played.months}
          limit={asked.week}
        />
      </Section>
      <Section id="nhan-theo-thang" title="Văn bản đến theo nơi nhận và tháng" count={played.arriving.length}>
        {played.arriving.length === 0 ? (
          <p class="muted">Không có văn bản nào đến.</p>
        ) : (
          <LoadTable
            caption="Số văn bản đến mỗi nơi nhận trong từng tháng"
            loads={played.arriving}
            months={played.months}
            limit={asked.desk}
          />
        )}
      </Section>
    </>
  );
}

function LoadTable(props: {
  caption: string;
  loads: readonly MonthLoad[];
  months: readonly string[];
  limit: number;
}) {
  const { caption, loads, months, limit } = props;
  const names = months.map((month) => `${month.slice(5)}/${month.slice(0, 4)}`);
  return (
    <>
      <HeatTable
        caption={caption}
        captionHidden
        rowHead="Đơn vị"
        columns={[...names, 'Cả năm']}
        legend={[
          { level: 'good', words: `đến ${formatCount(limit)}` },
          { level: 'fair', words: `${formatCount(limit + 1)}–${formatCount(2 * limit)}` },
          { level: 'poor', words: `trên ${formatCount(2 * limit)}` },
          { level: 'none', words: 'không có việc' },
        ]}
        rows={loads.slice(0, MOST_ROWS).map(({ officeName, counts, sum }) => ({
          label: officeName,
          cells: [
            ...counts.map((n, at) => toCell(n, limit, `${officeName}, tháng ${names[at]}`)),
            {
              level: 'wait' as const,
              value: formatCount(sum),
              words: `${officeName}, cả năm: ${formatCount(sum)}`,
            },
          ],
        }))}
      />
      {loads.length > MOST_ROWS ? (
        <p class="muted">Đang hiện {MOST_ROWS} đơn vị nhiều việc nhất; đủ trong bảng tính.</p>
      ) : null}
    </>
  );
}

const toCell = (n: number, limit: number, of: string): HeatCell => ({
  level: loadLevel(n, limit),
  value: n === 0 ? '' : formatCount(n),
  words: `${of}: ${formatCount(n)}`,
});

/** Up to the limit is good; up to twice of it fair. */
export function loadLevel(n: number, limit: number): HeatLevel {
  if (n === 0) return 'none';
  if (n <= limit) return 'good';
  return n <= 2 * limit ? 'fair' : 'poor';
}
