import type { Child } from 'hono/jsx';
import type { Visit } from '../web/visit.ts';
import type { PlanInView } from './queries.ts';

/** A section of the page of a plan that a folder to the right hands in through `app.tsx`. */
export interface PlanPart {
  /** Anchor of the section. */
  id: string;
  title: string;
  /** Null: nothing to show for this plan and this person. */
  render(visit: Visit, plan: PlanInView): Promise<Child | null>;
}
