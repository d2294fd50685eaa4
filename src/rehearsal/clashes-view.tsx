import { addDays } from '../calendar/days.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Asked } from './asked.ts';
import type { Clashes } from './clashes.ts';
import type { PlayItem } from './play.ts';

const MOST_ROWS = 50;

/** Where desks clash in the year. */
export function ClashSections({ clashes, asked }: { clashes: Clashes; asked: Asked }) {
  const { weeks, desks, daysOff } = clashes;
  return (
    <>
      <Section
        id="ngay-nghi"
        title="Hạn rơi vào ngày nghỉ"
        count={daysOff.length}
        intro="Ngày đã nêu trong văn bản thì giữ nguyên, việc nhắc lùi về ngày làm việc trước đó."
      >
        <DataTable
          caption="Hạn rơi vào ngày nghỉ"
          captionHidden
          columns={[
            { key: 'day', label: 'Hạn', width: 'narrow' },
            { key: 'why', label: 'Ngày nghỉ' },
            { key: 'items', label: 'Việc', width: 'wide' },
          ]}
          rows={daysOff.slice(0, MOST_ROWS).map(({ day, why, items }) => ({
            day: formatDate(day),
            why,
            items: workOf(items),
          }))}
          empty="Không có hạn nào rơi vào ngày nghỉ."
        />
      </Section>
      <Section
        id="don-vi-don-viec"
        title={`Đơn vị có quá ${asked.week} việc trong một tuần`}
        count={weeks.length}
      >
        <DataTable
          caption="Đơn vị dồn việc"
          captionHidden
          columns={[
            { key: 'week', label: 'Tuần' },
            { key: 'office', label: 'Đơn vị' },
            { key: 'n', label: 'Số việc', align: 'end' },
            { key: 'items', label: 'Việc', width: 'wide' },
          ]}
          rows={weeks.slice(0, MOST_ROWS).map(({ week, officeName, items }) => ({
            week: `${formatDate(week)} – ${formatDate(addDays(week, 6))}`,
            office: officeName,
            n: formatCount(items.length),
            items: workOf(items),
          }))}
          empty="Không đơn vị nào dồn việc."
        />
        <More total={weeks.length} />
      </Section>
      <Section
        id="noi-nhan-don-viec"
        title={`Nơi nhận có quá ${asked.desk} văn bản đến trong một ngày`}
        count={desks.length}
      >
        <DataTable
          caption="Nơi nhận dồn việc"
          captionHidden
          columns={[
            { key: 'day', label: 'Ngày', width: 'narrow' },
            { key: 'office', label: 'Nơi nhận' },
            { key: 'n', label: 'Văn bản đến', align: 'end' },
            { key: 'items', label: 'Việc', width: 'wide' },
          ]}
          rows={desks.slice(0, MOST_ROWS).map(({ day, officeName, items }) => ({
            day: formatDate(day),
            office: officeName,
            n: formatCount(items.length),
            items: workOf(items),
          }))}
          empty="Không nơi nhận nào dồn việc."
        />
        <More total={desks.length} />
      </Section>
    </>
  );
}

const More = ({ total }: { total: number }) =>
  total > MOST_ROWS ? <p class="muted">Đang hiện {MOST_ROWS} chỗ đầu; đủ trong bảng tính.</p> : null;

/** 'Báo cáo năm (13), Kiểm tra (13)'. */
export function workOf(items: readonly PlayItem[]): string {
  const counts = new Map<string, number>();
  for (const { dutyName } of items) counts.set(dutyName, (counts.get(dutyName) ?? 0) + 1);
  return [...counts].map(([name, n]) => (n === 1 ? name : `${name} (${formatCount(n)})`)).join(', ');
}
