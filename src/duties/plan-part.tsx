import type { PlanPart } from '../plans/part.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatCount, formatDate, formatPercent } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { type DutyCount, dutyCounts } from './plan-queries.ts';

/** On the page of a plan: how its duties are met so far. */
export const dutiesPart: PlanPart = {
  id: 'nhiem-vu',
  title: 'Nhiệm vụ',
  async render(visit, plan) {
    const { db, clock } = visit.get('deps');
    const counts = await dutyCounts(db, plan.id, clock.today());
    return <DutiesMet planId={plan.id} counts={counts} />;
  },
};

function DutiesMet({ planId, counts }: { planId: number; counts: readonly DutyCount[] }) {
  return (
    <div class="stack">
      <DataTable
        caption="Nhiệm vụ đã làm đến hôm nay"
        captionHidden
        columns={[
          { key: 'name', label: 'Nhiệm vụ', width: 'wide' },
          { key: 'due', label: 'Đã đến hạn', align: 'end' },
          { key: 'inTime', label: 'Đúng hạn', align: 'end' },
          { key: 'doneLate', label: 'Xong muộn', align: 'end' },
          { key: 'late', label: 'Còn thiếu', align: 'end' },
          { key: 'next', label: 'Hạn tới' },
        ]}
        rows={counts.map((count) => ({
          name: <a href={`/ke-hoach/${planId}/nhiem-vu#nv-${count.dutyId}`}>{count.name}</a>,
          due: formatCount(count.due),
          inTime:
            count.due > 0 ? `${formatCount(count.inTime)} (${formatPercent(count.inTime / count.due)})` : '–',
          doneLate: formatCount(count.doneLate),
          late:
            count.late > 0 ? (
              <a href={`/nhiem-vu?nhiem_vu=${count.dutyId}&tinh_trang=qua-han&nam=tat-ca`}>
                <StateTag tone="warn" word={formatCount(count.late)} />
              </a>
            ) : (
              '0'
            ),
          next: count.nextOn ? formatDate(count.nextOn) : <span class="muted">không còn</span>,
        }))}
        empty="Kế hoạch này chưa đặt nhiệm vụ nào."
      />
      <p class="row-links">
        <ButtonLink href={`/so-viec?ke_hoach=${planId}`} small>
          Sổ việc
        </ButtonLink>
        <ButtonLink href={`/ke-hoach/${planId}/chay-thu`} small>
          Chạy thử một năm
        </ButtonLink>
        <ButtonLink href={`/ke-hoach/${planId}/nhiem-vu`} small>
          Các nhiệm vụ
        </ButtonLink>
      </p>
    </div>
  );
}

/** 'Đã đến hạn 26: đúng hạn 20, xong muộn 3, còn thiếu 3.' */
export function DutyCountLine({ count }: { count: DutyCount }) {
  const { due, inTime, doneLate, late, excused } = count;
  const parts = [
    `đúng hạn ${formatCount(inTime)}`,
    `xong muộn ${formatCount(doneLate)}`,
    `còn thiếu ${formatCount(late)}`,
    ...(excused > 0 ? [`được miễn ${formatCount(excused)}`] : []),
  ];
  return <>{`Đã đến hạn ${formatCount(due)}: ${parts.join(', ')}.`}</>;
}
