import type { Child } from 'hono/jsx';
import type { Visit } from '../web/visit.ts';
import type { ExemplarInView } from './queries.ts';

/**
 * One section of the page of an exemplar (merits, criteria, consent, checks …). Other folders write them; the
 * site map hands them to the page in the order in which they are shown.
 */
export interface ExemplarPart {
  /** The anchor on the page (`#thanh-tich`), without marks. */
  id: string;
  /** The heading, in Vietnamese. */
  title: string;
  /** The section below its heading, with its own links to forms; `exemplar` has already passed the reach. */
  render(visit: Visit, exemplar: ExemplarInView): Promise<Child>;
}
