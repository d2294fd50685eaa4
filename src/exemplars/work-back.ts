import { localPath } from '../web/local-path.ts';
import type { Visit } from '../web/visit.ts';

/** The field that says to which page of the same file the form leads back. */
export const BACK_TO = '_ve_buoc';

/**
 * A form that was opened from a step of the registration leads back to it: the browser says where it comes from, and
 * the form carries it on.
 */
export function backFrom(visit: Visit, page: string, carried: string | undefined): string | null {
  const referrer = visit.req.header('referer') ?? '';
  const came = URL.canParse(referrer) ? new URL(referrer).pathname : null;
  const path = localPath(carried ?? came);
  return path?.startsWith(`${page}/dang-ky`) ? path : null;
}
