import { ButtonLink } from '../ui/button.tsx';
import { MissingList } from '../ui/panel.tsx';
import { openDecisions } from './copy-decisions.ts';
import { decisionsPath } from './copy-routes.tsx';
import type { PlanPart } from './part.ts';

const MOST_SHOWN = 5;

/** On the page of a draft: what is still to be decided before it is issued. */
export const decisionsPart: PlanPart = {
  id: 'quyet-dinh',
  title: 'Việc phải quyết định',
  async render(visit, plan) {
    if (plan.state !== 'draft') return null;
    const open = await openDecisions(visit.get('deps').db, plan.id);
    if (open.length === 0) return null;
    const href = decisionsPath(plan.id);
    const items = open
      .slice(0, MOST_SHOWN)
      .map(({ id, question }) => ({ text: question, href: `${href}#viec-${id}` }));
    const more = open.length - items.length;
    return (
      <div class="stack">
        <MissingList
          title={`Còn ${open.length} việc phải quyết định trước khi đưa vào thực hiện`}
          items={more > 0 ? [...items, { text: `và ${more} việc khác`, href }] : items}
        />
        <p>
          <ButtonLink href={href}>Mở danh sách việc phải quyết định</ButtonLink>
        </p>
      </div>
    );
  },
};
