import type { Child } from 'hono/jsx';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';

export interface PageHeadProps {
  title: string;
  crumbs?: readonly Crumb[] | undefined;
  /** Short words above the title: kind of thing, field. */
  kicker?: Child;
  /** State of the thing, beside the title. */
  tag?: Child;
  /** One or two sentences below. */
  lead?: Child;
  actions?: Child;
}

/** The head of a page: where it lies, its one h1, its state, what can be done. */
export function PageHead({ title, crumbs, kicker, tag, lead, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      {crumbs ? <Breadcrumbs items={crumbs} /> : null}
      <div class="page-head-row">
        <div class="page-head-text">
          {kicker ? <p class="kicker">{kicker}</p> : null}
          <h1>{title}</h1>
          {tag ? <p class="page-head-tag">{tag}</p> : null}
          {lead ? <div class="page-head-lead">{lead}</div> : null}
        </div>
        {actions ? <div class="page-head-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
