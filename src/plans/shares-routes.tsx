import { PageHead } from '../ui/page-head.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { sharesOn } from './allocations.ts';
import { findPlan } from './queries.ts';
import { SharesTable } from './shares-view.tsx';

/** The shares of one field's quota, office by office. */
export const sharesRoutes: Route[] = [get('/ke-hoach/:id/linh-vuc/:item/phan-bo', 'signed_in', showShares)];

async function showShares(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const plan = id === null ? null : await findPlan(db, id);
  const field = plan?.fields.find((one) => one.id === idParam(visit, 'item'));
  if (!plan || !field) return notFoundPage(visit);
  const shares = await sharesOn(db, plan.id, clock.today());
  const title = `Phân bổ chỉ tiêu: ${field.name}`;
  return officePage(visit, {
    title,
    children: (
      <>
        <PageHead
          title={title}
          crumbs={[
            { label: 'Kế hoạch', href: '/ke-hoach' },
            { label: plan.number || plan.title, href: `/ke-hoach/${plan.id}` },
            { label: 'Phân bổ chỉ tiêu' },
          ]}
          lead="Phần của từng đơn vị và số đã chọn trong địa bàn, ngành của đơn vị đó đến hôm nay."
        />
        <SharesTable field={field} shares={shares.filter(({ fieldId }) => fieldId === field.id)} />
      </>
    ),
  });
}
