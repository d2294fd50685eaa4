import type { PlanPart } from '../plans/part.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { ShareBar } from '../ui/share-bar.tsx';
import { actorOf } from '../web/visit.ts';
import { countStandings, STANDING_WORDS, STANDINGS } from './standing.ts';
import { unitPlanTable } from './table-query.ts';

/** On the page of a plan: how many offices have answered it with their own, within the reach of who looks. */
export const unitPlansPart: PlanPart = {
  id: 'ke-hoach-don-vi',
  title: 'Kế hoạch của đơn vị',
  async render(visit, plan) {
    const { db, clock } = visit.get('deps');
    const rows = await unitPlanTable(db, actorOf(visit), plan.id, clock.today());
    if (rows.length === 0) return null;
    const counts = countStandings(rows.map(({ standing }) => standing));
    return (
      <div class="stack">
        <ShareBar
          title={`Kế hoạch của ${formatCount(rows.length)} đơn vị`}
          shares={STANDINGS.map((standing) => ({
            ...STANDING_WORDS[standing],
            count: counts[standing],
            href: `/ke-hoach/${plan.id}/don-vi?tinh_trang=${standing}`,
          }))}
        />
        <p>
          <ButtonLink href={`/ke-hoach/${plan.id}/don-vi`}>Xem bảng các đơn vị</ButtonLink>
        </p>
      </div>
    );
  },
};
