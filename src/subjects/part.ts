import type { Child } from 'hono/jsx';
import type { Visit } from '../web/visit.ts';
import type { SubjectInView } from './in-view.ts';

/**
 * One section of the page of a subject. Folders to the right write them; the site map hands them to the page in the
 * order in which they are shown.
 */
export interface SubjectPart {
  /** The anchor on the page (`#khen-thuong-da-co`), without marks. */
  id: string;
  /** The heading, in Vietnamese. */
  title: string;
  /**
   * The section below its heading, with its own links to forms, or null where this visitor has nothing to see or do in
   * it. `subject` has already passed the reach; of its registrations only those `within` may be told of.
   */
  render(visit: Visit, subject: SubjectInView): Promise<Child | null>;
}
