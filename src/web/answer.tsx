import type { Child } from 'hono/jsx';
import type { FieldErrors, Reason, Refusal } from '../platform/outcome.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { notFoundPage } from './error-pages.tsx';
import { officePage } from './page.tsx';
import { type Stale, stalePage } from './stale-page.tsx';
import type { Visit } from './visit.ts';

export interface HowToAnswer extends Stale {
  /** Shows the form again with what was typed: for wrong input and for refusals that belong beside the form. */
  again?: (errors: FieldErrors, reasons: Reason[]) => Promise<Response> | Response;
}

/** The one place where a refusal becomes an answer: 404, 409, or 422 with the sentences. */
export async function answerRefusal(visit: Visit, refusal: Refusal, how: HowToAnswer): Promise<Response> {
  if (refusal.kind === 'not_found') return notFoundPage(visit);
  if (refusal.kind === 'stale') return stalePage(visit, how);
  const errors = refusal.kind === 'invalid' ? refusal.fields : {};
  const reasons = refusal.kind === 'refused' ? refusal.reasons : [];
  if (how.again) return how.again(errors, reasons);
  const shown =
    reasons.length > 0 ? reasons : Object.entries(errors).map(([rule, sentence]) => ({ rule, sentence }));
  const why = <RefusalList title="Vì sao" reasons={shown} />;
  return plainPage(visit, 'Chưa thực hiện được', how.backTo, why);
}

function plainPage(visit: Visit, title: string, backTo: string, children: Child): Promise<Response> {
  return officePage(visit, {
    title,
    status: 422,
    children: (
      <>
        <PageHead title={title} />
        {children}
        <p>
          <a href={backTo}>Mở lại trang trước</a>
        </p>
      </>
    ),
  });
}
